"""The figure cards: a number, its second line, and a click that opens the records behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from xunion_desktop.desk.boxes import label
from xunion_desktop.desk.cards import Card
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.overrides import guarded
from xunion_desktop.desk.theme import tone
from xunion_desktop.home.reckoning import Told


class FigureCard(Card):
    """One figure; its sentence is the tool tip."""

    def __init__(self, desk: Desk, told: Told, parent: QWidget | None = None) -> None:
        self._desk, self.figure, self.value = desk, told.figure, told.value
        number = label(f"{told.value:,} {told.figure.unit}", "figure")
        number.setStyleSheet(f"color: {tone(told.figure.tone(told.value)).ink}")
        note = label(told.note, "second", wrap=True)
        super().__init__(desk.scale, label(told.name, "second"), number, note, gap=4)
        self.setParent(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(told.sentence)
        self.setAccessibleName(f"{told.name} {told.value} {told.figure.unit}")

    def open_records(self) -> None:
        """Show the records that were counted."""
        if self.figure.chip:
            self._desk.open_register(self.figure.register, self.figure.chip)
        else:
            self._desk.open_register(self.figure.register, "", self.figure.keys(self._desk.today))

    @guarded()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.open_records()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_records()
        else:
            super().keyPressEvent(event)
