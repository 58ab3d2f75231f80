"""公文稿: the register of drafts; 起草… begins one, F2 or a double click opens one on its own page."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu

from xunion_desktop.basics.room import SidePage
from xunion_desktop.desk.cells import Shown, Weight
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.form_plan import FormPlan, Group
from xunion_desktop.desk.register_page import RegisterPage
from xunion_desktop.desk.register_plan import Heading, RecordAct, RegisterPlan
from xunion_desktop.documents.figures import DRAFT, ISSUED, KIND, STATES
from xunion_desktop.documents.kinds import format_of
from xunion_desktop.documents.manuscripts import Manuscript
from xunion_desktop.documents.records import VOID
from xunion_desktop.documents.sketch import Sketch, copied

from .draft_genres import GenrePage, begin, show
from .draft_look import DraftLook

_TONES = {DRAFT: "grey", ISSUED: "green", VOID: "red"}
_FIELDS = ("name", "genre", "recipient", "body", "day")


def _heading(row: Any) -> Heading:
    parts = dict.fromkeys(part for part in (row.genre, format_of(row.form), row.number) if part)
    second = " · ".join(parts)
    return Heading(row.title(), second, dict(STATES)[row.state], _TONES[row.state])


PLAN = RegisterPlan(
    columns=(
        Shown("name", 320, stretch=True, words=lambda row: row.title()),
        Shown("genre", 84, weight=Weight.SOFT),
        Shown("number", 140),
        Shown("day", 88),
        Shown("state", 66, tone=lambda value, row: _TONES[value]),
        Shown("recipient", 120, offered=True),
    ),
    form=FormPlan(
        groups=(Group("", (*_FIELDS, "remark")),),
        make=lambda: Manuscript(form="", day=""),
        fixed=frozenset(_FIELDS),
    ),
    heading=_heading,
    unit="件",
    search_hint="标题、主送、文号，或拼音首字母",
    empty="还没有公文稿。先起草一份。",
    record_acts=(
        RecordAct("打开", lambda desk, record: open_draft(desk, record.id)),
        RecordAct(
            "印…", lambda desk, record: desk.print(record.form, (record.id,)), offered=lambda row: not row.number
        ),
        RecordAct("照此起草", lambda desk, record: begin(desk, copied(record, desk.today))),
    ),
    extra_pages=(SidePage("look", KIND, lambda key: "看样", DraftLook),),
    help="drafts",
)


class DraftsPage(RegisterPage):
    """The register of drafts. Words are written on the draft's own page; beside the list only 备注 is."""

    keys = (("F2", "打开"), ("Ctrl+N", "起草"), ("Ctrl+F", "查找"), ("F1", "帮助"))
    help_page = "drafts"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "drafts", PLAN)
        self.add_button.setText("起草…")
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill_menu)
        self.print_button.setMenu(menu)

    def add(self) -> None:
        """Ctrl+N: which kind of paper."""
        if not self._refused():
            self.desk.show_page(GenrePage(self.desk), "起草")

    def edit(self) -> None:
        """F2, Enter or a double click: the draft's own page."""
        if self.panel.record is not None:
            open_draft(self.desk, self.panel.record.id)

    def _fill_menu(self) -> None:
        """The drafts that are picked (else all that are shown), format by format; then the roster."""
        menu, keys = self.print_button.menu(), self.list.chosen_keys() or list(self.list.model.keys)
        menu.clear()
        rows = self.list.register.rows(keys, self.desk.today)
        for form, number in Counter(row.form for row in rows).items():
            own = [row.id for row in rows if row.form == form]
            menu.addAction(f"{format_of(form)}（{number:,} 件）").triggered.connect(partial(self._print, form, own))
        menu.addSeparator()
        roster = menu.addAction(f"名册，照现在看到的 {len(keys):,} 行存成 PDF")
        roster.setEnabled(bool(keys))
        roster.triggered.connect(lambda _checked=False: self.acts.print_roster())

    def _print(self, form: str, keys: list[str], _checked: bool = False) -> None:
        self.desk.print(form, keys)


def open_draft(desk: Desk, key: str) -> None:
    """Open the page of this draft."""
    record = Manuscript.get_or_none(Manuscript.id == key)
    if record is not None:
        show(desk, Sketch(record))
