"""The steps by which books of older programs become books of this one. ``upgrading`` takes them.

A room that is new gets its tables when the book is opened; a step is needed where what is there changes, or where an
older program must keep its hands off from now on. A step never uses the classes of records: it must still do the same
when they have changed again. Steps are added at the end and never altered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import apsw
import peewee as pw

from .record import meta_of
from .tables import in_link_order


def _only_new_tables(book: apsw.Connection) -> None:
    """Change nothing that was there."""


@dataclass(frozen=True)
class Step:
    """One step: the schema it leads to, what it is for, and what it does on the raw connection in a transaction.

    ``adds`` are the fields (table, field) that it adds to what was there, or fills: what the journal said before it
    does not know them. The check compares all others.
    """

    number: int
    text: str
    run: Callable[[apsw.Connection], None] = _only_new_tables
    adds: tuple[tuple[str, str], ...] = ()


FIRST = 1
STEPS: tuple[Step, ...] = (
    # a program of schema 1 takes a keyring with passwords for a damaged one, and knows no log
    Step(2, "登录和密码、日志、各台电脑的名称"),
    # since then the chain of the journal says more (``chain``): a program of schema 2 would take it for broken
    Step(3, "变更记录的链条多记了操作的种类和电脑的名称"),
)
SCHEMA = STEPS[-1].number


_INDEXES = "SELECT tbl_name, name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"


def added_later(table: str, schema: int, steps: Iterable[Step] = STEPS) -> set[str]:
    """Return the fields of a table that steps beyond a schema have added or filled."""
    return {field for step in steps if step.number > schema for kind, field in step.adds if kind == table}


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
