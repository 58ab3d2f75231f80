"""Every filter and figure on any day: reckoned here anew in Python from the rows, without the program's SQL."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest

from tests.branches.conftest import TODAY
from xunion_desktop.branches.demo import demo
from xunion_desktop.branches.figures import FIGURES
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.branches.records.course import Headcount, Officer, StateChange, Term
from xunion_desktop.branches.records.register import open_register
from xunion_desktop.branches.records.situations import situations
from xunion_desktop.branches.records.structure import Structure
from xunion_desktop.branches.rules import State, is_overdue

DAYS = [TODAY + timedelta(days=days) for days in (-700, -365, -200, -61, -30, -1, 0, 1, 59, 60, 61, 200)]


@dataclass
class Seen:
    """One union on one day, as its rows say."""

    branch: Branch
    term: Term | None
    heads: Headcount | None
    structure: Structure
    state: StateChange | None
    chaired: bool
    day: date

    @property
    def kept(self) -> State:
        return State(self.state.state) if self.state else State.NORMAL

    @property
    def gone(self) -> bool:
        return self.kept in (State.MERGED, State.DISSOLVED)

    @property
    def resumes(self) -> date | None:
        return date.fromisoformat(self.state.resumes) if self.state and self.state.resumes else None

    @property
    def due(self) -> date | None:
        return date.fromisoformat(self.term.due) if self.term and self.term.due else None

    @property
    def exists(self) -> bool:
        founded = self.branch.founded or ""
        return founded <= self.day.isoformat() and self.structure.form != "none" and not self.gone

    @property
    def overdue(self) -> bool:
        return self.due is not None and is_overdue(self.due, self.kept, self.resumes, self.day)

    @property
    def due60(self) -> bool:
        """The last day of the term, or of the extension that follows it, comes within 60 days."""
        if self.due is None or self.gone:
            return False
        run_on = self.kept is State.EXTENDED and self.resumes and self.resumes > self.day
        ends = max(self.due, self.resumes) if run_on else self.due
        return 0 <= (ends - timedelta(days=1) - self.day).days <= 60

    @property
    def vacant(self) -> bool:
        built = self.structure.form not in ("organiser", "none") and self.kept is not State.PREPARING
        return self.exists and built and not self.chaired

    @property
    def women(self) -> bool:
        women = self.heads.members_women if self.heads else None
        return self.structure.women_committee is False and (women or 0) >= 10 and not self.gone

    @property
    def unbuilt(self) -> bool:
        members = self.heads.members if self.heads else None
        return self.structure.form in ("organiser", "none") and (members or 0) >= 25 and not self.gone


def latest(rows: list[Any], since: str, day: date) -> Any:
    """The newest of these rows that holds on the day; one without a day is the oldest."""
    holding = [row for row in rows if (getattr(row, since) or "") <= day.isoformat()]
    return max(holding, key=lambda row: (getattr(row, since) or "", row.id), default=None)


def seen_on(day: date) -> Iterator[Seen]:
    for branch in Branch.alive():
        of = {
            kind: list(kind.alive().where(kind.branch == branch)) for kind in (Term, Headcount, Structure, StateChange)
        }
        chairs = list(Officer.alive().where((Officer.branch == branch) & (Officer.post == "chair")))
        iso = day.isoformat()
        chaired = any((one.since or "") <= iso and (one.until is None or one.until > iso) for one in chairs)
        yield Seen(
            branch,
            latest(of[Term], "start", day),
            latest(of[Headcount], "since", day),
            latest(of[Structure], "since", day),
            latest(of[StateChange], "since", day),
            chaired,
            day,
        )


@pytest.fixture
def county(book, change):
    """A demo county in which much happened: elections, committees founded, chairs gone, extensions, a merger."""
    demo(book, 60, 3000, 5, today=TODAY)
    keys = open_register(TODAY).keys(as_of=TODAY)
    change(keys[0], date(2026, 9, 1), women_committee=True)
    change(keys[1], date(2026, 9, 1), women_committee=False, members_women=12)
    change(keys[2], date(2026, 10, 1), form="none", members=40)
    change(keys[3], date(2026, 10, 1), form="organiser")
    change(keys[4], date(2026, 8, 1), chair=None)
    change(keys[5], date(2026, 8, 1), start="2026-07-30", years=3)
    change(keys[6], date(2026, 6, 1), state="extended", until="2026-12-31")
    change(keys[7], date(2026, 11, 1), state="merged")
    change(keys[8], date(2027, 1, 1), chair="王秀英")
    return keys


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_filter_finds_what_the_rows_of_the_day_say(county, day):
    """EL-08, EL-10, EL-11, EL-30, ORG-02."""
    register, seen = open_register(TODAY), list(seen_on(day))
    for chip in ("overdue", "due60", "vacant", "women", "unbuilt"):
        by_hand = {one.branch.id for one in seen if getattr(one, chip)}
        assert set(register.keys(chip, as_of=day)) == by_hand, chip


@pytest.mark.parametrize("day", DAYS[::3], ids=str)
def test_every_figure_is_its_records_and_the_rows_of_the_day(county, day):
    by_id = {figure.id.removeprefix("branches."): figure for figure in FIGURES}
    seen = list(seen_on(day))
    assert by_id["unions"].value(day) == sum(one.exists for one in seen)
    members = sum((one.heads.members or 0) for one in seen if one.exists and one.heads)
    assert by_id["members"].value(day) == members
    for name in ("unions", "overdue", "due60", "vacant"):
        assert by_id[name].value(day) == len(by_id[name].keys(day)), name


def test_the_word_of_the_state_says_the_same_as_the_filter_on_any_day(county):
    register = open_register(TODAY)
    for day in DAYS:
        words = {row.id: row.state for row in register.rows(county, day)}
        assert {key for key in county if words[key] == "届满"} <= set(register.keys("overdue", as_of=day))


def test_a_situation_is_what_the_rows_say(county):
    """Papers and duties read the same day as the filters do."""
    by_key = {one.key: one for one in situations(county, TODAY)}
    for one in seen_on(TODAY):
        row = by_key[one.branch.id]
        assert (row.due, row.state, row.resumes) == (one.due, one.kept, one.resumes)
        assert row.members == (one.heads.members if one.heads else None)
