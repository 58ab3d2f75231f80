"""The book that ``--book`` means: a path, or the name of one in the books folder of this PC."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.places import PRACTICE as BESIDE
from xunion_desktop.office.doorstep import PRACTICE, markers_in
from xunion_desktop.store.folder import SUFFIX, BookFolder
from xunion_desktop.store.part_names import DATABASE, KEYRING

from .console import WrongUsage


def book_meant(where: str, books: Path) -> str:
    """Where the book lies. A path stays as it is, and so does a name that no book has; wrong usage where two have it.

    ``books`` = the folder in which the window makes its books; one that lies in the current folder is found too, and
    so is the practice county, which the window makes beside them. What a restore left beside a book has that book's
    name no more: it is meant by the name of its own folder.
    """
    if not _is_name(where):
        return where
    found = {place.folder.resolve(): place for place in _called(where, books)}
    if len(found) > 1:
        raise WrongUsage(f"叫“{where}”的本子不止一个：{'、'.join(map(str, found))}。请写出文件夹的路径。")
    return str(next(iter(found.values())).marker) if found else where


def book_to_restore(where: str, books: Path) -> str:
    """The same for a book that may be lost: a name that no book has means its place among those of the window.

    What is left of a book under that name in the current folder alone, its marker gone, is meant all the same.
    """
    meant = book_meant(where, books)
    if meant != where or not _is_name(where):
        return meant
    place, here = books / where.removesuffix(SUFFIX), Path(where.removesuffix(SUFFIX))
    with suppress(OSError):  # what cannot be looked at is not the one
        if any((here / part).is_file() for part in (DATABASE, KEYRING)) and not place.exists():
            return str(here)
    return str(place)


def _is_name(where: str) -> bool:
    """Whether this may be the name of a book: "" is none, though it would do as the path of the current folder."""
    return where != "" and Path(where).name == where


def _called(name: str, books: Path) -> Iterator[BookFolder]:
    folder = name.removesuffix(SUFFIX)
    marked = (marker for marker in markers_in(books) if marker.stem == folder)
    practice = (books.with_name(BESIDE) / PRACTICE,) if folder == PRACTICE else ()
    for path in (Path(name), books / folder, *marked, *practice):
        with suppress(Trouble, OSError):  # what is no book, or cannot be looked at, is not the one
            place = BookFolder.of(path)
            if place.exists():
                yield place
