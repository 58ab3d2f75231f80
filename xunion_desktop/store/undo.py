"""Undo and redo: a deed is taken back by a new deed that does the inverse, if nothing stands in its way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

from .chain import unpack
from .changes import FINAL, INSERT, Update
from .database import BookDatabase
from .deeds import Deed, DeedLine, deed_line
from .entries import DONE, REDONE, UNDONE, DeedEntry, JournalEntry
from .journal import DeedHead
from .keys import new_key
from .obstacles import Obstacles
from .record import Record, bound
from .tables import Table, in_link_order, table_of

_DELETED = "deleted_at"


@dataclass(frozen=True)
class Outcome:
    """What came of an undo: done, or the Chinese sentences of what stands in its way. ``label`` is the deed's."""

    done: bool
    label: str
    obstacles: list[str] = field(default_factory=list)


class Inverse:
    """What must be written to take a deed back, by class of record and fields."""

    def __init__(self, tables: dict[str, Table], now: str) -> None:
        self._tables = tables
        self._vanish: tuple[tuple[str, ...], tuple[Any, ...], tuple[Any, ...]] = ((_DELETED,), (None,), (now,))
        self.updates: dict[tuple[Table, tuple[str, ...]], list[Update]] = {}

    def add(self, kind: str, key: str, act: str, plain: bytes | None, secret: bytes | None) -> None:
        """Add the inverse of one journal row: a new record is deleted, a changed one gets its old values back."""
        table = self._tables[kind]
        if act in FINAL:
            return  # its entry in the log stands in the way of the whole deed
        if act == INSERT:
            if _made_and_deleted(plain):
                return
            names, now, back = self._vanish
        else:
            values = unpack(plain) | unpack(secret)
            names = tuple(sorted(values))
            now, back = tuple(values[name][1] for name in names), tuple(values[name][0] for name in names)
        self.updates.setdefault((table, names), []).append((key, now, back))

    def touched(self) -> dict[Table, set[str]]:
        """Return the keys of the records that the deed changed."""
        found: dict[Table, set[str]] = {}
        for (table, _), rows in self.updates.items():
            found.setdefault(table, set()).update(key for key, _, _ in rows)
        return found

    def held(self) -> list[str]:
        """Say which records may not have other values now, though no later deed changed them."""
        return [
            sentence
            for (table, names), rows in self.updates.items()
            for sentence in table.record.held([key for key, _, _ in rows], names)
        ]

    def vanishing(self) -> dict[Table, set[str]]:
        """Return the keys of the records that will be gone."""
        return self._turned(lambda deleted_at: deleted_at is not None)

    def reviving(self) -> dict[Table, set[str]]:
        """Return the keys of the records that will be back."""
        return self._turned(lambda deleted_at: deleted_at is None)

    def _turned(self, meant: Callable[[Any], bool]) -> dict[Table, set[str]]:
        found: dict[Table, set[str]] = {}
        for (table, names), rows in self.updates.items():
            if _DELETED in names:
                place = names.index(_DELETED)
                found.setdefault(table, set()).update(key for key, _, back in rows if meant(back[place]))
        return {table: keys for table, keys in found.items() if keys}

    def write(self, deed: Deed) -> None:
        """Write it in the order of links: what vanishes from the end of the links, all else from their start."""
        vanishing = self.vanishing()
        order = {record: place for place, record in enumerate(in_link_order(t.record for t, _ in self.updates))}

        def place(item: tuple[tuple[Table, tuple[str, ...]], list[Update]]) -> int:
            table = item[0][0]
            return -order[table.record] if table in vanishing else order[table.record]

        for (table, names), rows in sorted(self.updates.items(), key=place):
            deed.put_back(table, names, rows)


class Undoing:
    """Takes deeds of the open book back. ``begin`` opens a deed with a given head.

    ``guard`` is asked before anything is told: what stands in the way names records, but for those of ``hidden`` kinds.
    """

    def __init__(
        self,
        records: Iterable[type[Record]],
        begin: Callable[[DeedHead], AbstractContextManager[Deed]],
        guard: Callable[[frozenset[str]], None],
        hidden: frozenset[str] = frozenset(),
    ) -> None:
        self._records = tuple(records)
        self._begin = begin
        self._guard = guard
        self._hidden = hidden

    def undoable(self) -> DeedLine | None:
        """Return the last deed that can be taken back."""
        return _line(_holding(DONE).where(~DeedEntry.fixed))

    def redoable(self) -> DeedLine | None:
        """Return the last undo, unless something was done since."""
        last = _holding(DONE).select(DeedEntry.clock).limit(1).scalar() or 0
        return _line(_holding(UNDONE).where(DeedEntry.clock > last))

    def undo(self, deed_id: str | None, user: str) -> Outcome:
        """Take back a deed, or the last that can be."""
        line = self.undoable() if deed_id is None else None
        key = line.id if line else deed_id
        entry = DeedEntry.get_or_none(DeedEntry.id == key) if key else None
        if entry is None:
            return Outcome(False, "", ["没有可以撤销的操作。"])
        return self._take_back(entry, user)

    def redo(self, user: str) -> Outcome:
        """Take back the last undo."""
        line = self.redoable()
        if line is None:
            return Outcome(False, "", ["没有可以重做的操作。"])
        return self._take_back(DeedEntry.get_by_id(line.id), user)

    def _take_back(self, entry: DeedEntry, user: str) -> Outcome:
        meant = _meant(entry)
        target = meant if entry.role == REDONE else entry
        if target.undone_by is not None:
            return Outcome(False, meant.label, [f"“{meant.label}”已经撤销过了。"])
        again = target.role == UNDONE
        label = f"{'重做' if again else '撤销'}：{meant.label}"
        head = DeedHead(new_key(), label, user, 0, REDONE if again else UNDONE, target.id)
        with self._begin(head) as deed:
            inverse = self._inverse(target, deed.now)
            touched = inverse.touched()
            self._guard(frozenset(table.kind for table in touched))
            changes = (touched, inverse.vanishing(), inverse.reviving())
            found = Obstacles(self._records, target, *changes, self._hidden).sentences()
            found += inverse.held()
            if target.fixed and not found:
                found = [f"“{meant.label}”是建这个本子时做的，不能撤销。"]
            if not found:
                inverse.write(deed)
                deed.mark_undone(target.id, deed.id)
                if again:
                    deed.mark_undone(meant.id, None)
        return Outcome(not found, meant.label, found)

    def _inverse(self, entry: DeedEntry, now: str) -> Inverse:
        inverse = Inverse({record.kind_of(): table_of(record) for record in self._records}, now)
        row = JournalEntry
        query = (
            row.select(row.kind, row.key, row.act, row.plain, row.secret)
            .where((row.replica == entry.replica) & row.number.between(entry.first, entry.last))
            .order_by(row.number)
        )
        database: BookDatabase = bound.obj
        for row_read in database.raw(query):
            inverse.add(*row_read)
        return inverse


def _made_and_deleted(plain: bytes | None) -> bool:
    """Whether a new record was deleted by the deed that made it; nearly all rows need not be unpacked for this."""
    return plain is not None and _DELETED.encode() in plain and _DELETED in unpack(plain)


def _holding(role: str) -> Any:
    """Deeds of a role that were not taken back, the latest first."""
    entry = DeedEntry
    return entry.select().where((entry.role == role) & entry.undone_by.is_null()).order_by(entry.clock.desc())


def _line(query: Any) -> DeedLine | None:
    entry = query.first()
    return deed_line(entry) if entry else None


def _meant(entry: DeedEntry) -> DeedEntry:
    """The deed of the clerk that an undo or redo is about in the end."""
    while entry.role != DONE and entry.undoes:
        entry = DeedEntry.get_by_id(entry.undoes)
    return entry
