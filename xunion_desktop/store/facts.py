"""Facts: what a database says of itself, read in one snapshot, so that a copy can be held against its original."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import apsw

from .clock import moment
from .columns import Kind
from .entries import LOGGED
from .heads import Head
from .proof import FileColumn, LastDeed
from .record import Record, meta_of

_LAST_DEEDS = 5


@dataclass(frozen=True)
class Facts:
    """Rows and living records per table, the ends of the chains, the last deeds, and the sealed files named."""

    schema: int
    rows: dict[str, int]
    living: dict[str, int]
    heads: tuple[Head, ...]
    deeds: tuple[LastDeed, ...]
    files: frozenset[str]

    def unlike(self, other: Facts) -> str:
        """Say in what another database differs; "" if in nothing that counts."""
        if self.rows != other.rows:
            tables = sorted(name for name in {*self.rows, *other.rows} if self.rows.get(name) != other.rows.get(name))
            return f"条数与本子不一样（{'、'.join(tables)}）"
        return "" if self.heads == other.heads else "操作记录的末尾与本子不一样"


def file_columns(records: Iterable[type[Record]]) -> tuple[FileColumn, ...]:
    """List the columns of records that name sealed files."""
    return tuple(
        FileColumn(record.kind_of(), field.column_name)
        for record in records
        for field in meta_of(record).sorted_fields
        if getattr(field, "kind", None) is Kind.FILE
    )


def facts_of(connection: apsw.Connection, columns: Iterable[FileColumn]) -> Facts:
    """Read the facts; within a transaction they are those of one moment."""
    tables = [str(name) for (name,) in connection.execute(_TABLES)]
    rows, living = {}, {}
    for table in tables:
        (rows[table],) = next(connection.execute(f'SELECT count(*) FROM "{table}"'))  # noqa: S608 - names out of the database itself
        if list(connection.execute(_IS_RECORD, (table,))):
            query = f'SELECT count(*) FROM "{table}" WHERE "deleted_at" IS NULL'  # noqa: S608 - names out of the database itself
            (living[table],) = next(connection.execute(query))
    schema = int(connection.pragma("user_version"))
    return Facts(
        schema, rows, living, heads_of(connection), _deeds(connection), _files(connection, columns, set(tables))
    )


def heads_of(connection: apsw.Connection) -> tuple[Head, ...]:
    """Read where the chains end."""
    return tuple(Head(str(r), str(room), int(n), bytes(chain)) for r, room, n, chain in connection.execute(_HEADS))


def _deeds(connection: apsw.Connection) -> tuple[LastDeed, ...]:
    return tuple(
        LastDeed(moment(clock).strftime("%Y-%m-%d %H:%M"), user, label, records)
        for clock, user, label, records in connection.execute(_DEEDS, (LOGGED, _LAST_DEEDS))
    )


def _files(connection: apsw.Connection, columns: Iterable[FileColumn], tables: set[str]) -> frozenset[str]:
    named: set[str] = set()
    for table, column in columns:
        if table in tables:
            query = f'SELECT DISTINCT "{column}" FROM "{table}" WHERE "{column}" > \'\''  # noqa: S608 - names out of the database itself
            named.update(str(name) for (name,) in connection.execute(query))
    return frozenset(named)


_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
_IS_RECORD = "SELECT 1 FROM pragma_table_info(?) WHERE name = 'deleted_at'"
_HEADS = 'SELECT "replica", "room", "number", "chain" FROM "store_head" ORDER BY "replica", "room"'
_DEEDS = 'SELECT "clock", "user", "label", "count" FROM "store_deed" WHERE "role" <> ? ORDER BY "clock" DESC LIMIT ?'
