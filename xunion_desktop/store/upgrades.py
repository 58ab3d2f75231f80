"""Upgrades of a book. There is one schema so far; a room that is new gets its tables when the book is opened.

Numbered steps, each on a proved copy first and in one transaction, come with issue 3.
"""

from __future__ import annotations

from collections.abc import Iterable

import peewee as pw

from .record import meta_of
from .tables import in_link_order

SCHEMA = 1


def create_missing_tables(database: pw.Database, records: Iterable[type[pw.Model]]) -> None:
    """Make the tables, with their indexes, of records that the book does not have yet."""
    present = set(database.get_tables())
    for record in in_link_order(records):
        if meta_of(record).table_name not in present:
            pw.SchemaManager(record, database).create_all()
