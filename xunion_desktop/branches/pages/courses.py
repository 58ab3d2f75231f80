"""The pages beside a union: 委员会, 换届, 人数, 组织, 单位, 状态."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from xunion_desktop.basics.room import SidePage
from xunion_desktop.branches import dictionaries
from xunion_desktop.branches.pages.course_page import Course, CoursePage
from xunion_desktop.branches.pages.union_form import years_column
from xunion_desktop.branches.records.branch import Coverage, Employer
from xunion_desktop.branches.records.course import Headcount, Officer, StateChange, Term
from xunion_desktop.branches.records.elections import newest_term, next_term, save_term
from xunion_desktop.branches.records.posts import (
    employer_values,
    officer_problems,
    officer_values,
    officers,
    save_coverage,
    save_officer,
    unit_problems,
)
from xunion_desktop.branches.records.structure import STRUCTURE, Structure
from xunion_desktop.branches.rosters import COMMITTEE
from xunion_desktop.branches.rules import State
from xunion_desktop.branches.words import POSTS, Post, years_word
from xunion_desktop.desk.cells import Cell, Weight
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.form_plan import FormPlan, Group
from xunion_desktop.people.records import Person
from xunion_desktop.store.record import columns_of

_PERSON = columns_of(Person)
_UNIT = columns_of(Employer)
_COUNTS = columns_of(Headcount)
_MADE_UP = columns_of(Structure)
_OFFICER_FIELDS = ("post", "name", "phone", "since", "until", "full_time", "override", "remark")
_UNIT_FIELDS = ("name", "code", "nature", "industry", "township", "address", "since", "until")


def side_pages(today: date) -> tuple[SidePage, ...]:
    """The pages of this room beside a union, each with its count."""
    return tuple(_side_page(course) for course in courses(today))


def courses(today: date) -> tuple[Course, ...]:
    """The five courses of a union."""
    return (_officers(today), _terms(today), _headcounts(today), _structures(today), _coverages(today), _states(today))


def _side_page(course: Course) -> SidePage:
    def page(desk: Desk, key: str) -> CoursePage:
        return CoursePage(desk, key, course)

    def title(key: str) -> str:
        return f"{course.title} {len(course.rows(key)) or ''}".strip()

    def drafted(key: str, places: frozenset[str]) -> bool:
        kind = course.record.kind_of()
        if not any(place.startswith(f"{kind}/") for place in places):
            return False
        return f"{kind}/new/{key}" in places or any(f"{kind}/{row.id}" in places for row in course.rows(key))

    return SidePage(course.id, "branch", title, page, drafted)


def _officers(today: date) -> Course:
    def form(key: str) -> FormPlan:
        return FormPlan(
            groups=(Group("", _OFFICER_FIELDS),),
            make=lambda: Officer(branch=key, post=Post.MEMBER.value),
            columns={"name": _PERSON["name"], "phone": _PERSON["phone"]},
            read=officer_values,
            write=save_officer,
            problems=lambda officer, values: officer_problems(officer, values, today),
        )

    def cells(officer: Any) -> Sequence[Cell]:
        serves = not officer.until or officer.until > today.isoformat()
        weight = Weight.PLAIN if serves else Weight.SOFT
        ended = _cell(officer.until, weight) if officer.until else Cell("在任", tone="green")
        return (_cell(dict(POSTS)[officer.post], weight), _cell(officer.holder.name, weight), ended)

    heads = ("职务", "姓名", "离任")
    empty = "还没有登记委员会成员。"
    acts = (("印名册", lambda desk, key: desk.print(COMMITTEE, (key,))), ("选票…", _open_ballot))
    rows = partial(officers, today=today)
    return Course("officers", "委员会", Officer, heads, rows, cells, form, "新增成员", empty, acts=acts)


def _open_ballot(desk: Desk, key: str) -> None:
    from xunion_desktop.branches.pages.ballot_page import open_ballot  # what sets its paper is loaded with it

    open_ballot(desk, key)


def _terms(today: date) -> Course:
    def form(key: str) -> FormPlan:
        groups = (Group("", ("number", "start", "years", "end", "seats", "override", "approval")),)
        columns = {"years": years_column(today)}
        return FormPlan(groups, lambda: next_term(key), columns, write=save_term, fixed=frozenset({"end"}))

    def cells(term: Term) -> Sequence[Cell]:
        newest = newest_term(term.branch_id)
        run_out = bool(term.due and term.due <= today.isoformat() and newest and newest.id == term.id)
        years = years_word(term.years) if term.years else ""
        return (_cell(term.title()), _cell(term.start), _cell(years), _cell(term.end, tone="red" if run_out else ""))

    heads = ("届次", "任期起", "任期", "届满")
    empty = "还没有登记届次。"
    return Course("terms", "换届", Term, heads, _newest(Term, "start"), cells, form, "选举后登记新一届", empty)


def _headcounts(today: date) -> Course:
    counts = ("staff", "staff_women", "members", "members_women")

    def form(key: str) -> FormPlan:
        groups = (Group("", ("since", *counts, "migrants", "cadres")),)
        return FormPlan(groups, make=lambda: Headcount(branch=key, since=today.isoformat()))

    def cells(count: Headcount) -> Sequence[Cell]:
        numbers = [_COUNTS[name].text(count) for name in counts]
        return (_cell(count.since), *(Cell(number or "—", right=True) for number in numbers))

    heads = ("填报日期", "职工", "女职工", "会员", "女会员")
    empty = "还没有填报人数。"
    rows = _newest(Headcount, "since")
    return Course("headcounts", "人数", Headcount, heads, rows, cells, form, "填报人数", empty, right=(1, 2, 3, 4))


def _structures(today: date) -> Course:
    def form(key: str) -> FormPlan:
        def make() -> Structure:
            last = next(iter(rows(key)), None)
            known = {name: getattr(last, name) for name in STRUCTURE} if last else {}
            return Structure(branch=key, since=today.isoformat(), **known)

        return FormPlan(groups=(Group("", ("since", *STRUCTURE)),), make=make)

    def cells(row: Structure) -> Sequence[Cell]:
        organs = (_MADE_UP["women_committee"].text(row), _MADE_UP["audit_committee"].text(row))
        return (_cell(row.since or "一直"), _cell(_MADE_UP["form"].text(row)), *(_cell(word) for word in organs))

    heads = ("自", "类型", "女工委", "经审会")
    empty = "还没有登记组织。"
    rows = _newest(Structure, "since")
    return Course("structures", "组织", Structure, heads, rows, cells, form, "登记组织变化", empty)


def _coverages(today: date) -> Course:
    def form(key: str) -> FormPlan:
        columns = {name: _UNIT[name] for name in _UNIT_FIELDS if name in _UNIT}
        columns |= {name: dictionaries.offering(columns[name], today) for name in dictionaries.OF_COLUMN}
        return FormPlan(
            groups=(Group("", _UNIT_FIELDS),),
            make=lambda: Coverage(branch=key),
            columns=columns,
            read=employer_values,
            write=save_coverage,
            problems=lambda coverage, values: unit_problems(coverage, values, today),
        )

    def cells(coverage: Coverage) -> Sequence[Cell]:
        unit = coverage.employer
        mark = Cell("名称待核", tone="amber") if unit.name_derived else _cell(coverage.until)
        return (_cell(unit.name), _cell(_UNIT["nature"].text(unit)), mark)

    heads = ("单位名称", "性质", "至")
    empty = "还没有登记覆盖的单位。"
    return Course("employers", "单位", Coverage, heads, _newest(Coverage, "id"), cells, form, "新增单位", empty)


def _states(today: date) -> Course:
    def form(key: str) -> FormPlan:
        groups = (Group("", ("state", "since", "until", "override", "reason", "document")),)
        return FormPlan(
            groups, make=lambda: StateChange(branch=key, since=today.isoformat(), state=State.EXTENDED.value)
        )

    def cells(change: StateChange) -> Sequence[Cell]:
        return (_cell(change.since), _cell(change.title()), _cell(change.until), _cell(change.reason))

    heads = ("自", "状态", "延期至", "事由")
    empty = "一直正常，没有登记延期、并入或撤销。"
    return Course("states", "状态", StateChange, heads, _newest(StateChange, "since"), cells, form, "登记状态", empty)


def _newest(record: Any, by: str) -> Callable[[str], list[Any]]:
    return lambda key: list(record.alive().where(record.branch == key).order_by(getattr(record, by).desc(nulls="last")))


def _cell(text: str | None, weight: Weight = Weight.PLAIN, tone: str = "") -> Cell:
    return Cell(text or "—", weight=weight, tone=tone if text else "")
