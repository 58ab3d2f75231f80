"""Books: finding, making and trying out the book that a command works on."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.room import PaperCard, RegisterCard
from xunion_desktop.catalogue import ROOMS, record_classes
from xunion_desktop.desk.privacy import Privacy
from xunion_desktop.office.access import enter, found, rights_in
from xunion_desktop.office.doorstep import replicas_of
from xunion_desktop.office.entering import closed_after_trouble
from xunion_desktop.office.filling import fill
from xunion_desktop.office.new_places import demand_new_place
from xunion_desktop.store.book import Book
from xunion_desktop.store.folder import BookFolder
from xunion_desktop.store.registers import ALL, Chip, Register

from .console import WrongUsage, say
from .log_in import AtConsole

T = TypeVar("T")


def open_book(where: str, unlock: AtConsole | None = None) -> Book:
    """Open the book that ``--book`` means; from then on it keeps to the rights of who logged in."""
    book = Book.open(where, record_classes(), replicas_of(Path(where)), unlock or AtConsole())
    enter(book, ROOMS)
    return book


def make_book(where: str | Path, replicas: Path | None = None, owner: tuple[str, str] | None = None) -> Book:
    """Make a book there and fill in what every new book starts with; ``owner`` is its first administrator.

    One that is noted in ``replicas`` of its own is a passing one, and may lie anywhere.
    """
    if replicas is None:
        demand_new_place(Path(where))
    book = Book.create(where, record_classes(), replicas or replicas_of(Path(where)), owner)

    def begin() -> None:
        fill(book)
        if owner is not None:
            found(book, owner[0])

    return closed_after_trouble(book, begin)


def first_code(book: Book) -> str:
    """Make the recovery code of a new protected book, to be told to its owner ("" = it asks for no log-in)."""
    if not book.keys.protected:
        return ""
    code = book.keys.new_recovery_code()
    book.keys.confirm_recovery(code)  # it is told at once, and there is no other
    return code


def tell_code(code: str) -> None:
    """Tell the recovery code of a new book, the only time that it can be told."""
    if code:
        say(f"恢复码：{code}", "忘了密码只有它能打开本子。请抄在纸上锁好，这里只显示一次，程序里再也找不到。")


def demand_sight(book: Book, card: RegisterCard | PaperCard) -> str:
    """Trouble where who logged in may not see the room of this register or paper; returns the room's id."""
    room = next(room for room in ROOMS if card in (*room.registers, *room.papers))
    if not rights_in(book).may_see(room.id):
        raise Trouble(f"“{room.title}”不对您开放。", "要看的话，请管理员在“用户与权限”里放开。")
    return room.id


def privacy(book: Book) -> Privacy:
    """What may go out of the book in clear, by whom, and what is written down about it."""
    return Privacy(book, rights_in(book), ROOMS)


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
