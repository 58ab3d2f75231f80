"""Practice: a county of fictional unions to try things on, in a folder of its own; everything in it may be lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from xunion_desktop.basics.disk import patiently
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.places import Places
from xunion_desktop.store.book import Book
from xunion_desktop.store.folder import BookFolder
from xunion_desktop.store.record import Record
from xunion_desktop.store.unlocking import Unlock

from .doorstep import PRACTICE, practice_book, replicas_of
from .filling import fill
from .records import DatedValue, Prefix
from .values import PAPER_STAMP, office

UNION, SHORT = "练习县总工会", "县总工会"
STAMP_WORDS = "练习，无效"
_PREFIXES = {"document": "练习发", "office": "练习办", "letter": "练习函", "circular": "练习通报"}
_LABEL = "建立练习县"
_MEANWHILE = "同时有另一个窗口把练习县建好了。"
_BUSY = "练习县的文件正被别的程序用着，没有全部清掉。"


def stamped() -> bool:
    """Whether the open book is a practice county, wherever it lies: a copy of one, a package of one."""
    return bool(_stamp().exists())


def its_stamp() -> Any:
    """Select the stamp that the program put into a practice county; one that a clerk set is his."""
    return _stamp().where(DatedValue.source == PRACTICE)


def _stamp() -> Any:
    return DatedValue.alive().where((DatedValue.name == PAPER_STAMP) & (DatedValue.value == STAMP_WORDS))


def opened(places: Places, path: Path, records: Iterable[type[Record]], unlock: Unlock | None = None) -> Book:
    """Open a book of this PC; the backups of the practice county, and what is noted of it, stay beside it."""
    return Book.open(path, records, replicas_of(path, places), unlock)


def new_practice(places: Places, records: Iterable[type[Record]], people: Callable[[Book], object]) -> Book:
    """Make it, with the unions that ``people`` puts in, under a name that no paper can be mistaken for.

    Nothing of that can be undone: 撤销 would take the stamp off its papers.
    """
    path = practice_book(places)
    try:
        book = Book.create(path, records, replicas_of(path, places))
    except Trouble as trouble:
        if not BookFolder.of(path).taken():
            raise
        raise Trouble(_MEANWHILE, "请到那个窗口里练习，或等它关掉以后再打开练习县。") from trouble
    try:
        fill(book)
        with book.ground():
            people(book)
            _name_it(book)
    except BaseException:
        book.close()
        raise
    return book


def forget_practice(places: Places) -> None:
    """Take the whole practice county away, with its backups; the book must be closed. Trouble where it cannot."""
    if not places.practice.exists():
        return
    try:
        patiently(lambda: shutil.rmtree(places.practice))
    except OSError as error:
        raise Trouble(_BUSY, f"关掉打开着 {places.practice} 的窗口，再重新开始一次。") from error


def _name_it(book: Book) -> None:
    own = office()
    own.name, own.short_name, own.seal_text = UNION, SHORT, UNION
    own.superior = "练习市总工会"
    with book.deed(_LABEL) as deed:
        deed.save(own)
        for prefix in Prefix.alive():
            prefix.word = _PREFIXES.get(prefix.role, prefix.word)
            deed.save(prefix)
        note = "印在每一页的上下边上。练习县里不要改。"
        deed.save(DatedValue(name=PAPER_STAMP, value=STAMP_WORDS, source=PRACTICE, note=note))
