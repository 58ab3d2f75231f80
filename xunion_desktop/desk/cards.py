"""Card: a white sheet with a hairline around, on which a page lays its things."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from .boxes import Margins, Part, column, put
from .scale import Scale
from .theme import CARD_PADDING


class Card(QFrame):
    """One white card; parts stand one below the other."""

    def __init__(
        self, scale: Scale, *parts: Part, gap: int = 10, margins: Margins = CARD_PADDING, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._box = column(scale, *parts, gap=gap, margins=margins)
        self.setLayout(self._box)

    def add(self, part: Part, stretch: int = 0) -> None:
        """Add one part at the bottom; ``stretch`` > 0 lets it take the room that is left."""
        put(self._box, part)
        if stretch and not isinstance(part, int):
            self._box.setStretch(self._box.count() - 1, stretch)


class Scroll(QScrollArea):
    """A part that scrolls up and down while the title and the buttons stay (rule 13 of the pictures)."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner.setProperty("look", "inner")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
