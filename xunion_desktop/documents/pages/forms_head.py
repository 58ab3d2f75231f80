"""The line over a form being changed: the way back, its title, how it stands to the shipped one, its kind and paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from xunion_desktop.desk.boxes import label, row
from xunion_desktop.desk.buttons import back
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.pills import Pill
from xunion_desktop.documents.formnames import kind_of_paper
from xunion_desktop.documents.forms import Standing, State

TONES = {State.SHIPPED: "grey", State.CHANGED: "green", State.NEWER: "amber", State.BROKEN: "red"}


class FormHead(QWidget):
    """``views`` = what stands at its right end."""

    def __init__(self, desk: Desk, leave: Callable[[], None], views: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.about = label("", "title"), label("", "second")
        self.state, self.badge = Pill(desk.scale), Pill(desk.scale)
        way_back = back("返回模板", leave, desk.icons, desk.scale)
        parts = (way_back, self.title, self.state, self.badge, self.about, 1, views)
        self.setLayout(row(desk.scale, *parts, gap=12))

    def show_standing(self, standing: Standing) -> None:
        """Which form it is, and how it stands to the shipped one."""
        self.title.setText(standing.form.title)
        self.about.setText(f"{kind_of_paper(standing.form.kind)} · {standing.form.paper}")
        self.state.show_state(standing.state, TONES[standing.state])

    def show_unsaved(self, *, unsaved: bool) -> None:
        """未保存."""
        self.badge.show_state("未保存" if unsaved else "", "amber")
