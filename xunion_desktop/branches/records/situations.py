"""Situation: where a union stands on a day, in plain values: what papers, duties and the head of the page read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import peewee as pw

from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.branches import rules
from xunion_desktop.branches.records import facts
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.branches.records.course import Officer
from xunion_desktop.branches.rules import State
from xunion_desktop.branches.words import Post, is_enterprise

CHUNK = 500


@dataclass(frozen=True)
class Situation:
    """One union on one day. ``due`` and ``resumes`` are first days, ``end`` is a last day; None = not known."""

    key: str
    name: str
    nature: str | None
    number: int | None
    start: PartialDate | None
    years: int | None
    end: PartialDate | None
    due: date | None
    state: State
    resumes: date | None
    members: int | None

    @property
    def effective_due(self) -> date | None:
        """The first overdue day with regard to the state (EL-11)."""
        return rules.effective_due(self.due, self.state, self.resumes) if self.due else None

    @property
    def enterprise(self) -> bool:
        """Whether the rules of enterprises hold (EL-30)."""
        return is_enterprise(self.nature)


def situations(keys: Sequence[str], as_of: date) -> list[Situation]:
    """Return where these unions stand, in the order of their keys; a key that is not there is left out."""
    found = {}
    for place in range(0, len(keys), CHUNK):
        query = _query(as_of).where(Branch.id << list(keys[place : place + CHUNK]))
        found.update({row["id"]: _situation(row) for row in query.dicts()})
    return [found[key] for key in keys if key in found]


@dataclass(frozen=True)
class Waiting:
    """The unions that something is due for: how many, and the one that was due first."""

    count: int
    first: Situation


def waiting(condition: Any, as_of: date) -> Waiting | None:
    """Return who waits under this condition, None = nobody; of the many only their days are read."""
    dates = (facts.term("due", as_of), facts.state("state", as_of), facts.state("resumes", as_of))
    query: Any = Branch.select(Branch.id, Branch.name, *dates).where(Branch.deleted_at.is_null(), condition)
    rows = [(_effective(due, state, resumes), name, key) for key, name, due, state, resumes in query.tuples()]
    return Waiting(len(rows), situations([min(rows)[2]], as_of)[0]) if rows else None


def _effective(due: str | None, state: str | None, resumes: str | None) -> date:
    day = _day(due)
    known = rules.effective_due(day, State(state or State.NORMAL), _day(resumes)) if day else None
    return known or date.max


def keys_where(condition: Any) -> list[str]:
    """Return the keys of the unions of this condition, by name."""
    query = Branch.select(Branch.id).where(Branch.deleted_at.is_null(), condition)
    return [row.id for row in query.order_by(Branch.sort_key)]


def vacant_since(condition: Any, as_of: date) -> list[tuple[PartialDate, bool]]:
    """Return since when the chairs of the unions of this condition are vacant, and whether they are enterprises.

    Only unions are told where a last chair's leaving is recorded; who leaves after ``as_of`` is no answer.
    """
    former = Officer.deleted_at.is_null() & (Officer.post == Post.CHAIR.value) & (Officer.until <= as_of.isoformat())
    query: Any = Officer.select(pw.fn.MAX(Officer.until), Branch.nature).join(Branch)
    query = query.where(former, Branch.deleted_at.is_null(), condition).group_by(Branch.id, Branch.nature)
    return [(PartialDate.parse(until), is_enterprise(nature)) for until, nature in query.tuples()]


def _query(as_of: date) -> Any:
    terms = [facts.term(name, as_of).alias(name) for name in ("number", "start", "years", "end", "due")]
    state = [facts.state(name, as_of).alias(name) for name in ("state", "resumes")]
    members = facts.heads("members", as_of).alias("members")
    return Branch.select(Branch.id, Branch.name, Branch.nature, *terms, *state, members)


def _situation(row: dict[str, Any]) -> Situation:
    return Situation(
        key=row["id"],
        name=row["name"],
        nature=row["nature"],
        number=row["number"],
        start=_partial(row["start"]),
        years=row["years"],
        end=_partial(row["end"]),
        due=_day(row["due"]),
        state=State(row["state"] or State.NORMAL),
        resumes=_day(row["resumes"]),
        members=row["members"],
    )


def _partial(iso: str | None) -> PartialDate | None:
    return PartialDate.parse(iso) if iso else None


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
