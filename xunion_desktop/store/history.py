"""History: what happened to one record, read from the journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .chain import unpack
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


def changes_of(kind: str, key: str) -> Iterator[Change]:
    """Give the changes of a record, the latest first."""
    row, deed = JournalEntry, DeedEntry
    query = (
        row.select(row.deed, deed.label, deed.user, row.clock, row.act, row.plain, row.secret, row.salt, row.replica)
        .join(deed, on=(deed.id == row.deed))
        .where((row.key == key) & (row.kind == kind))
        .order_by(row.clock.desc(), row.number.desc())
    )
    named = machines()
    for deed_id, label, user, clock, act, plain, secret, salt, replica in bound.raw(query):
        values = unpack(plain) | unpack(secret)
        if act == INSERT:
            pairs = {name: (None, value) for name, value in values.items()}
        elif act in FINAL:
            pairs = {}
        else:
            pairs = {name: (old, new) for name, (old, new) in values.items()}
        time = moment(clock).strftime("%Y-%m-%d %H:%M")
        yield Change(deed_id, label, user, time, act, pairs, named.get(replica, ""), salt is None)
