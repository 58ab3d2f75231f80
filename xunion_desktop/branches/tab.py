"""The page of the unions: the register, the selected union with its pages, and the reminder letters."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from xunion_desktop.branches import limits, rules
from xunion_desktop.branches.pages.courses import side_pages
from xunion_desktop.branches.pages.union_form import union_form
from xunion_desktop.branches.records.situations import Situation, situations
from xunion_desktop.branches.rosters import OVERVIEW_TITLE
from xunion_desktop.branches.rules import STATE_WORDS, State
from xunion_desktop.branches.words import FORMS, REMINDER, Form
from xunion_desktop.desk.cells import Shown, Weight
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.register_page import RegisterPage
from xunion_desktop.desk.register_plan import Heading, Primary, RecordPaper, RegisterPlan, RegisterView

_TONES = {"届满": "red", "正常": "green", "延期": "amber"}


def branches_page(desk: Desk) -> RegisterPage:
    """Make the tab 基层工会."""
    return RegisterPage(desk, "branches", plan(desk.today))


def plan(today: date) -> RegisterPlan:
    """What stands on the page."""
    return RegisterPlan(
        columns=(
            Shown("name", 260, stretch=True),
            Shown("nature", 76, weight=Weight.SOFT),
            Shown("township", 76, weight=Weight.SOFT),
            Shown("chair", 72),
            Shown("members", 64, total=True),
            Shown("end", 96),
            Shown("state", 72, tone=lambda value, row: _TONES.get(value, "grey")),
        ),
        form=union_form(today),
        heading=lambda record: heading(record, today),
        unit="家",
        search_hint="名称、代码、主席，或拼音首字母",
        empty="还没有台账。先从 Excel 导入。",
        primary=Primary(REMINDER, "印换届提醒函 {n} 封", "overdue", "{n} 家任期届满"),
        record_papers=(RecordPaper(REMINDER, "印换届提醒函"),),
        extra_pages=side_pages(today),
        views=(RegisterView("图表", OVERVIEW_TITLE, _overview),),
        help="branches",
    )


def _overview(desk: Desk) -> QWidget:
    from xunion_desktop.branches.pages.overview_page import OverviewPage  # its charts are loaded with it

    return OverviewPage(desk)


def heading(record: Any, today: date) -> Heading:
    """The head of the right card: name, what kind of union, and its state in a pill."""
    parts = [dict(FORMS).get(record.form), f"会员 {record.members or 0:,} 人", record.nature]
    second = " · ".join(part for part in parts if part)
    found = situations([record.id], today)
    if record.form == Form.NONE or not found:
        return Heading(record.name, second, "未建会", "grey")
    return Heading(record.name, second, *pill(found[0], today))


def pill(row: Situation, today: date) -> tuple[str, str]:
    """The state in a few words, and its tone: 届满 84 天, 还剩 12 天, 延期至 2026-12-31."""
    due = row.effective_due
    if row.state in {State.MERGED, State.DISSOLVED, State.PREPARING}:
        return STATE_WORDS[row.state], "grey"
    if due is None:
        return "任期不详", "amber"
    left, soon = rules.days_left(due, today), limits.soon_days(today)
    if left < 0:
        return f"届满 {-left} 天", "red"
    if soon is not None and left <= soon:
        return (f"还剩 {left} 天" if left else "今天届满"), "amber"
    return (STATE_WORDS[row.state], "amber") if row.state is State.EXTENDED else ("正常", "green")
