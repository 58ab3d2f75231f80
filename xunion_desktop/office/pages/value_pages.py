"""年度数值, 词表, 节假日: the registers of the office as pages of the menu 设置."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from xunion_desktop.desk.cells import Shown
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.form_plan import FormPlan, Group
from xunion_desktop.desk.register_page import RegisterPage
from xunion_desktop.desk.register_plan import Heading, RegisterPlan
from xunion_desktop.desk.register_sub_page import RegisterSubPage
from xunion_desktop.office.records import DatedValue, Entry, Holiday


def _standing(row: Any) -> tuple[str, str]:
    """Whether the program reckons with the value, as a pill."""
    if not row.value:
        return "未设置", "amber"
    return ("已设置", "green") if row.is_sound else ("不合理", "red")


def _value_tone(row: Any) -> str:
    return "" if row.value and row.is_sound else _standing(row)[1]


VALUES = RegisterPlan(
    columns=(
        Shown("name", 170),
        Shown("value", 150, words=lambda row: row.shown, tone=lambda value, row: _value_tone(row)),
        Shown("valid_from", 92),
        Shown("valid_to", 92),
        Shown("source", 220, stretch=True),
        Shown("doc_no", 120, offered=True),
    ),
    form=FormPlan(
        groups=(
            Group("", ("name", "value", "unit")),
            Group("执行期", ("valid_from", "valid_to")),
            Group("依据", ("source", "doc_no", "note")),
        ),
        make=lambda: DatedValue(name=""),
    ),
    heading=lambda row: Heading(row.name, row.span.said, *_standing(row)),
    search_hint="名称、依据，或拼音首字母",
    empty="还没有年度数值。",
    help="values",
)

WORDS = RegisterPlan(
    columns=(Shown("word", 200, stretch=True), Shown("dictionary", 110), Shown("code", 100), Shown("year", 70)),
    form=FormPlan(
        groups=(Group("", ("dictionary", "word", "code", "position", "year", "source")),),
        make=lambda: Entry(dictionary="", word=""),
    ),
    heading=lambda row: Heading(row.word, row.dictionary, str(row.year) if row.year else ""),
    search_hint="词、代码，或拼音首字母",
    empty="还没有词。",
    help="values",
)

HOLIDAYS = RegisterPlan(
    columns=(
        Shown("day", 110),
        Shown("name", 140, stretch=True),
        Shown(
            "works",
            90,
            words=lambda row: "上班" if row.works else "放假",
            tone=lambda value, row: "amber" if value else "green",
        ),
        Shown("source", 180),
    ),
    form=FormPlan(groups=(Group("", ("day", "works", "name", "source")),), make=lambda: Holiday(works=False)),
    heading=lambda row: Heading(
        row.day or "", row.name or "", *(("上班", "amber") if row.works else ("放假", "green"))
    ),
    unit="天",
    search_hint="日期、节日",
    empty="还没有放假安排。",
    help="values",
)


PAGES = {"values": ("年度数值", VALUES), "words": ("词表", WORDS), "holidays": ("节假日", HOLIDAYS)}


def register_page(desk: Desk, register_id: str) -> RegisterSubPage:
    """Give the page of one of these registers."""
    title, plan = PAGES[register_id]
    return RegisterSubPage(RegisterPage(desk, register_id, plan), title)


def opener(register_id: str) -> Callable[[Desk], None]:
    """Give what opens it."""
    return lambda desk: desk.show_page(register_page(desk, register_id), PAGES[register_id][0])
