"""Officers and covered units with the person or unit behind them: read and written as one row of a form."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from xunion_desktop.basics.codes import phone_problems
from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.basics.problems import Problem
from xunion_desktop.basics.room import Need
from xunion_desktop.branches import committees, limits
from xunion_desktop.branches.committees import Who
from xunion_desktop.branches.records.branch import Branch, Coverage, Employer
from xunion_desktop.branches.records.course import Officer, electorate_of, running_term
from xunion_desktop.branches.words import COMMITTEE, POSTS, Post
from xunion_desktop.people.records import Person, find_person
from xunion_desktop.store.record import Record

_ORDER = {post: place for place, (post, _) in enumerate(POSTS)}
AUDIT = (Post.AUDIT_CHAIR.value, Post.AUDITOR.value)
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
    serving = [other for other in others if not _left(other.until, today)]
    chairs = [other.holder.name for other in serving if other.post == Post.CHAIR]
    if post == Post.CHAIR and chairs:
        remedy = f"先在{chairs[0]}那一条填上离任日期。"
        problems.append(Problem(f"现任主席{chairs[0]}还在任。", "post", rule="EL-31", remedy=remedy))
    problems += _size_problems(officer, values, serving, today)
    return problems + _audit_problems(officer, values, serving)


def _left(until: str | None, today: date) -> bool:
    """Whether who leaves on ``until`` is gone today; a later day is only foreseen."""
    return bool(until and until <= today.isoformat())


def _size_problems(officer: Officer, values: Mapping[str, Any], serving: list[Officer], today: date) -> list[Problem]:
    """Return whether the committee has its size (EL-05); a chair alone is a committee not yet written down.

    The reason of one of them, or of the term, excuses the whole committee.
    """
    seats = 1 + sum(other.post in COMMITTEE for other in serving)
    if values.get("post") not in COMMITTEE or seats < 2:
        return []
    term = running_term(officer.branch_id, today.isoformat())
    start = PartialDate.parse(term.start) if term and term.start else None
    electorate = electorate_of(officer.branch_id, start, today)
    reasons = [values.get("override"), term and term.override, *(other.override for other in serving)]
    if electorate is None:
        return []
    reason = next((reason for reason in reasons if reason), "")
    odd = limits.odd_committee(today)
    return committees.committee_problems(electorate, seats, "post", reason, growing=True, odd=odd)


def _audit_problems(officer: Officer, values: Mapping[str, Any], serving: list[Officer]) -> list[Problem]:
    """Return whether the chair would audit himself (EL-07), people told apart by who they are, not by their names."""
    post, this = values.get("post"), _meant(officer, values)
    others = [(other.post, Who(other.holder.name, other.holder_id, other.holder.phone or "")) for other in serving]
    auditors = [who for kept, who in [*others, (post, this)] if kept in AUDIT]
    chairs = [who for kept, who in [*others, (post, this)] if kept == Post.CHAIR]
    concerned = post in AUDIT or post == Post.CHAIR
    return committees.audit_problems(auditors, chairs) if concerned else []


def _meant(officer: Officer, values: Mapping[str, Any]) -> Who:
    """Return who is meant by the name of a form: the holder of the post, else whom saving would find."""
    name, phone = values["name"], values.get("phone") or ""
    key = officer.holder_id
    if not key and phone:
        found = find_person(name, phone)
        key = found.id if found else ""
    return Who(name, key or "", phone)


def holders(branch: str, today: date) -> dict[str, Who]:
    """Return who holds each post of a union today."""
    serving = [officer for officer in officers(branch, today) if not _left(officer.until, today)]
    return {
        officer.post: Who(officer.holder.name, officer.holder_id, officer.holder.phone or "") for officer in serving
    }


def save_officer(deed: Any, officer: Officer, changed: Mapping[str, Any]) -> None:
    """Write a post and its holder. For a new officer the person is found or made; later the name is put right."""
    told = {name: changed[name] for name in _OF_PERSON if name in changed}
    if not officer.holder_id:
        barred = audited(officer.branch_id, changed.get("post", officer.post))
        officer.holder = person_called(officer.branch_id, told["name"], told.get("phone"), barred) or Person()
    if told:
        _save(deed, officer.holder, told)
    _save(deed, officer, {name: value for name, value in changed.items() if name not in _OF_PERSON})


def audited(branch: str, post: str) -> set[str]:
    """Return who cannot be meant by a name alone: the chair where an auditor is named, the auditors for a chair."""
    opposite = {Post.CHAIR.value: AUDIT, **dict.fromkeys(AUDIT, (Post.CHAIR.value,))}.get(post, ())
    serving = (Officer.branch == branch) & Officer.until.is_null()
    return {officer.holder_id for officer in Officer.alive().where(serving & (Officer.post << list(opposite)))}


def person_called(branch: str, name: str, phone: str | None, barred: Collection[str] = ()) -> Person | None:
    """Return the person meant by a name in this union: by name and phone, else an officer of the union so called.

    ``barred`` are keys of people who are not meant by their name alone: they may not hold the post (EL-07).
    """
    found = find_person(name, phone or "")
    if found or phone:
        return found
    own = Officer.select(Officer.holder).where(Officer.branch == branch, Officer.deleted_at.is_null())
    called = Person.alive().where((Person.name == name) & (Person.id << own))
    return next((person for person in called if person.id not in barred), None)


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


def needs_of(person: str, today: date) -> list[Need]:
    """Return the offices that a person holds today: who holds one cannot be forgotten yet."""
    serving = Officer.alive().where(Officer.holder == person).order_by(Officer.branch, Officer.id)
    rows = [row for row in serving if not _left(row.until, today)]
    return [
        Need(
            f"还是“{row.branch.name}”的{dict(POSTS)[row.post]}。",
            "先在这个工会的“委员会”里填上离任日期，或者换上新的人。",
            "branches",
            row.branch_id,
        )
        for row in rows
    ]
