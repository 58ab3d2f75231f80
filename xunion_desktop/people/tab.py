"""The people in the window: 人员, a page of the window's menu."""

from __future__ import annotations

from typing import Any

from xunion_desktop.desk.cells import Shown, Weight
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.form_plan import FormPlan, Group
from xunion_desktop.desk.register_page import RegisterPage
from xunion_desktop.desk.register_plan import Heading, RecordAct, RegisterPlan
from xunion_desktop.desk.register_sub_page import RegisterSubPage
from xunion_desktop.office.pages.erasure_page import erasure_page
from xunion_desktop.store.erasure import is_erased

from .records import Person

TITLE = "人员"


def _heading(person: Any) -> Heading:
    if is_erased(person):
        return Heading(person.name, "", "已删除", "grey")
    said = (person.sex, person.birth, dict(Person.politics.choices).get(person.politics))
    return Heading(person.name, " · ".join(part for part in said if part))


PLAN = RegisterPlan(
    columns=(
        Shown("name", 110, stretch=True),
        Shown("sex", 52, weight=Weight.SOFT),
        Shown("birth", 96),
        Shown("id_number", 160),
        Shown("phone", 112),
        Shown("politics", 96, weight=Weight.SOFT, offered=True),
        Shown("schooling", 76, weight=Weight.SOFT, offered=True),
    ),
    form=FormPlan(
        groups=(
            Group("", ("name", "id_number", "sex", "birth", "phone")),
            Group("其他", ("nation", "politics", "schooling", "remark")),
        ),
        make=lambda: Person(name=""),
    ),
    heading=_heading,
    unit="人",
    search_hint="姓名、手机，或拼音首字母",
    empty="还没有人员。在基层工会的委员会里填了姓名，这里就有了。",
    record_acts=(RecordAct("依法删除个人信息…", erasure_page, admin=True, offered=lambda row: not is_erased(row)),),
    help="people",
)


def people_page(desk: Desk) -> RegisterSubPage:
    """Give the page 人员, as the window's menu opens it."""
    return RegisterSubPage(RegisterPage(desk, "people", PLAN), TITLE)
