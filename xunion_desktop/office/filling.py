"""First values of the own union, from ``resources/``: what a new book starts with and what an upgrade adds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid5

from xunion_desktop import __version__
from xunion_desktop.basics.resources import resource_table
from xunion_desktop.store.book import Book
from xunion_desktop.store.record import Record

from .records import DatedValue, Entry, Filling, Holiday, Office, Prefix
from .users import Right

_SHIPPED = UUID("6f1d1f6e-0c0b-5d7e-9a51-3d7f6a0c8e42")
_SHIPPED_KINDS: tuple[type[Record], ...] = (DatedValue, Entry, Right)
LABEL = "初设本单位资料"


def fill(book: Book, user: str = "") -> int:
    """Put in the shipped values that this book does not know yet, as one deed that is never undone; say how many.

    A shipped row has the same key in every book, so that it is added once, two books agree on it, and what the
    office changed or deleted since is left alone.
    """
    known = _Known()
    missing = [record for record in shipped() if record not in known]
    if missing:
        with book.deed(LABEL, user=user) as deed:
            for record in missing:
                deed.save(record)
            deed.save(Filling(version=__version__, count=len(missing)))
    return len(missing)


def shipped() -> Iterator[Record]:
    """Give all shipped rows, new and unsaved."""
    yield from _own_union()
    yield from _values()
    yield from _dictionaries()
    yield from _holidays()
    yield from _rights()


class _Known:
    """What the book has had already, even if it was deleted since."""

    def __init__(self) -> None:
        self._keys = {row.id for kind in _SHIPPED_KINDS for row in kind.select()}
        self._roles = {row.role for row in Prefix.select()}
        self._days = {row.day for row in Holiday.select()}
        self._own_union = Office.alive().exists()

    def __contains__(self, record: Record) -> bool:
        """By its key; the own union, a role and a day exist once, whoever put them in."""
        if isinstance(record, Office):
            return self._own_union
        if isinstance(record, Prefix):
            return record.role in self._roles
        if isinstance(record, Holiday):
            return record.day in self._days
        return record.id in self._keys


def own_union_shipped() -> dict[str, str]:
    """Give the words that a new book has for the own union ("" = not known)."""
    words: dict[str, str] = resource_table("office.toml")["office"]
    return words


def _own_union() -> Iterator[Record]:
    content = resource_table("office.toml")
    values = {name: value for name, value in content["office"].items() if value}
    yield Office(id=_key("office"), **values)
    for row in content["prefix"]:
        yield Prefix(id=_key("prefix", row["role"]), **row)


def _values() -> Iterator[Record]:
    for shipped_row in resource_table("values.toml")["value"]:
        row = {name: value for name, value in shipped_row.items() if name not in {"sort", "range"}}
        yield DatedValue(id=_key("value", row["name"], row.get("valid_from", "")), **row)


def _dictionaries() -> Iterator[Record]:
    for table in resource_table("dictionaries.toml")["dictionary"]:
        name, year = table["name"], table.get("year")
        for position, (code, word) in enumerate(table["words"], start=1):
            key = _key("entry", name, str(year or ""), word)
            common = {"dictionary": name, "year": year, "source": table["source"]}
            yield Entry(id=key, position=position, code=code, word=word, **common)


def _holidays() -> Iterator[Record]:
    for table in resource_table("holidays.toml")["year"]:
        for holiday in table["holiday"]:
            for day, works in _days(holiday):
                about = {"name": holiday["name"], "source": table["source"]}
                yield Holiday(id=_key("holiday", day.isoformat()), day=day.isoformat(), works=works, **about)


def _rights() -> Iterator[Record]:
    for row in resource_table("rights.toml")["right"]:
        yield Right(id=_key("right", row["role"], row["room"]), **row)


def _days(holiday: dict[str, Any]) -> Iterator[tuple[date, bool]]:
    first, last = (date.fromisoformat(text) for text in holiday["off"].split("/"))
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number), False
    for text in holiday.get("works", []):
        yield date.fromisoformat(text), True


def _key(*parts: str) -> str:
    return uuid5(_SHIPPED, "/".join(parts)).hex
