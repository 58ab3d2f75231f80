"""Tables: how one class of record is written by the raw driver, eight times faster than by peewee (stack.md §6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import Any, TypeVar

import peewee as pw

from .derived import search_text_of, sort_key_of
from .record import OWN_FIELDS, Record, meta_of

M = TypeVar("M", bound=type[pw.Model])


def in_link_order(records: Iterable[M]) -> list[M]:
    """Sort classes of records so that each comes after those it links to."""
    waiting, ordered = sorted(set(records), key=lambda record: meta_of(record).table_name), []
    while waiting:
        ready = [record for record in waiting if not _linked(record) & (set(waiting) - {record})]
        ordered += ready or waiting
        waiting = [record for record in waiting if record not in ordered]
    return ordered


def _linked(record: type[pw.Model]) -> set[Any]:
    return set(meta_of(record).model_refs)


class Table:
    """The statements and conversions for one class of record."""

    def __init__(self, record: type[Record]) -> None:
        self.record = record
        meta = meta_of(record)
        self.kind = record.kind_of()
        self.room = room_of(record)
        self.fields: dict[str, Any] = {field.name: field for field in meta.sorted_fields}
        self.names = tuple(self.fields)
        self.by_any_name: Mapping[str, Any] = meta.combined
        self.sources = frozenset({record.sort_source, *record.search_sources} - {""})
        self.told = tuple(name for name in self.names if name not in OWN_FIELDS)
        self.secret = frozenset(name for name in self.told if getattr(self.fields[name], "sensitive", False))
        self.links: dict[str, type[Record]] = {
            link.name: target for link, target in meta.refs.items() if issubclass(target, Record)
        }
        self.prepares = record.prepare is not Record.prepare

    @cached_property
    def insert_sql(self) -> str:
        """The statement that inserts one row, all columns in the order of ``names``."""
        marks = ", ".join("?" for _ in self.names)
        columns = ", ".join(self._column(name) for name in self.names)
        return f'INSERT INTO "{self.kind}" ({columns}) VALUES ({marks})'  # noqa: S608 - names of our own classes

    @cache  # noqa: B019 - there are as many tables as classes of records, and they live as long
    def update_sql(self, names: tuple[str, ...]) -> str:
        """Return the statement that sets ``names`` of the row with a key."""
        changes = ", ".join(f"{self._column(name)} = ?" for name in names)
        return f'UPDATE "{self.kind}" SET {changes} WHERE "id" = ?'  # noqa: S608 - names of our own classes

    @cached_property
    def delete_sql(self) -> str:
        """The statement that really removes a row: for notes only."""
        return f'DELETE FROM "{self.kind}" WHERE "id" = ?'  # noqa: S608 - names of our own classes

    def _column(self, name: str) -> str:
        return f'"{self.fields[name].column_name}"'

    def select(self, names: Sequence[str], condition: Any) -> pw.ModelSelect[Any]:
        """Return the query for some fields of the rows that meet a condition, as the database has them."""
        return self.record.select(*(self.fields[name] for name in names)).where(condition)

    @cached_property
    def defaults(self) -> list[tuple[str, Any, Any]]:
        """Name, conversion into the database's value, and default (or None) of every field."""
        return [(name, field.db_value, field.default) for name, field in self.fields.items()]

    def stored(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return values, whatever name a link goes by, as the database has them."""
        found = {}
        for name, value in values.items():
            field = self.by_any_name[name]
            found[field.name] = field.db_value(value)
        return found

    def complete(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return a whole row as the database has it: ``values`` by field name, else the default."""
        row: dict[str, Any] = {}
        for name, convert, default in self.defaults:
            value = values[name] if name in values else default() if callable(default) else default
            row[name] = convert(value) if value is not None else None
        self.derive(row)
        return row

    def derive(self, row: dict[str, Any]) -> None:
        """Fill what the store keeps by itself from the other values of ``row``."""
        if self.sources:
            row["sort_key"] = sort_key_of(self.record, row)
            row["search_text"] = search_text_of(self.record, row)


@cache
def table_of(record: type[Record]) -> Table:
    """Return the table of a class of record."""
    return Table(record)


def room_of(record: type[pw.Model]) -> str:
    """Return the room (package folder) whose chain the records belong to."""
    first, *rest = record.__module__.split(".")
    return rest[0] if rest and first == "xunion_desktop" else first
