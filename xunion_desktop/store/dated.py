"""Dated rows: what holds from a day on (counts, officers, states), so that every figure can be had as of a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from .fields import Date
from .record import Record


class Dated(Record):
    """A row that holds from ``since`` on, until a later one of the same owner takes its place."""

    since = Date(verbose_name="起始日期", help_text="从哪天起是这样，可只写到月或年")


def latest_on(record: type[Record], owner: Any, value: Any, as_of: date) -> Any:
    """Return the expression for ``value`` in the row that holds as of a day, for each owner of the outer query.

    ``owner`` is the link of ``record`` to the record of the outer query. Use it with ``alias`` to select, or in a
    condition. A row known to the month or year only holds from the first day it may mean.
    """
    row = record.alias()
    of_owner = getattr(row, owner.name) == owner.rel_field
    holds = (row.since <= as_of.isoformat()) & row.deleted_at.is_null()
    latest_first = (row.since.desc(), row.id.desc())
    return row.select(getattr(row, value.name)).where(of_owner & holds).order_by(*latest_first).limit(1)
