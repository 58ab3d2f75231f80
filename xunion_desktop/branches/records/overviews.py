"""Overview: how the unions of each township stand on a day: how many, whose term runs, has run out, their members."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import peewee as pw

from xunion_desktop.branches import dictionaries
from xunion_desktop.branches.records import facts
from xunion_desktop.branches.records.branch import Branch

CHUNK = 500
UNKNOWN = "未填乡镇"


@dataclass(frozen=True)
class Standing:
    """The unions of one township. ``open`` = no term is written down, so nobody knows when it ends."""

    township: str
    unions: int = 0
    soon: int = 0
    overdue: int = 0
    open: int = 0
    members: int = 0
    women: int = 0

    @property
    def normal(self) -> int:
        """Those whose term, or a granted extension, runs."""
        return self.unions - self.soon - self.overdue - self.open

    def plus(self, other: Standing) -> Standing:
        """Both together."""
        counts = (field.name for field in fields(self) if field.name != "township")
        return Standing(self.township, **{name: getattr(self, name) + getattr(other, name) for name in counts})


def standings(today: date, keys: Sequence[str] | None = None) -> list[Standing]:
    """The townships in the order of the office's list; of these unions (None = of all) those that exist."""
    found: dict[str, Standing] = {}
    for row in _counted(today, keys):
        found[row.township] = found[row.township].plus(row) if row.township in found else row
    listed = list(dictionaries.words("township", today))
    known = sorted((name for name in found if name != UNKNOWN), key=lambda name: (_place(name, listed), name))
    return [found[name] for name in (*known, *([UNKNOWN] if UNKNOWN in found else []))]


def _place(name: str, listed: Sequence[str]) -> int:
    return listed.index(name) if name in listed else len(listed)


def _counted(today: date, keys: Sequence[str] | None) -> Iterable[Standing]:
    query = _query(today)
    if keys is None:
        yield from map(_standing, query.tuples())
        return
    for start in range(0, len(keys), CHUNK):
        yield from map(_standing, query.where(Branch.id << list(keys[start : start + CHUNK])).tuples())


def _query(today: date) -> Any:
    overdue, soon = facts.overdue(today), facts.due_soon(today)
    no_term = (pw.fn.COALESCE(facts.term("due", today), "") == "") & ~overdue & ~soon
    counts = [pw.fn.SUM(pw.Case(None, [(condition, 1)], 0)) for condition in (soon, overdue, no_term)]
    heads = [pw.fn.SUM(facts.heads(value, today)) for value in ("members", "members_women")]
    query: Any = Branch.select(Branch.township, pw.fn.COUNT(Branch.id), *counts, *heads)
    return query.where(Branch.deleted_at.is_null(), facts.exists(today)).group_by(Branch.township)


def _standing(row: tuple[Any, ...]) -> Standing:
    township, *counts = row
    return Standing(township or UNKNOWN, *(count or 0 for count in counts))
