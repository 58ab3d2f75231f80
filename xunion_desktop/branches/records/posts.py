"""Officers and covered units with the person or unit behind them: read and written as one row of a form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from xunion_desktop.basics.codes import phone_problems
from xunion_desktop.basics.problems import Problem
from xunion_desktop.branches import rules
from xunion_desktop.branches.records import facts
from xunion_desktop.branches.records.branch import Branch, Coverage, Employer
from xunion_desktop.branches.records.course import Officer
from xunion_desktop.branches.words import COMMITTEE, POSTS, Post
from xunion_desktop.people.records import Person, find_person
from xunion_desktop.store.record import Record

_ORDER = {post: place for place, (post, _) in enumerate(POSTS)}
_AUDIT = (Post.AUDIT_CHAIR.value, Post.AUDITOR.value)
_OF_PERSON = ("name", "phone")
_OF_UNIT = ("name", "code", "nature", "industry", "township", "address")


def officers(key: str, today: date) -> list[Officer]:
    """Return a union's officers: those who serve first, by their posts."""
    found = Officer.select(Officer, Person).join(Person).where(Officer.branch == key, Officer.deleted_at.is_null())
    return sorted(found, key=lambda row: (_left(row.until, today), _ORDER[row.post], row.id))


def officer_values(officer: Officer) -> dict[str, Any]:
    """Return name and phone of the person who holds the post."""
    person = officer.holder if officer.holder_id else None
    return {name: getattr(person, name, None) for name in _OF_PERSON}


def officer_problems(officer: Officer, values: Mapping[str, Any], today: date) -> list[Problem]:
    """Return what is wrong with a post as it would be: no name, a second chair, a chair who audits himself (EL-07)."""
    name, post = values.get("name"), values.get("post")
    if not name:
        return [Problem("姓名还没有填。", "name")]
    seen = Officer(branch=officer.branch_id, since=values.get("since"), until=values.get("until"))
    problems = seen.problems(today) + phone_problems(values.get("phone") or "", field="phone")
    if _left(values.get("until"), today):
        return problems
    others = [other for other in officers(officer.branch_id, today) if other.id != officer.id]
    serving = {(other.post, other.holder.name) for other in others if not _left(other.until, today)}
    chairs = [other for kept, other in serving if kept == Post.CHAIR.value]
    if post == Post.CHAIR and chairs:
        remedy = f"先在{chairs[0]}那一条填上离任日期。"
        problems.append(Problem(f"现任主席{chairs[0]}还在任。", "post", rule="EL-31", remedy=remedy))
    problems += _size_problems(officer, [kept for kept, _ in serving] + [post], today)
    auditors = [other for kept, other in serving if kept in _AUDIT] + ([name] if post in _AUDIT else [])
    return problems + rules.audit_problems(auditors, chairs + ([name] if post == Post.CHAIR else []))


def _left(until: str | None, today: date) -> bool:
    """Whether who leaves on ``until`` is gone today; a later day is only foreseen."""
    return bool(until and until <= today.isoformat())


def _size_problems(officer: Officer, posts: list[Any], today: date) -> list[Problem]:
    """Return whether the committee has its size (EL-05); a chair alone is a committee not yet written down."""
    seats = sum(post in COMMITTEE for post in posts)
    members = Branch.select(facts.heads("members", today)).where(Branch.id == officer.branch_id).scalar()
    return rules.committee_problems(members, seats) if members is not None and seats > 1 else []


def save_officer(deed: Any, officer: Officer, changed: Mapping[str, Any]) -> None:
    """Write a post and its holder. For a new officer the person is found or made; later the name is put right."""
    told = {name: changed[name] for name in _OF_PERSON if name in changed}
    if not officer.holder_id:
        officer.holder = person_called(officer.branch_id, told["name"], told.get("phone")) or Person()
    if told:
        _save(deed, officer.holder, told)
    _save(deed, officer, {name: value for name, value in changed.items() if name not in _OF_PERSON})


def person_called(branch: str, name: str, phone: str | None) -> Person | None:
    """Return the person meant by a name in this union: by name and phone, else an officer of the union so called."""
    found = find_person(name, phone or "")
    if found or phone:
        return found
    own = Officer.select(Officer.holder).where(Officer.branch == branch, Officer.deleted_at.is_null())
    person: Person | None = Person.alive().where((Person.name == name) & (Person.id << own)).first()
    return person


def employer_values(coverage: Coverage) -> dict[str, Any]:
    """Return the values of the unit that is covered."""
    unit = coverage.employer if coverage.employer_id else None
    return {name: getattr(unit, name, None) for name in _OF_UNIT}


def save_coverage(deed: Any, coverage: Coverage, changed: Mapping[str, Any]) -> None:
    """Write a covered unit and that it is covered; a name that the clerk wrote is no longer a derived one."""
    told = {name: changed[name] for name in _OF_UNIT if name in changed}
    if not coverage.employer_id:
        known = Employer.alive().where(Employer.name == told["name"]).first()
        coverage.employer = known or Employer()
    if told:
        _save(deed, coverage.employer, {**told, "name_derived": None})
    _save(deed, coverage, {name: value for name, value in changed.items() if name not in _OF_UNIT})


def unit_problems(coverage: Coverage, values: Mapping[str, Any], today: date) -> list[Problem]:
    """Return what is wrong with a covered unit."""
    told = {name: values.get(name) for name in _OF_UNIT}
    key = {"id": coverage.employer_id} if coverage.employer_id else {}
    return Employer(**told, **key).problems(today)


def is_kept(branch: Branch) -> bool:
    """Whether the book holds this union already."""
    return bool(Branch.alive().where(Branch.id == branch.id).exists())


def _save(deed: Any, record: Record, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(record, name, value)
    deed.save(record)
