"""Rules of committees: their size, who may not sit in them, when they must be there. Values in, values out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.basics.problems import Level, Problem

BUILD_FROM = 25
WOMEN_COMMITTEE_FROM = 10
AUDIT_SEATS = (3, 11)
VACANCY_DAYS = 183
ENTERPRISE_VACANCY_DAYS = 90

_SEATS = (
    (24, (3, 5)),
    (200, (3, 7)),
    (1000, (7, 15)),
    (5000, (15, 21)),
    (10000, (21, 29)),
    (50000, (29, 37)),
)


# ---- the union committee -------------------------------------------------------------------------------------------


def committee_seats(members: int) -> tuple[int, int]:
    """Return the least and the greatest size of the committee (EL-05, 选举条例第八条)."""
    return next((seats for limit, seats in _SEATS if members <= limit), (37, 45))


def may_have_organiser(members: int) -> bool:
    """Whether one chair or organiser (组织员) may stand for the whole committee (EL-05, ORG-02)."""
    return members < BUILD_FROM


@dataclass(frozen=True)
class Electorate:
    """The members by whom a committee is measured; ``note`` says so where they are not those of the election."""

    members: int
    note: str = ""


def committee_problems(
    electorate: Electorate, seats: int, field: str, reason: str | None = "", *, growing: bool = False, odd: bool = False
) -> list[Problem]:
    """Return whether the committee's size fits the members at the election (EL-05, appendix F).

    A size outside the range is an error unless a reason is given. A committee that is still being written down
    (``growing``) may be too small so far. ``odd``: the office wants an odd number.
    """
    members, (low, high) = electorate.members, committee_seats(electorate.members)
    if seats == 0 or (seats == 1 and may_have_organiser(members)):
        return []
    if low <= seats <= high:
        even = odd and seats % 2 == 0 and not growing
        return [Problem(f"委员 {seats} 人是双数，宜取单数。", field, Level.HINT, "EL-05")] if even else []
    excused = bool((reason or "").strip()) or (growing and seats < low)
    sentence = f"会员 {members} 人{electorate.note}，委员应为 {low}–{high} 人，现有 {seats} 人。"
    remedy = "确有批准的，在“超出原因”里写明。"
    return [Problem(sentence, field, Level.DOUBT if excused else Level.ERROR, "EL-05", remedy)]


def must_build(members: int, has_committee: bool, limit: int = BUILD_FROM) -> bool:
    """Whether a union committee ought to be founded: 25 members or more and none there (ORG-02)."""
    return members >= limit and not has_committee


def vacancy_deadline(since: PartialDate, days: int) -> date:
    """Return the day by which a vacant chair is to be filled: so many days after the last one left (EL-30)."""
    return since.last + timedelta(days=days)


# ---- the women's committee -----------------------------------------------------------------------------------------


def needs_women_committee(women: int, limit: int = WOMEN_COMMITTEE_FROM) -> bool:
    """Whether a women's committee is due (10 women or more), not just a delegate (EL-08)."""
    return women >= limit


def women_problems(women: int | None, committee: bool | None, limit: int = WOMEN_COMMITTEE_FROM) -> list[Problem]:
    """Return what is missing of the women workers' organisation (EL-08)."""
    if women is None or not needs_women_committee(women, limit) or committee:
        return []
    if committee is None:
        sentence = f"女会员 {women} 人，是否建了女工委还没有登记。"
        return [Problem(sentence, "women_committee", Level.HINT, "EL-08")]
    sentence = f"女会员 {women} 人，应当建立女职工委员会。"
    return [Problem(sentence, "women_committee", Level.HINT, "EL-08", "与工会委员会同时建立。")]


# ---- the audit committee -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Who:
    """Whoever is meant by a name: ``key`` where the person is known, ``phone`` where it was told. No name = nobody."""

    name: str
    key: str = ""
    phone: str = ""

    def same(self, other: Who) -> bool | None:
        """Whether both are one person: by their keys, else by name and phone; None = one name and no way to tell."""
        if self.key and other.key:
            return self.key == other.key
        if self.name != other.name:
            return False
        return self.phone == other.phone if self.phone and other.phone else None


def audit_problems(auditors: Sequence[Who], barred: Sequence[Who], field: str = "post") -> list[Problem]:
    """Return what is wrong with the audit committee (EL-07): the chair may not sit in it, 3–11 members or one.

    Who only has the chair's name may be another person: that is a doubt.
    """
    problems = []
    sitting = [one for one in auditors if one.name]
    met = {one.same(other) for one, other in product(sitting, barred) if other.name}
    if True in met:
        problems.append(Problem("工会主席不能兼任经审委员。", field, rule="EL-07"))
    elif None in met:
        remedy = "不是同一个人的，在“委员会”里分别填上电话。"
        problems.append(Problem("经审委员与工会主席同名，请核对。", field, Level.DOUBT, "EL-07", remedy))
    low, high = AUDIT_SEATS
    if len(sitting) > 1 and not low <= len(sitting) <= high:
        sentence = f"经审委员会一般 {low}–{high} 人，现有 {len(sitting)} 人。"
        problems.append(Problem(sentence, field, Level.HINT, "EL-07"))
    return problems
