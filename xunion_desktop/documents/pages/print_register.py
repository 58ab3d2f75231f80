"""打印登记 in the window: what was printed, to be printed again or marked void; nothing is added or edited by hand."""

from __future__ import annotations

from typing import Any

from xunion_desktop.basics.room import SidePage
from xunion_desktop.desk.cells import Shown
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.form_plan import FormPlan, Group
from xunion_desktop.desk.register_page import RegisterPage
from xunion_desktop.desk.register_plan import Heading, RegisterPlan
from xunion_desktop.documents.records import ORIGINAL, REPRINT, VOID, Printing

from .paper_look import PaperLook
from .paper_side import PaperSide

_TONES = {ORIGINAL: "green", REPRINT: "grey", VOID: "red"}
_FIELDS = (
    Group("", ("form_title", "name", "number_text", "kind")),
    Group("怎样印的", ("day", "clock", "way", "printer", "sheets", "user", "remark")),
)


def _heading(row: Any) -> Heading:
    kind = dict(Printing.kind.choices)[row.kind]
    return Heading(row.name, f"{row.form_title} {row.number_text or ''}".strip(), kind, _TONES[row.kind])


PLAN = RegisterPlan(
    columns=(
        Shown("day", 88),
        Shown("form_title", 150, stretch=True),
        Shown("name", 280, stretch=True),
        Shown("number_text", 140),
        Shown("kind", 60, tone=lambda value, row: _TONES[value]),
        Shown("sheets", 52, total=True),
        Shown("user", 76, offered=True),
    ),
    form=FormPlan(
        groups=_FIELDS,
        make=lambda: Printing(form="", form_title="", name=""),
        fixed=frozenset(name for group in _FIELDS for name in group.names),
    ),
    heading=_heading,
    unit="份",
    search_hint="单位、文号，或拼音首字母",
    empty="还没有印过文件。",
    extra_pages=(
        SidePage("paper", "printing", lambda key: "补打与作废", PaperSide),
        SidePage("look", "printing", lambda key: "版面", PaperLook),
    ),
    help="print_register",
)


class PrintRegisterPage(RegisterPage):
    """The print register: its lines come from printing alone, nothing is added or edited by hand."""

    keys = (("F1", "帮助"),)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "printings", PLAN)
        self.add_button.hide()

    def add(self) -> None:
        """Ctrl+N does nothing here."""

    def edit(self) -> None:
        """F2 only brings the record forward."""
        self.pair.slide(over=True)
