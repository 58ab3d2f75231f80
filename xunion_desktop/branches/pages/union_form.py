"""The form of a union: its own fields, and what holds today of its term, counts and posts, saved as one deed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.branches import committees, dictionaries, limits, rules
from xunion_desktop.branches.committees import Who
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.branches.records.course import Headcount, Term, order_problems, running_term
from xunion_desktop.branches.records.dossier import HEADS, DossierWriter, afterwards, dossier
from xunion_desktop.branches.records.leaving import delete_union
from xunion_desktop.branches.records.posts import holders, is_kept
from xunion_desktop.branches.records.structure import ORGANS, STRUCTURE, Structure
from xunion_desktop.branches.rules import Heads
from xunion_desktop.branches.words import WITHOUT_COMMITTEE, Form, Post, years_word
from xunion_desktop.desk.form_plan import FormPlan, Group
from xunion_desktop.people.records import Person
from xunion_desktop.store.columns import Column
from xunion_desktop.store.record import columns_of

_POST_HINT = "换了人就写新的名字，原来的人自动记为离任"
GROUPS = (
    Group("", ("name", "code", "form", "nature", "industry", "township")),
    Group("本届", ("number", "start", "years", "chair", "chair_phone", "audit_chair", "women_chair")),
    Group("人数", HEADS),
    Group("组织", ("founded", "approval", *ORGANS)),
    Group("联系", ("certificate_until", "contact", "phone", "address", "postcode", "remark")),
)


def union_form(today: date) -> FormPlan:
    """The form of a union on a day: what changes is written as holding from that day on."""

    def read(branch: Branch) -> Mapping[str, Any]:
        return dossier(branch.id, today) or {"form": Form.SINGLE.value}

    def write(deed: Any, branch: Branch, changed: Mapping[str, Any]) -> None:
        writer = DossierWriter(deed, today)
        if is_kept(branch):
            before = dossier(branch.id, today)
            new = {name: value for name, value in changed.items() if value != before.get(name)}
            writer.change(branch.id, new, afterwards(before, new))
        else:
            writer.add(changed, branch.id)
        writer.finish()

    def problems(branch: Branch, values: Mapping[str, Any]) -> list[Problem]:
        own = plan.with_values(branch, {name: values.get(name) for name in _OWN})
        found = [*own.problems(today), *union_problems(values, today, holders(branch.id, today))]
        start, number = values.get("start"), values.get("number")
        return found + order_problems(branch.id, start, number, _running(branch, today), running=True)

    plan = FormPlan(GROUPS, Branch, _columns(today), read=read, write=write, problems=problems, delete=delete_union)
    return plan


def union_problems(values: Mapping[str, Any], today: date, known: Mapping[str, Who]) -> list[Problem]:
    """What is wrong with the term (EL-10), the counts (F), the women's committee (EL-08) and the posts (EL-07).

    ``known`` are the people who hold the posts now.
    """
    found = []
    if values.get("form") not in WITHOUT_COMMITTEE:
        start = values.get("start")
        begun = PartialDate.parse(start) if start else None
        found += rules.term_problems(begun, values.get("years"), today, limits.term_years(today))
    elif committees.must_build(values.get("members") or 0, has_committee=False, limit=limits.build_from(today)):
        sentence = f"会员已有 {values['members']} 人，应当建立工会委员会。"
        found.append(Problem(sentence, "form", Level.DOUBT, "ORG-02"))
    found += rules.number_problems(values.get("number"))
    found += rules.heads_problems(Heads(*(values.get(name) for name in HEADS)))
    women, limit = values.get("members_women"), limits.women_from(today)
    found += committees.women_problems(women, values.get("women_committee"), limit)
    found += _phone_problems(values, known.get(Post.CHAIR))
    chair = _meant(values.get("chair"), known.get(Post.CHAIR), values.get("chair_phone"))
    auditor = _meant(values.get("audit_chair"), known.get(Post.AUDIT_CHAIR))
    return found + committees.audit_problems([auditor], [chair], "audit_chair")


def _running(branch: Branch, today: date) -> str:
    """The key of the term that the form puts right."""
    term = running_term(branch.id, today.isoformat())
    return term.id if term else ""


def _phone_problems(values: Mapping[str, Any], holder: Who | None) -> list[Problem]:
    """Another chair beside the phone of the one before: it is not written down for the new one."""
    phone = values.get("chair_phone")
    if holder is None or not phone or values.get("chair") == holder.name or phone != holder.phone:
        return []
    sentence, remedy = "这是原主席的电话，不会记到新主席名下。", "写新主席的电话，或空着。"
    return [Problem(sentence, "chair_phone", Level.DOUBT, remedy=remedy)]


def _meant(name: str | None, holder: Who | None, phone: str | None = None) -> Who:
    """Who is meant by a name of the form: the holder of the post, if that is the name, else who the book may find."""
    return holder if holder and holder.name == name else Who(name or "", phone=phone or "")


def _columns(today: date) -> dict[str, Column]:
    """The fields that are not the union's own, and those whose words are the office's."""
    own, term, heads, person = columns_of(Branch), columns_of(Term), columns_of(Headcount), columns_of(Person)
    post = Column("", "", hint=_POST_HINT)
    return {
        **{name: dictionaries.offering(own[name], today) for name in dictionaries.OF_COLUMN},
        **{name: columns_of(Structure)[name] for name in STRUCTURE},
        **{name: term[name] for name in ("number", "start")},
        "years": years_column(today),
        **{name: heads[name] for name in HEADS},
        "chair": replace(post, name="chair", label="工会主席"),
        "chair_phone": replace(person["phone"], name="chair_phone", label="主席电话"),
        "audit_chair": replace(post, name="audit_chair", label="经审主任"),
        "women_chair": replace(post, name="women_chair", label="女工委主任"),
    }


def years_column(today: date) -> Column:
    """How long a term lasts, as the choice that the law leaves (EL-10)."""
    choices: Any = tuple((years, years_word(years)) for years in limits.term_years(today))
    return replace(columns_of(Term)["years"], choices=choices)


_OWN = tuple(columns_of(Branch))
