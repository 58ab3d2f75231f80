"""A second look at queries: each must also be one for PostgreSQL, as peewee writes it."""

from __future__ import annotations

import re
from typing import Any

import peewee as pw

_POSTGRESQL = pw.PostgresqlDatabase("never connected")
_ONLY_SQLITE = re.compile(
    r"\b(glob|strftime|julianday|ifnull|group_concat|printf|json_extract|rowid|date_part|date_trunc)\b", re.IGNORECASE
)


def compiled_for_postgresql(query: Any) -> str:
    """Return the query as PostgreSQL would get it; ValueError if it uses what only SQLite has."""
    if not isinstance(query, pw.SelectBase):  # peewee only reads; tables are made by test_database.py
        return ""
    sql, _ = _POSTGRESQL.get_sql_context().sql(query).query()
    if found := _ONLY_SQLITE.search(sql):
        raise ValueError(f"only SQLite has {found.group()}: {sql}")
    return str(sql)
