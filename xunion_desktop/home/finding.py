"""查找: one line that looks through the registers of all rooms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from xunion_desktop.store.record import Record
from xunion_desktop.store.registers import Register

MOST = 6
_SECOND_LINE = 3


@dataclass(frozen=True)
class Hit:
    """One record found: where it is kept, its title and a line that tells it from others."""

    register: str
    key: str
    title: str
    second: str


@dataclass(frozen=True)
class Group:
    """What one register has for these words; ``count`` is the whole number, ``hits`` the first of them."""

    register: str
    title: str
    count: int
    hits: tuple[Hit, ...]


def find(registers: Iterable[Register], words: str, as_of: date, most: int = MOST) -> list[Group]:
    """Look for names, pinyin, initials, codes and numbers; registers without a hit are left out."""
    if not words.strip():
        return []
    groups = (_group(register, words, as_of, most) for register in registers)
    return [group for group in groups if group.count]


def _group(register: Register, words: str, as_of: date, most: int) -> Group:
    keys = register.keys(text=words, as_of=as_of)
    rows = register.rows(keys[:most], as_of)
    hits = tuple(Hit(register.id, str(row.id), row.title(), _second(register, row)) for row in rows)
    return Group(register.id, register.title, len(keys), hits)


def _second(register: Register, row: Record) -> str:
    """The first columns that say something and are not the title again; sensitive ones never."""
    title = row.title()
    texts = (column.text(row) for column in register.columns if not column.sensitive)
    said = [text for text in texts if text and text != title]
    return " • ".join(said[:_SECOND_LINE])
