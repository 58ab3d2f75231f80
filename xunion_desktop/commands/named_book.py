"""The book that ``--book`` means: a path, or the name of one in the books folder of this PC."""

from collections.abc import Iterator
from contextlib import suppress
from glob import escape
from pathlib import Path

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.asides import is_aside
from xunion_desktop.store.folder import SUFFIX, BookFolder

from .console import WrongUsage


def book_meant(where: str, books: Path) -> str:
    """Where the book lies. A path stays as it is, and so does a name that no book has; wrong usage where two have it.

    ``books`` = the folder in which the window makes its books; one that lies in the current folder is found too. What
    a restore left beside a book has that book's name no more: it is meant by the name of its own folder.
    """
    if not _is_name(where):
        return where
    found = {place.folder.resolve(): place for place in _called(where, books)}
    if len(found) > 1:
        raise WrongUsage(f"叫“{where}”的本子不止一个：{'、'.join(map(str, found))}。请写出文件夹的路径。")
    return str(next(iter(found.values())).marker) if found else where


def book_to_restore(where: str, books: Path) -> str:
    """The same for a book that may be lost: a name that no book has means its place among those of the window.

    What lies under that name in the current folder alone, a book whose marker is gone, is meant all the same.
    """
    meant = book_meant(where, books)
    if meant != where or not _is_name(where):
        return meant
    place = books / where.removesuffix(SUFFIX)
    return str(place) if place.exists() or not Path(where).exists() else where


def _is_name(where: str) -> bool:
    """Whether this may be the name of a book: "" is none, though it would do as the path of the current folder."""
    return where != "" and Path(where).name == where


def _called(name: str, books: Path) -> Iterator[BookFolder]:
    folder = name.removesuffix(SUFFIX)
    inside = [marker for marker in books.glob(f"*/{escape(folder)}{SUFFIX}") if not is_aside(marker.parent)]
    for path in (Path(name), books / folder, *inside):
        with suppress(Trouble, OSError):  # what is no book, or cannot be looked at, is not the one
            place = BookFolder.of(path)
            if place.exists():
                yield place
