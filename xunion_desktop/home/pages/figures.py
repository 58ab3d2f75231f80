"""The figure cards: a number, its second line, and a click that opens the records behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from xunion_desktop.basics.figure import Figure
from xunion_desktop.desk.boxes import label
from xunion_desktop.desk.cards import Card
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.overrides import guarded
from xunion_desktop.desk.theme import tone


class FigureCard(Card):
    """One figure, reckoned as of the desk's today; its sentence is the tool tip."""

    def __init__(self, desk: Desk, figure: Figure, parent: QWidget | None = None) -> None:
        self._desk, self.figure = desk, figure
        self.value = figure.value(desk.today)
        name = figure.label(desk.today)
        number = label(f"{self.value:,} {figure.unit}", "figure")
        number.setStyleSheet(f"color: {tone(figure.tone(self.value)).ink}")
        super().__init__(
            desk.scale,
            label(name, "second"),
            number,
            label(figure.note(desk.today), "second", wrap=True),
            gap=4,
        )
        self.setParent(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(figure.explain(desk.today))
        self.setAccessibleName(f"{name} {self.value} {figure.unit}")

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
