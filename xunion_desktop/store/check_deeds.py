"""Check of the deeds: what each says of itself is what its rows say, and what was taken back is said to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import peewee as pw

from xunion_desktop.basics.problems import Level

from .check_words import OUTSIDE, time_of
from .entries import DONE, LOGGED, REDONE, UNDONE, DeedEntry, JournalEntry
from .findings import Finding
from .log import LogEntry
from .record import bound

_ROLES = {DONE, UNDONE, REDONE, LOGGED}


class _Said(NamedTuple):
    """What a deed says of itself."""

    id: str
    label: str
    clock: Any
    facts: tuple[Any, ...]
    role: str
    undoes: str | None
    undone_by: str | None


def deed_findings() -> Iterator[Finding]:
    """Find the deeds that are not what their rows say, or not what later deeds did to them."""
    said, true = _said(), _true()
    undone = _undone(said.values())
    for deed in said.values():
        named = f"操作“{deed.label}”（{time_of(deed.clock)}）"
        if true.get(deed.id) != deed.facts or (deed.role == LOGGED) != (deed.facts[-1] == LogEntry.kind_of()):
            yield Finding(Level.ERROR, f"{named}和它的变更记录对不上。", OUTSIDE, deed=deed.id)
        if undone.get(deed.id) != deed.undone_by:
            yield Finding(Level.ERROR, f"{named}有没有撤销，和后来的操作对不上。", OUTSIDE, deed=deed.id)
        if (deed.role in {UNDONE, REDONE}) != (deed.undoes is not None) or deed.role not in _ROLES:
            yield Finding(Level.ERROR, f"{named}是不是撤销，撤销的是哪一项，说不通。", OUTSIDE, deed=deed.id)


def _said() -> dict[str, _Said]:
    deed = DeedEntry
    facts = (deed.replica, deed.first, deed.last, deed.clock, deed.clock, deed.count, deed.kinds)
    query = deed.select(deed.id, deed.label, deed.clock, deed.role, deed.undoes, deed.undone_by, *facts)
    return {
        key: _Said(key, label, clock, tuple(facts_read), role, undoes, undone_by)
        for key, label, clock, role, undoes, undone_by, *facts_read in bound.raw(query)
    }


def _true() -> dict[str, tuple[Any, ...]]:
    """What the rows say of their deeds."""
    row, fn = JournalEntry, pw.fn
    kinds = defaultdict[str, set[str]](set)
    for key, kind in bound.raw(row.select(row.deed, row.kind).distinct()):
        kinds[key].add(str(kind))
    count = fn.COUNT(row.number)
    spans = (fn.MIN(row.number), fn.MAX(row.number), fn.MIN(row.clock), fn.MAX(row.clock), count)
    rows = bound.raw(row.select(row.deed, row.replica, *spans).group_by(row.deed, row.replica))
    return {key: (replica, *numbers, " ".join(sorted(kinds[key]))) for key, replica, *numbers in rows}


def _undone(deeds: Iterable[_Said]) -> dict[str, str | None]:
    """Which deed has taken each one back in the end, as ``undo`` marks it."""
    known = {deed.id: deed for deed in deeds}
    found: dict[str, str | None] = {}
    for deed in sorted(known.values(), key=lambda each: each.clock if isinstance(each.clock, int) else 0):
        if deed.role in {DONE, LOGGED} or deed.undoes not in known:
            continue
        found[deed.undoes] = deed.id
        if deed.role == REDONE:
            found[_meant(deed, known)] = None
    return found


def _meant(deed: _Said, known: dict[str, _Said]) -> str:
    """The deed of the clerk that a redo is about; one that leads in a circle is about itself."""
    met = {deed.id}
    while deed.role != DONE and deed.undoes in known and deed.undoes not in met:
        deed = known[deed.undoes]
        met.add(deed.id)
    return deed.id
