"""Columns: cards beside each other; where they do not fit (large text) they become one column and the page scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from .boxes import at_least
from .overrides import guarded
from .scale import Scale
from .theme import CARD_GAP, LEAST


@dataclass(frozen=True)
class Place:
    """A card, its share of the width (a fixed width where ``fixed``), and its height in one column, at 100 %."""

    card: QWidget
    width: int
    stacked_height: int
    fixed: bool = False


class Columns(QScrollArea):
    """Some cards, beside each other or one below the other."""

    def __init__(self, scale: Scale, places: Sequence[Place], narrow: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale, self._places, self._narrow_at = scale, tuple(places), narrow
        self._inner = QWidget()
        self._inner.setProperty("look", "inner")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(self._inner)
        for place in self._places:
            place.card.setParent(self._inner)
        at_least(scale, self, *LEAST)
        scale.follow(self, self.arrange)

    @property
    def narrow(self) -> bool:
        """Whether the cards stand in one column."""
        return self.maximumViewportSize().width() < self._scale.px(self._narrow_at)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place the cards."""
        gap = self._scale.px(CARD_GAP)
        if self.narrow:
            self._stack(gap)
        else:
            self._spread(gap)

    def _stack(self, gap: int) -> None:
        width = self.maximumViewportSize().width() - self.verticalScrollBar().sizeHint().width()
        top = 0
        for place in self._places:
            height = max(self._scale.px(place.stacked_height), place.card.minimumSizeHint().height())
            place.card.setGeometry(0, top, width, height)
            top += height + gap
        self._inner.resize(width, top - gap)

    def _spread(self, gap: int) -> None:
        room = self.maximumViewportSize()
        fixed = sum(self._scale.px(place.width) for place in self._places if place.fixed)
        shares = sum(place.width for place in self._places if not place.fixed) or 1
        free = room.width() - fixed - gap * (len(self._places) - 1)
        left = 0
        for place in self._places:
            width = self._scale.px(place.width) if place.fixed else round(free * place.width / shares)
            place.card.setGeometry(left, 0, width, room.height())
            left += width + gap
        self._inner.resize(room)
