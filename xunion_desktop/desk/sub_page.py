"""SubPage: a page laid over a tab; it starts with ‹ 返回 and ends with Esc."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from .desk import Desk
from .overrides import guarded
from .theme import PAGE_MARGINS


class SubPage(QWidget):
    """What every page over a tab can do: know the desk, go back, name its keys and its help."""

    keys: tuple[tuple[str, str], ...] = (("Esc", "返回"), ("F1", "帮助"))
    help_page = ""
    margins = PAGE_MARGINS

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("look", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def leave(self) -> None:
        """Go back to the tab."""
        self.desk.leave(self)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
