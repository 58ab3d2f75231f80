"""History: what happened to one record, or by one deed, read from the journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .chain import Values, unpack
from .changes import FINAL, INSERT
from .clock import moment
from .entries import DeedEntry, JournalEntry
from .machines import machines
from .record import bound


@dataclass(frozen=True)
class Change:
    """What one deed did to one record: ``values`` by field name, each old and new (of a new record, old is None).

    ``act`` is insert, update, erase (values erased by law) or remove (taken out of the bin). ``erased`` = these values
    were erased since.
    """

    deed: str
    label: str
    user: str
    time: str
    act: str
    values: dict[str, tuple[Any, Any]]
    machine: str = ""
    erased: bool = False
    kind: str = ""
    key: str = ""


def changes_of(kind: str, key: str) -> Iterator[Change]:
    """Give the changes of a record, the latest first."""
    row = JournalEntry
    return _changes(_query((row.key == key) & (row.kind == kind)).order_by(row.clock.desc(), row.number.desc()))


def changes_by(deed_id: str, limit: int) -> Iterator[Change]:
    """Give what one deed did, record by record, in the order in which it did it."""
    row, deed = JournalEntry, DeedEntry
    entry = deed.get_or_none(deed.id == deed_id)
    if entry is None:
        return iter(())
    own = (row.replica == entry.replica) & row.number.between(entry.first, entry.last)
    return _changes(_query(own).order_by(row.number).limit(limit))


def _query(condition: Any) -> Any:
    row, deed = JournalEntry, DeedEntry
    told = (row.deed, deed.label, deed.user, row.clock, row.act, row.plain, row.secret, row.salt, row.replica)
    return row.select(row.kind, row.key, *told).join(deed, on=(deed.id == row.deed)).where(condition)


def _changes(query: Any) -> Iterator[Change]:
    named = machines()
    for kind, key, deed, label, user, clock, act, plain, secret, salt, replica in bound.raw(query):
        pairs = _pairs(act, unpack(plain) | unpack(secret))
        time = moment(clock).strftime("%Y-%m-%d %H:%M")
        yield Change(deed, label, user, time, act, pairs, named.get(replica, ""), salt is None, kind, key)


def _pairs(act: str, values: Values) -> dict[str, tuple[Any, Any]]:
    if act == INSERT:
        return {name: (None, value) for name, value in values.items()}
    return {} if act in FINAL else {name: (old, new) for name, (old, new) in values.items()}
