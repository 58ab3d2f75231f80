"""The one gateway through which the book is written: deeds (journaled) and notes (not)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Sized
from itertools import islice
from typing import Any, TypeVar

import apsw
import peewee as pw

from xunion_desktop.basics.errors import Trouble

from .chain import Values
from .changes import Update
from .database import BookDatabase
from .links import LivingTargets, pointing_at
from .record import Record, meta_of
from .tables import Table, table_of

Progress = Callable[[int, int], None]
R = TypeVar("R", bound=Record)

_CHUNK = 500


class Gateway:
    """Writes within one transaction; what was written, subclasses take note of.

    ``progress`` is called with (rows done, rows in all or 0) during long work and may raise ``Cancelled``.
    """

    journaled = True

    def __init__(self, database: BookDatabase, now: str, progress: Progress | None = None) -> None:
        self.progress = progress
        self.now = now
        self._database = database
        self._targets = LivingTargets()
        self._saved: list[tuple[Record, set[str]]] = []
        self._hidden: list[Record] = []

    def save(self, record: R) -> R:
        """Write a record: a new one whole, else the fields that were set since it was read. Returns it."""
        table = self._table(type(record))
        record.prepare()
        dirty = set(record.dirty_field_names)
        stored = self._stored(table, record.id)
        if stored is None:
            self._insert_new(table, record)
        else:
            self._save_known(table, record, stored, dirty)
        self._saved.append((record, dirty))
        record.mark_saved()
        return record

    def insert_many(
        self, record: type[Record], rows: Iterable[Mapping[str, Any]], progress: Progress | None = None
    ) -> list[str]:
        """Write many new records, given as values by field name, by the raw driver. Returns their keys in order."""
        table, tell = self._table(record), progress or self.progress
        total = len(rows) if isinstance(rows, Sized) else 0
        keys: list[str] = []
        coming = iter(rows)
        while chunk := [self._complete(table, row) for row in islice(coming, _CHUNK)]:
            self._insert(table, chunk)
            keys += [row["id"] for row in chunk]
            if tell:
                tell(len(keys), total)
        return keys

    def update_where(self, record: type[Record], changes: Mapping[str, Any], condition: Any) -> int:
        """Set fields of all living records that meet a condition. Returns how many were changed."""
        table = self._table(record)
        alive = record.deleted_at.is_null() & condition
        if table.prepares:
            found = list(record.select().where(alive))
            return sum(self._saved_with(each, changes) for each in found)
        new = table.stored(changes)
        self._targets.demand(table, [new])
        names = tuple(new)
        rows = list(self._database.raw(table.select(("id", *names), alive)))
        wanted = tuple(new.values())
        return self._update(table, names, [(row[0], row[1:], wanted) for row in rows if row[1:] != wanted])

    def delete(self, record: Record) -> None:
        """Hide a record until the bin is emptied; Trouble where living records point to it. Once is enough."""
        table = self._table(type(record))
        stored = self._stored(table, record.id)
        if stored is None or stored["deleted_at"] is not None:
            return  # never saved; or whoever holds it read it before it was deleted
        if why := record.stays():
            raise Trouble(f"“{record.title()}”不能删除：{why}")
        standing = pointing_at(table, [record.id])
        if standing:
            raise Trouble(f"“{record.title()}”不能删除：{standing}指着它。", "请先删除或改掉那些记录，再删这一条。")
        self._update(table, ("deleted_at",), [(record.id, (None,), (self.now,))])
        self._targets.forget([record.id])
        record.__data__["deleted_at"] = self.now
        self._hidden.append(record)

    def forget(self) -> None:
        """Give the records back what they were before: the transaction was rolled back."""
        for record, dirty in self._saved:
            record.mark_unsaved(dirty)
        for record in self._hidden:
            record.__data__["deleted_at"] = None

    # what subclasses take note of

    def _inserted(self, table: Table, rows: Sequence[Values]) -> None:
        raise NotImplementedError

    def _updated(self, table: Table, names: tuple[str, ...], rows: Sequence[Update]) -> None:
        raise NotImplementedError

    # the steps

    def _table(self, record: type[Record]) -> Table:
        if record.journaled is not self.journaled:
            way = "book.deed()" if record.journaled else "book.note()"
            raise RuntimeError(f"{record.__name__} is written by {way}")
        return table_of(record)

    def _stored(self, table: Table, key: str) -> Values | None:
        for row in self._database.raw(table.select(table.names, table.record.id == key)):
            return dict(zip(table.names, row, strict=True))
        return None

    def _complete(self, table: Table, row: Mapping[str, Any]) -> Values:
        values = {table.by_any_name[name].name: value for name, value in row.items()}
        if table.prepares:
            record = table.record(**values)
            record.prepare()
            values = record.__data__
        return table.complete(values)

    def _insert_new(self, table: Table, record: Record) -> None:
        row = table.complete(record.__data__)
        self._insert(table, [row])
        record.__data__.update(row)

    def _save_known(self, table: Table, record: Record, stored: Values, dirty: set[str]) -> None:
        if stored["deleted_at"] is not None:
            raise Trouble(f"“{record.title()}”已经删除，不能再保存。", "请先从回收站恢复它。")
        given = {name: record.__data__[name] for name in table.told if name in dirty}
        new = {name: value for name, value in table.stored(given).items() if value != stored[name]}
        self._targets.demand(table, [new])
        names = tuple(new)
        self._update(table, names, [(record.id, tuple(stored[name] for name in names), tuple(new.values()))])
        record.__data__.update(new)

    def _saved_with(self, record: Record, changes: Mapping[str, Any]) -> bool:
        before = dict(record.__data__)
        for name, value in changes.items():
            setattr(record, name, value)
        self.save(record)
        return bool(before != record.__data__)

    def _insert(self, table: Table, rows: Sequence[Values]) -> None:
        self._targets.demand(table, rows)
        self._write(table, table.insert_sql, [tuple(row.values()) for row in rows])
        self._inserted(table, rows)

    def _update(self, table: Table, names: tuple[str, ...], rows: Sequence[Update]) -> int:
        """Set the same fields of many rows."""
        if not names or not rows:
            return 0
        self._write(table, table.update_sql(names), [(*new, key) for key, _, new in rows])
        self._updated(table, names, rows)
        if table.sources.intersection(names):
            self._derive(table, [key for key, _, _ in rows])
        return len(rows)

    def _derive(self, table: Table, keys: list[str]) -> None:
        """Bring what is sorted and found by up to date with the fields it comes from."""
        names = ("id", *sorted(table.sources))
        fresh = []
        for start in range(0, len(keys), _CHUNK):
            some = table.record.id.in_(keys[start : start + _CHUNK])
            for values in self._database.raw(table.select(names, some)):
                row = dict(zip(names, values, strict=True))
                table.derive(row)
                fresh.append((row["sort_key"], row["search_text"], row["id"]))
        self._write(table, table.update_sql(("sort_key", "search_text")), fresh)

    def _write(self, table: Table, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        try:
            self._database.write(sql, rows)
        except apsw.ConstraintError as fault:
            named = _doubled(table, str(fault))
            if not named:
                raise
            raise Trouble(f"{table.record.label}的{named}不能重复，这一条已经有了。", "请改一个再保存。") from fault


def _doubled(table: Table, fault: str) -> str:
    """Name the fields of which SQLite says: UNIQUE constraint failed: branch.code."""
    said = "UNIQUE constraint failed: "
    if said not in fault:
        return ""
    by_column: dict[str, pw.Field[Any]] = meta_of(table.record).columns
    names = [by_column[column.rpartition(".")[2]] for column in fault.split(said)[1].split(", ")]
    return "、".join(field.verbose_name or field.name for field in names)
