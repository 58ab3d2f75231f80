"""The book that ``--book`` means: a path, or the name of one in the books folder of this PC."""

from collections.abc import Iterator
from contextlib import suppress
from glob import escape
from pathlib import Path

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.folder import SUFFIX, BookFolder

from .console import WrongUsage


def book_meant(where: str, books: Path) -> str:
    """Where the book lies. A path stays as it is, and so does a name that no book has; wrong usage where two have it.

    ``books`` = the folder in which the window makes its books; one that lies in the current folder is found too.
    """
    if Path(where).name != where:
        return where
    found = {place.folder.resolve(): place for place in _called(where, books)}
    if len(found) > 1:
        raise WrongUsage(f"叫“{where}”的本子不止一个：{'、'.join(map(str, found))}。请写出文件夹的路径。")
    return str(next(iter(found.values())).marker) if found else where


def _called(name: str, books: Path) -> Iterator[BookFolder]:
    folder = name.removesuffix(SUFFIX)
    for path in (Path(name), books / folder, *books.glob(f"*/{escape(folder)}{SUFFIX}")):
        with suppress(Trouble, OSError):  # what is no book, or cannot be looked at, is not the one
            place = BookFolder.of(path)
            if place.exists():
                yield place
