"""Books: finding, making and trying out the book that a command works on."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from xunion_desktop.catalogue import record_classes
from xunion_desktop.office.filling import fill
from xunion_desktop.store.book import Book
from xunion_desktop.store.folder import BookFolder
from xunion_desktop.store.registers import ALL, Chip, Register

from .console import WrongUsage
from .log_in import AtConsole

T = TypeVar("T")


def open_book(where: str) -> Book:
    """Open the book that ``--book`` means."""
    return Book.open(where, record_classes(), unlock=AtConsole())


def make_book(where: str | Path, replicas: Path | None = None) -> Book:
    """Make a book there and fill in what every new book starts with."""
    book = Book.create(where, record_classes(), replicas)
    fill(book)
    return book


def is_missing(where: str) -> bool:
    """Whether nothing stands yet where this book would be made; an empty folder becomes the book."""
    return not BookFolder.of(Path(where)).taken()


@contextmanager
def passing_book() -> Iterator[Book]:
    """A new book that is gone again at the end: to look at what would happen, to print samples."""
    with (
        tempfile.TemporaryDirectory(prefix="xunion-") as folder,
        make_book(Path(folder, "试用"), Path(folder, "replicas")) as book,
    ):
        yield book


def chosen(cards: Mapping[str, T], name: str, what: str) -> T:
    """The card of that name; wrong usage names those there are."""
    if name not in cards:
        raise WrongUsage(f"没有“{name}”这个{what}，可用的有 {'、'.join(cards)}。")
    return cards[name]


def chip_of(register: Register, name: str) -> Chip:
    """The filter chip called so, by name or id ("" = all); wrong usage names those there are."""
    try:
        return register.chip(name or ALL)
    except KeyError:
        offered = "、".join(f"{chip.label}（{chip.id}）" for chip in register.chips)
        raise WrongUsage(f"“{register.title}”没有“{name}”这个筛选，可用的有 {offered}。") from None
