"""Elections: a new term is written, and an extension that was granted for the old one is over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xunion_desktop.branches.records.course import StateChange, Term
from xunion_desktop.branches.rules import State


def newest_term(branch: str) -> Term | None:
    """Return the last term of a union."""
    terms = Term.alive().where(Term.branch == branch)
    term: Term | None = terms.order_by(Term.start.desc(nulls="last"), Term.id.desc()).first()
    return term


def next_term(branch: str) -> Term:
    """Make the term that follows the last one: the next number, as many years."""
    last = newest_term(branch)
    return Term(branch=branch, **(following(last) if last else {"years": 5}))


def following(term: Term) -> dict[str, Any]:
    """Return what of the next term is known before the election: its number, and that it lasts as long."""
    return {"number": term.number + 1 if term.number else None, "years": term.years or 5}


def save_term(deed: Any, term: Term, changed: Mapping[str, Any]) -> None:
    """Write a term; where it begins after an extension was granted, the union is 正常 again from that day on."""
    for name, value in changed.items():
        setattr(term, name, value)
    deed.save(term)
    back = back_to_normal(term.branch_id, term.start)
    if back:
        deed.save(StateChange(**back))


def back_to_normal(branch: str, start: str | None) -> dict[str, Any] | None:
    """Return the state that ends an extension with an election on ``start``; None where there is no such extension."""
    states = StateChange.alive().where(StateChange.branch == branch)
    last = states.order_by(StateChange.since.desc(), StateChange.id.desc()).first()
    if not start or last is None or last.state != State.EXTENDED or start < last.since:
        return None
    return {"branch": branch, "since": start, "state": State.NORMAL.value, "reason": "已换届"}
