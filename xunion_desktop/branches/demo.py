"""The demo county: any number of fictional unions in real townships, from a seed (PL-05).

Some are overdue, some soon due, some without a chair, in preparation, extended, merged or dissolved; some units ought
to have a union and have none. ``members`` is the exact number of members of all unions that exist.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.branches import committees, rules
from xunion_desktop.branches.demo_county import County, Unit, shares
from xunion_desktop.branches.records.branch import Branch, Coverage, Employer
from xunion_desktop.branches.records.course import Headcount, Officer, StateChange, Term
from xunion_desktop.branches.records.structure import Structure
from xunion_desktop.branches.rules import State
from xunion_desktop.branches.words import Form, Nature, Post
from xunion_desktop.people.records import Person
from xunion_desktop.store.keys import new_key
from xunion_desktop.store.record import Record

# what befalls a union of the demo county, out of a hundred
_FATES = (
    (7, "overdue"),
    (4, "soon"),
    (3, "vacant"),
    (2, "extended"),
    (2, "preparing"),
    (2, "merged"),
    (1, "dissolved"),
    (2, "unbuilt"),
)
_LABEL = "生成演示县"
_FULL_COMMITTEES = 1000  # beyond so many unions only the chairs are made up: a big county is for trying the speed
_INTO = (Person, Employer, Branch, Coverage, Structure, Term, Headcount, StateChange, Officer)


@dataclass(frozen=True)
class DemoTerm:
    """The running term of a union."""

    number: int
    start: PartialDate
    years: int

    def before(self, terms: int) -> str:
        """The start of the term so many terms earlier."""
        return self.start.plus_years(-self.years * terms).iso


def demo(book: Any, branches: int = 300, members: int = 20000, seed: int = 1, *, today: date) -> None:
    """Fill the book with a demo county, as one deed."""
    made = DemoCounty(seed, today)
    made.build(branches, members)
    with book.deed(_LABEL) as deed:
        for record in _INTO:
            deed.insert_many(record, made.rows[record])


class DemoCounty:
    """The rows of a demo county, before they are written."""

    def __init__(self, seed: int, today: date) -> None:
        self.today = today
        self.chance = random.Random(seed)  # noqa: S311 - a demo, no secret
        self.county = County(self.chance)
        self.rows: dict[type[Record], list[dict[str, Any]]] = {record: [] for record in _INTO}

    def build(self, branches: int, members: int) -> None:
        """Make so many unions with so many members in all."""
        fates = [self._fate(place) for place in range(branches)]
        counted = [fate not in {"merged", "dissolved", "unbuilt"} for fate in fates]
        heads = iter(shares(members, sum(counted), self.chance))
        for place, fate in enumerate(fates):
            count = next(heads) if counted[place] else self.chance.randint(25, 60)
            self._union(fate, count, full=place < _FULL_COMMITTEES)

    def _fate(self, place: int) -> str:
        """The first unions go through all fates in turn, so that the smallest county shows each; then by chance."""
        if place < len(_FATES) * 2:
            return _FATES[place // 2][1] if place % 2 else ""
        drawn = self.chance.randrange(100)
        for weight, fate in _FATES:
            if drawn < weight:
                return fate
            drawn -= weight
        return ""

    def _union(self, fate: str, members: int, *, full: bool) -> None:
        unit = self.county.unit()
        women = int(members * self.chance.uniform(0.15, 0.65))
        founded = fate not in {"unbuilt", "preparing"}
        term = self._term(fate) if founded else None
        key = self._branch(unit, fate, women, term)
        self._heads(key, members, women, full=full)
        self._state(key, fate)
        if term:
            self._terms(key, fate, term, full=full)
            self._officers(key, fate, members, women, full=full)

    def _term(self, fate: str) -> DemoTerm:
        years = self.chance.choice(rules.TERM_YEARS)
        return DemoTerm(self.chance.randint(2, 4), PartialDate.of(self._due(fate)).plus_years(-years), years)

    def _branch(self, unit: Unit, fate: str, women: int, term: DemoTerm | None) -> str:
        chance = self.chance
        joint = fate == "" and chance.random() < 0.08
        form = Form.NONE if fate == "unbuilt" else Form.JOINT if joint else Form.SINGLE
        needs = committees.needs_women_committee(women)
        key = self._add(
            Branch,
            name=unit.name + ("联合工会委员会" if joint else "工会委员会" if chance.random() < 0.7 else "工会"),
            code=self.county.code() if term and chance.random() < 0.9 else None,
            nature=Nature.UNITED.value if joint else unit.nature,
            industry=unit.industry,
            township=unit.township,
            founded=self._founded(term) if term else None,
        )
        women_committee = None if fate == "unbuilt" else needs and chance.random() < 0.85
        audit_committee = chance.random() < 0.8 if term else None
        organs = {"women_committee": women_committee, "audit_committee": audit_committee}
        self._add(Structure, branch=key, form=form.value, **organs)
        for _ in range(chance.randint(2, 4) if joint else 1):
            covered = self.county.unit() if joint else unit
            about = {"nature": covered.nature, "industry": covered.industry, "township": covered.township}
            employer = self._add(Employer, name=covered.name, **about)
            self._add(Coverage, branch=key, employer=employer)
        return key

    def _founded(self, term: DemoTerm) -> str:
        """The day of the first election; of some only the month is known."""
        return term.before(term.number - 1)[: 7 if self.chance.random() < 0.2 else 10]

    def _heads(self, key: str, members: int, women: int, *, full: bool) -> None:
        """This year's count, and last year's with a few less."""
        more = self.chance.randint(0, max(2, members // 6))
        now = {"staff": members + more, "staff_women": women + more // 3, "members": members, "members_women": women}
        before = {name: count * 19 // 20 for name, count in now.items()}
        if full:
            self._add(Headcount, branch=key, since=f"{self.today.year - 1}-01-10", **before)
        self._add(Headcount, branch=key, since=f"{self.today.year}-01-10", **now)

    def _state(self, key: str, fate: str) -> None:
        since = self.today - timedelta(days=self.chance.randint(20, 60))
        if fate == "extended":
            until = (self.today + timedelta(days=self.chance.randint(5, 100))).isoformat()
            self._add(StateChange, branch=key, since=since.isoformat(), state=fate, until=until, reason="改制，经批准")
        elif fate in {State.PREPARING, State.MERGED, State.DISSOLVED}:
            reason = {"merged": "并入同乡镇联合工会", "dissolved": "单位注销"}.get(fate, "")
            self._add(StateChange, branch=key, since=since.isoformat(), state=fate, reason=reason or None)

    def _due(self, fate: str) -> date:
        """The day on which the running term is due."""
        low, high = {"overdue": (-400, 0), "soon": (1, 60), "extended": (-50, -1)}.get(fate, (61, 3 * 365 - 1))
        return self.today + timedelta(days=self.chance.randint(low, high))

    def _terms(self, key: str, fate: str, term: DemoTerm, *, full: bool) -> None:
        if full:
            earlier = {"number": term.number - 1, "start": term.before(1), "years": term.years}
            self._add(Term, branch=key, **earlier)
        monthly = fate == "" and self.chance.random() < 0.05
        start = term.start.iso[: 7 if monthly else 10]
        self._add(Term, branch=key, number=term.number, start=start, years=term.years)

    def _officers(self, key: str, fate: str, members: int, women: int, *, full: bool) -> None:
        self._officer(key, Post.CHAIR)
        if fate == "vacant":
            self.rows[Officer][-1]["until"] = (self.today - timedelta(days=self.chance.randint(10, 120))).isoformat()
        if not full:
            return
        seats = committees.committee_seats(members)[0] if members >= committees.BUILD_FROM else 3
        for seat in range(seats - 1):
            self._officer(key, Post.VICE if seat == 0 and members > 100 else Post.MEMBER)
        self._officer(key, Post.AUDIT_CHAIR)
        if committees.needs_women_committee(women):
            self._officer(key, Post.WOMEN_CHAIR, woman=True)

    def _officer(self, key: str, post: Post, *, woman: bool | None = None) -> str:
        person = self._add(Person, **self.county.person(self.today, woman=woman))
        return self._add(Officer, branch=key, holder=person, post=post.value)

    def _add(self, record: type[Record], **values: Any) -> str:
        row = {"id": new_key(), **values}
        self.rows[record].append(row)
        return str(row["id"])
