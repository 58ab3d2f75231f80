"""The tables of rooms that a book does not have yet, made when it is opened, and indexes as this program wants them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import peewee as pw

from .record import meta_of
from .tables import in_link_order

_INDEXES = "SELECT tbl_name, name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"


def create_missing_tables(database: pw.Database, records: Iterable[type[pw.Model]]) -> None:
    """Make the tables of records that the book does not have yet, and let the indexes be those of this program.

    An index holds no values of its own: what is found by it, and how fast, is the program's business, not the book's.
    """
    present = set(database.get_tables())
    indexes: dict[str, set[str]] = {}
    execute: Any = database.execute_sql  # peewee has no type for it
    for table, name in execute(_INDEXES):
        indexes.setdefault(table, set()).add(name)
    for record in in_link_order(records):
        table = meta_of(record).table_name
        if table not in present:
            pw.SchemaManager(record, database).create_all()
        else:
            _let_indexes_agree(database, record, indexes.get(table, set()))


def _let_indexes_agree(database: pw.Database, record: type[pw.Model], present: set[str]) -> None:
    execute: Any = database.execute_sql
    wanted = {str(index._name) for index in meta_of(record).fields_to_index()}  # noqa: SLF001 - peewee has no other way
    for name in sorted(present - wanted):
        execute(f'DROP INDEX "{name}"')
    if wanted - present:
        pw.SchemaManager(record, database).create_indexes(safe=True)
