"""SlidingPair: list and record side by side; in a narrow window or with large text the record slides over the list."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from .boxes import at_least
from .overrides import guarded
from .scale import Scale
from .theme import CARD_GAP, LEAST

NARROW = 900  # narrower than this at 100 % text, two cards do not fit beside each other
LIST_SHARE = 0.595


class SlidingPair(QWidget):
    """Two cards; ``narrowed`` tells when they begin or cease to lie over each other, ``covered`` when one does."""

    narrowed = Signal(bool)
    covered = Signal(bool)

    def __init__(self, scale: Scale, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._first, self._second = first, second
        self._narrow = False
        self._open = False
        self._covered = False
        first.setParent(self)
        second.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        at_least(scale, self, *LEAST)
        scale.follow(self, self.arrange)

    @property
    def narrow(self) -> bool:
        """Whether only one of the two is seen."""
        return self._narrow

    @property
    def over(self) -> bool:
        """Whether the second card lies over the first one."""
        return self._narrow and self._open

    def slide(self, *, over: bool) -> None:
        """Bring the second card over the first one, or take it away (without effect where both are seen)."""
        self._open = over
        self.arrange()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        one, other = self._first.sizeHint(), self._second.sizeHint()
        gap = self._scale.px(CARD_GAP)
        return QSize(one.width() + gap + other.width(), max(one.height(), other.height()))

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place the two cards."""
        narrow = self.width() < self._scale.px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self.narrowed.emit(narrow)
        if self.over != self._covered:
            self._covered = self.over
            self.covered.emit(self._covered)
        if narrow:
            self._first.setGeometry(self.rect())
            self._second.setGeometry(self.rect())
            self._first.setVisible(not self._open)
            self._second.setVisible(self._open)
        else:
            gap = self._scale.px(CARD_GAP)
            left = round((self.width() - gap) * LIST_SHARE)
            self._first.setGeometry(0, 0, left, self.height())
            self._second.setGeometry(left + gap, 0, self.width() - left - gap, self.height())
            self._first.setVisible(True)
            self._second.setVisible(True)
