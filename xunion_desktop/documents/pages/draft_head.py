"""The line over a draft: the way back, its title and state, the format it is written in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from xunion_desktop.desk.boxes import label, row
from xunion_desktop.desk.buttons import back, plain
from xunion_desktop.desk.calm_combo import CalmCombo
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.pills import Pill
from xunion_desktop.documents.kinds import FORMATS
from xunion_desktop.documents.papers import FREE


class DraftHead(QWidget):
    """``format_chosen`` tells the id of another format; ``look_wanted`` = the pages, where the window is narrow."""

    format_chosen = Signal(str)
    look_wanted = Signal()

    def __init__(self, desk: Desk, leave: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scale = desk.scale
        self.title = label("", "title", wrap=True)
        self.state, self.badge = Pill(scale), Pill(scale)
        self.formats = CalmCombo()
        self.formats.setAccessibleName("格式")
        self.formats.activated.connect(lambda place: self.format_chosen.emit(str(self.formats.itemData(place))))
        self.look_button = plain("看样", self.look_wanted.emit)
        line = row(
            scale,
            *(back("返回公文", leave, desk.icons, scale), self.title, self.badge, self.state),
            *(label("格式", "field"), self.formats, self.look_button),
            gap=12,
        )
        line.setStretch(1, 1)
        self.setLayout(line)

    def show_format(self, form: str) -> None:
        """Offer the formats that are shipped, and the one the draft is written in."""
        self.formats.clear()
        for one in dict.fromkeys((*(known for known in FORMATS if known in FREE), form)):
            self.formats.addItem(FORMATS.get(one, one), one)
        self.formats.setCurrentIndex(self.formats.findData(form))
