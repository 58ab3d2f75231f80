"""CardGrid: cards side by side, as many in a row as the width allows; the last row fills the width (5, or 3 + 2)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from .boxes import NONE, follow
from .overrides import guarded
from .scale import Scale
from .theme import CARD_GAP


class CardGrid(QWidget):
    """Widgets in rows of equal width. ``least`` is the least width of one, at 100 %."""

    def __init__(self, scale: Scale, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale, self._least = scale, least
        self._cards: list[QWidget] = []
        self._across = 0
        self._grid = QGridLayout(self)
        follow(self._grid, scale, CARD_GAP, NONE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        scale.follow(self, self._again)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these instead of the last ones."""
        for old in self._cards:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = list(cards)
        self._again()

    @property
    def across(self) -> int:
        """How many stand in the first row."""
        return self._across

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(self._fitting())

    def _fitting(self) -> int:
        gap = self._scale.px(CARD_GAP)
        fit = (self.width() + gap) // (self._scale.px(self._least) + gap)
        return max(1, min(fit, len(self._cards)))

    def _again(self) -> None:
        self._across = 0
        self._lay(self._fitting())

    def _lay(self, across: int) -> None:
        """Every row spans the same width, so each card takes ``span`` of ``across × rest`` narrow columns."""
        if across == self._across or not self._cards:
            return
        self._across = across
        full, rest = divmod(len(self._cards), across)
        for card in self._cards:
            self._grid.removeWidget(card)
        for number, card in enumerate(self._cards):
            row, place = divmod(number, across)
            span, start = (max(rest, 1), place) if row < full else (across, place)
            self._grid.addWidget(card, row, start * span, 1, span)
        columns = across * max(rest, 1)
        for place in range(self._grid.columnCount()):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
