"""What is true of a union on a day, as SQL expressions over its dated rows. Every one takes ``as_of``.

The conditions say the same as the rules of the same name do in Python (EL-08, EL-10, EL-11, EL-30, ORG-02); the tests
hold the two against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import peewee as pw

from xunion_desktop.branches import limits, rules
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.branches.records.course import Headcount, Officer, StateChange, Term
from xunion_desktop.branches.records.structure import Structure
from xunion_desktop.branches.rules import State
from xunion_desktop.branches.words import WITHOUT_COMMITTEE, Form, Post
from xunion_desktop.people.records import Person
from xunion_desktop.store.registers import found_by


def _latest(row: Any, since: str, value: str, as_of: date) -> Any:
    """The value of the union's newest row that holds on ``as_of``; one begun nobody knows when is the oldest."""
    rows = row.alias()
    begun = getattr(rows, since)
    holding = (begun <= as_of.isoformat()) | begun.is_null() if begun.null else begun <= as_of.isoformat()
    held = (rows.branch == Branch.id) & rows.deleted_at.is_null() & holding
    newest = begun.desc(nulls="last") if begun.null else begun.desc()
    return rows.select(getattr(rows, value)).where(held).order_by(newest, rows.id.desc()).limit(1)


def term(value: str, as_of: date) -> Any:
    """A value of the running term; one without a start runs where no other does, and is never due."""
    return _latest(Term, "start", value, as_of)


def heads(value: str, as_of: date) -> Any:
    """A count of the latest head count."""
    return _latest(Headcount, "since", value, as_of)


def state(value: str, as_of: date) -> Any:
    """A value of the latest state."""
    return _latest(StateChange, "since", value, as_of)


def structure(value: str, as_of: date) -> Any:
    """A value of the latest structure (女工委, 职代会 …); what was known first holds from nobody knows when."""
    return _latest(Structure, "since", value, as_of)


def form(as_of: date) -> Any:
    """The type of the union; one that nobody wrote down is a single one."""
    return pw.fn.COALESCE(structure("form", as_of), Form.SINGLE.value)


def holds(officers: Any, as_of: date) -> Any:
    """Whether the officer's row holds: begun, or begun nobody knows when, and not ended."""
    day = as_of.isoformat()
    begun = officers.since.is_null() | (officers.since <= day)
    return officers.deleted_at.is_null() & begun & (officers.until.is_null() | (officers.until > day))


def holder(post: Post, as_of: date, value: str = "name") -> Any:
    """A value (the name) of the person who holds the post."""
    officers, people = Officer.alias(), Person.alias()
    query = officers.select(getattr(people, value)).join(people, on=(officers.holder == people.id))
    here = (officers.branch == Branch.id) & (officers.post == post.value)
    return query.where(here & holds(officers, as_of)).order_by(officers.id.desc()).limit(1)


def _with_latest(row: Any, since: str, as_of: date, condition: Callable[[Any], Any]) -> Any:
    """The unions whose row that holds on ``as_of`` meets the condition.

    The rows are filtered before one asks whether a later one replaces them: ten times faster than to look up the
    latest row of every union.
    """
    rows, later, day = row.alias(), row.alias(), as_of.isoformat()
    begun, then = _begun(rows, since), _begun(later, since)
    after = (then > begun) | ((then == begun) & (later.id > rows.id))
    replaced = later.select(later.id).where(
        (later.branch == rows.branch) & later.deleted_at.is_null() & (then <= day) & after
    )
    chosen = condition(rows) & rows.deleted_at.is_null() & (begun <= day)
    return Branch.id << rows.select(rows.branch).where(chosen & ~pw.fn.EXISTS(replaced))


def _begun(rows: Any, since: str) -> Any:
    """The day a row holds from; one that holds from nobody knows when comes before every day."""
    begun = getattr(rows, since)
    return pw.fn.COALESCE(begun, "") if begun.null else begun


def _term_where(as_of: date, condition: Callable[[Any], Any]) -> Any:
    return _with_latest(Term, "start", as_of, condition)


def _state_where(as_of: date, condition: Callable[[Any], Any]) -> Any:
    return _with_latest(StateChange, "since", as_of, condition)


def of_form(forms: Sequence[str], as_of: date) -> Any:
    """Of one of these types, none of them the single one (which need not be written down)."""
    return _with_latest(Structure, "since", as_of, lambda rows: rows.form << list(forms))


def gone(as_of: date) -> Any:
    """Merged into another union or dissolved."""
    return _state_where(as_of, lambda states: states.state << [State.MERGED.value, State.DISSOLVED.value])


def extended(as_of: date) -> Any:
    """In a granted extension that still runs (EL-11)."""
    day = as_of.isoformat()
    return _state_where(as_of, lambda states: (states.state == State.EXTENDED.value) & (states.resumes > day))


def preparing(as_of: date) -> Any:
    """Still in preparation: there is no committee yet."""
    return _state_where(as_of, lambda states: states.state == State.PREPARING.value)


def exists(as_of: date) -> Any:
    """A union that counts: founded, and not gone. A day of founding that nobody knows has passed."""
    founded = Branch.founded.is_null() | (Branch.founded <= as_of.isoformat())
    return founded & ~of_form([Form.NONE.value], as_of) & ~gone(as_of)


def overdue(as_of: date) -> Any:
    """The term has run out and nothing excuses it (EL-10)."""
    run_out = _term_where(as_of, lambda terms: terms.due <= as_of.isoformat())
    return run_out & ~gone(as_of) & ~extended(as_of)


def due_soon(as_of: date) -> Any:
    """The term, or the extension that follows it, runs out within the office's days (EL-13); none where 未设置."""
    days = limits.soon_days(as_of)
    if days is None:
        return pw.Value(1) == 0
    day, last = as_of.isoformat(), rules.last_due_within(days, as_of).isoformat()
    by_term = _term_where(as_of, lambda terms: (terms.due > day) & (terms.due <= last))
    by_extension = _state_where(
        as_of,
        lambda states: (states.state == State.EXTENDED.value) & (states.resumes > day) & (states.resumes <= last),
    )
    run_out = term("due", as_of) <= last  # asked of the few in an extension only
    return (by_term & ~gone(as_of) & ~extended(as_of)) | (by_extension & run_out)


def vacant(as_of: date) -> Any:
    """A union that exists, with a committee but without a chair (EL-30)."""
    officers = Officer.alias()
    chaired = officers.select(officers.branch).where((officers.post == Post.CHAIR.value) & holds(officers, as_of))
    built = ~of_form(WITHOUT_COMMITTEE, as_of) & ~preparing(as_of)
    return ~(Branch.id << chaired) & built & exists(as_of)


def without_women_committee(as_of: date) -> Any:
    """Ten women or more, and known to have no women's committee (EL-08). Not known is not none."""
    women = heads("members_women", as_of) >= limits.women_from(as_of)
    without = _with_latest(Structure, "since", as_of, lambda rows: rows.women_committee.in_([False]))
    return without & women & ~gone(as_of)


def unbuilt(as_of: date) -> Any:
    """25 members or more, and no union committee (ORG-02)."""
    many = heads("members", as_of) >= limits.build_from(as_of)
    return of_form(WITHOUT_COMMITTEE, as_of) & many & ~gone(as_of)


def state_word(as_of: date) -> Any:
    """The union's state in one word, 届满 included, which is never stored (EL-10, EL-11).

    Looked up row by row, unlike the conditions: a page of the register asks it of forty unions, not of all.
    """
    day, kept, words = as_of.isoformat(), state("state", as_of), rules.STATE_WORDS
    cases = [
        (kept == State.MERGED.value, words[State.MERGED]),
        (kept == State.DISSOLVED.value, words[State.DISSOLVED]),
        (form(as_of) == Form.NONE.value, "未建会"),
        ((kept == State.EXTENDED.value) & (state("resumes", as_of) > day), words[State.EXTENDED]),
        (term("due", as_of) <= day, "届满"),
        (kept == State.PREPARING.value, words[State.PREPARING]),
    ]
    return pw.Case(None, cases, words[State.NORMAL])


def has_chair_called(word: str, as_of: date) -> Any:
    """Whether the chair's name, pinyin or initials hold ``word``, or the phone is it: people first, then posts."""
    officers, people = Officer.alias(), Person.alias()
    called = people.select(people.id).where(found_by(people, word))
    chair = (officers.post == Post.CHAIR.value) & holds(officers, as_of)
    return Branch.id << officers.select(officers.branch).where(chair & (officers.holder << called))
