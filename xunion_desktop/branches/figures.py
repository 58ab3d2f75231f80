"""The room's figures: unions, members, terms run out, terms soon out, chairs vacant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import peewee as pw

from xunion_desktop.basics.figure import Figure
from xunion_desktop.branches import limits
from xunion_desktop.branches.records import facts
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.branches.records.situations import keys_where
from xunion_desktop.branches.words import Form
from xunion_desktop.office.values import DUE_SOON_DAYS
from xunion_desktop.store.memo import while_unchanged


def _count(condition: Callable[[date], Any]) -> Callable[[date], int]:
    return while_unchanged(lambda as_of: int(Branch.alive().where(condition(as_of)).count()))


def _keys(condition: Callable[[date], Any]) -> Callable[[date], list[str]]:
    return lambda as_of: keys_where(condition(as_of))


_soon_count = _count(facts.due_soon)


@while_unchanged
def _sums(as_of: date) -> tuple[int, int, int, int]:
    """The unions that exist on that day, the joint ones among them, their members, the women among these."""
    joint = pw.Case(None, [(facts.of_form([Form.JOINT.value], as_of), 1)], 0)
    summed = [pw.fn.SUM(one) for one in (joint, facts.heads("members", as_of), facts.heads("members_women", as_of))]
    query: Any = Branch.select(pw.fn.COUNT(Branch.id), *summed)
    query = query.where(Branch.deleted_at.is_null(), facts.exists(as_of))
    every, joints, members, women = query.tuples().get()
    return every, joints or 0, members or 0, women or 0


def unions(as_of: date) -> int:
    """All unions that exist on that day."""
    return _sums(as_of)[0]


def _forms(as_of: date) -> str:
    every, joint, _, _ = _sums(as_of)
    return f"独立 {every - joint} · 联合 {joint}"


def members(as_of: date) -> int:
    """All members of the unions that exist on that day."""
    return _sums(as_of)[2]


def _with_members(as_of: date) -> Any:
    return facts.exists(as_of) & (facts.heads("members", as_of) > 0)


def _women(as_of: date) -> str:
    return f"其中女会员 {_sums(as_of)[3]:,}"


def _soon(as_of: date) -> str:
    if limits.soon_days(as_of) is None:
        return limits.soon_words(as_of)
    return f"{limits.soon_words(as_of)} {_soon_count(as_of)} 家"


def _explain_soon(as_of: date) -> str:
    days = limits.soon_days(as_of)
    if days is None:
        return f"“{DUE_SOON_DAYS}”未设置，数不出来。到“设置 → 年度数值”里填上。"
    return f"从 {as_of.isoformat()} 起 {days} 天内任期或延期届满。"


FIGURES = (
    Figure(
        id="branches.unions",
        label=lambda as_of: "基层工会",
        unit="家",
        register="branches",
        value=unions,
        keys=_keys(facts.exists),
        note=_forms,
        explain=lambda as_of: f"到 {as_of.isoformat()} 已建会、没有撤销或并入的工会，一家算一。",
    ),
    Figure(
        id="branches.members",
        label=lambda as_of: "会员",
        unit="人",
        register="branches",
        value=members,
        keys=_keys(_with_members),
        note=_women,
        explain=lambda as_of: f"现有各家工会到 {as_of.isoformat()} 最近一次填报的会员数相加。",
    ),
    Figure(
        id="branches.overdue",
        label=lambda as_of: "任期届满",
        unit="家",
        register="branches",
        chip="overdue",
        value=_count(facts.overdue),
        keys=_keys(facts.overdue),
        note=_soon,
        tone=lambda value: "red" if value else "green",
        explain=lambda as_of: f"到 {as_of.isoformat()} 任期已届满，没有换届也没有在批准的延期内（工会法第十六条）。",
    ),
    Figure(
        id="branches.due60",
        label=limits.soon_words,
        unit="家",
        register="branches",
        chip="due60",
        value=_soon_count,
        keys=_keys(facts.due_soon),
        tone=lambda value: "amber" if value else "plain",
        explain=_explain_soon,
    ),
    Figure(
        id="branches.vacant",
        label=lambda as_of: "主席空缺",
        unit="家",
        register="branches",
        chip="vacant",
        value=_count(facts.vacant),
        keys=_keys(facts.vacant),
        tone=lambda value: "amber" if value else "plain",
        explain=lambda as_of: f"到 {as_of.isoformat()} 没有在任主席的工会；筹备中的、只有组织员的不算。",
    ),
)
