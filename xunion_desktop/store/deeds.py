"""Deeds and notes: the two ways to write. A deed is one clerk's action and one transaction, and is journaled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any

import peewee as pw

from .chain import Values
from .changes import Changes, Update
from .clock import first_reading, moment
from .database import BookDatabase
from .entries import DONE, LOGGED, UNDONE, DeedEntry
from .gateway import Gateway, Progress
from .journal import DeedHead, Journal
from .machines import machines
from .tables import Table


class Deed(Gateway):
    """One clerk's action on journaled records. What it changed is written to the journal when it is done."""

    def __init__(self, database: BookDatabase, head: DeedHead, now: str, progress: Progress | None = None) -> None:
        super().__init__(database, now, progress)
        self.head = head
        self.changes = Changes()

    @property
    def id(self) -> str:
        """The key of the deed, by which it can be undone."""
        return self.head.id

    def finish(self, journal: Journal) -> bool:
        """Write the journal; False = nothing was changed, and there is no trace."""
        if not self.changes:
            return False
        journal.write(self.head, self.changes)
        return True

    def put_back(self, table: Table, names: tuple[str, ...], rows: Sequence[Update]) -> None:
        """Set fields of many rows, deleted or not: how undo writes."""
        self._update(table, names, rows)

    def remove(self, table: Table, keys: Sequence[str]) -> None:
        """Take deleted rows out of the book for good; their journal stays."""
        self._write(table, table.delete_sql, [(key,) for key in keys])
        self.changes.removed(table, keys)

    def erase(self, table: Table, key: str, left: Values) -> None:
        """Put ``left`` in the place of a record's values, and wipe these out of the journal; its hashes stay."""
        row = dict(left)
        table.derive(row)
        self._write(table, table.update_sql(tuple(row)), [(*row.values(), key)])
        self._database.write(_WIPE, [(key, table.kind)])
        self.changes.erased(table, key, left)

    def mark_undone(self, deed_id: str, by: str | None) -> None:
        """Note at a deed which deed took it back (None = it holds again)."""
        self._database.write(_MARK_UNDONE, [(by, deed_id)])

    def _inserted(self, table: Table, rows: Sequence[Values]) -> None:
        self.changes.inserted(table, rows)

    def _updated(self, table: Table, names: tuple[str, ...], rows: Sequence[Update]) -> None:
        self.changes.updated(table, names, rows)


_WIPE = (
    'UPDATE "store_journal" SET "plain" = NULL, "secret" = NULL, "salt" = NULL WHERE "key" = ? AND "kind" = ?'
    " AND \"act\" IN ('insert', 'update')"
)
_MARK_UNDONE = 'UPDATE "store_deed" SET "undone_by" = ? WHERE "id" = ?'


class Note(Gateway):
    """Writes records that are no business of the journal: drafts, views, learned mappings. Delete really deletes."""

    journaled = False

    def __init__(self, database: BookDatabase, now: str, progress: Progress | None = None) -> None:
        super().__init__(database, now, progress)
        self.kinds: set[str] = set()

    def delete(self, record: Any) -> None:
        """Remove the record."""
        table = self._table(type(record))
        self._write(table, table.delete_sql, [(record.id,)])
        self.kinds.add(table.kind)

    def _inserted(self, table: Table, rows: Sequence[Values]) -> None:  # noqa: ARG002 - what a gateway is told
        self.kinds.add(table.kind)

    def _updated(self, table: Table, names: tuple[str, ...], rows: Sequence[Update]) -> None:  # noqa: ARG002 - what a gateway is told
        self.kinds.add(table.kind)


@dataclass(frozen=True)
class DeedLine:
    """A deed as it is listed for a clerk: 导入台账 · 217 条 · 2026-11-03 09:41.

    ``redo`` = the undo that must be taken back to have the deed again ("" = it was not undone); ``clock`` says where
    in the list it stands.
    """

    id: str
    label: str
    user: str
    time: str
    count: int
    kinds: tuple[str, ...]
    undone: bool
    undoable: bool
    machine: str = ""
    clock: int = 0
    redo: str = ""


def deed_line(entry: DeedEntry, machine: str = "") -> DeedLine:
    """Return the line of a deed, done on ``machine``."""
    undone = entry.undone_by is not None
    return DeedLine(
        id=entry.id,
        label=entry.label,
        user=entry.user,
        time=moment(entry.clock).strftime("%Y-%m-%d %H:%M"),
        count=entry.count,
        kinds=tuple(entry.kinds.split()),
        undone=undone,
        undoable=entry.role == DONE and not undone and not entry.fixed,
        machine=machine,
        clock=entry.clock,
        redo=_redo(entry),
    )


def _redo(entry: DeedEntry) -> str:
    """Return the undo to take back: of an undone deed the one that undid it, of an undo itself."""
    if entry.role == UNDONE:
        return "" if entry.undone_by else entry.id
    return str(entry.undone_by or "") if entry.role == DONE else ""


@dataclass(frozen=True)
class Wanted:
    """Which deeds are wanted: of a user, on some days, that wrote one of these kinds, with a text in their label.

    ``without`` = none that wrote any of these kinds; ``before`` = a reading of the clock: the page of the list that
    follows the deed which had it; ``deed`` = just this one.
    """

    user: str = ""
    since: date | None = None
    until: date | None = None
    kinds: frozenset[str] = frozenset()
    text: str = ""
    without: frozenset[str] = frozenset()
    before: int = 0
    deed: str = ""

    def condition(self) -> Any:
        """Return what the deeds must meet; what only wrote the log is none."""
        met = DeedEntry.role != LOGGED
        if self.user:
            met &= DeedEntry.user == self.user
        if self.since:
            met &= DeedEntry.clock >= first_reading(self.since)
        if self.until:
            met &= DeedEntry.clock < first_reading(self.until + timedelta(days=1))
        if self.kinds:
            met &= _wrote(self.kinds)
        if self.without:
            met &= ~_wrote(self.without)
        if self.text:
            met &= DeedEntry.label.contains(self.text)
        if self.before:
            met &= DeedEntry.clock < self.before
        if self.deed:
            met &= DeedEntry.id == self.deed
        return met


def _wrote(kinds: frozenset[str]) -> Any:
    """Whether a deed wrote one of these kinds."""
    spaced = pw.Value(" ").concat(DeedEntry.kinds).concat(" ")
    return reduce(or_, (spaced.contains(f" {kind} ") for kind in sorted(kinds)))


EVERYTHING = Wanted()


def latest_deeds(limit: int, wanted: Wanted = EVERYTHING) -> Iterator[DeedLine]:
    """Give the last deeds that are wanted, the latest first."""
    named = machines()
    query = DeedEntry.select().where(wanted.condition()).order_by(DeedEntry.clock.desc()).limit(limit)
    return (deed_line(entry, named.get(entry.replica, "")) for entry in query)
