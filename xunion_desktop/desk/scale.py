"""Scale: the text size (100–175 %) that every measure of the window goes through, changeable at run time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QFont

SMALLEST, LARGEST = 1.00, 1.75
STEPS = (1.00, 1.25, 1.50, 1.75)
SCALE_SETTING = "text_size"  # of this PC
NORMAL, HALF_BOLD = 400, 700  # at 600 a face of one weight (our own) would not be made bolder


class Scale(QObject):
    """How large text and everything around it is; ``changed`` tells whoever drew with the old size."""

    changed = Signal()

    def __init__(self, factor: float = 1.0, family: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._factor = _within(factor)
        self.family = family

    @property
    def factor(self) -> float:
        """1.0 = 100 %."""
        return self._factor

    def set_factor(self, factor: float) -> None:
        """Change the text size of the whole window at once."""
        factor = _within(factor)
        if factor != self._factor:
            self._factor = factor
            self.changed.emit()

    def px(self, n: float) -> int:
        """A measure of the pictures, in pixels of this screen."""
        return round(n * self._factor)

    def font(self, size: float = 13, weight: int = NORMAL) -> QFont:
        """The window's typeface; ``size`` as in the pictures at 100 %."""
        font = QFont(self.family) if self.family else QFont()
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        return font

    def follow(self, thing: QObject, apply: Callable[[], None]) -> None:
        """Call ``apply`` now and after every change, for as long as ``thing`` lives."""
        _Follower(self, apply, thing)


class _Follower(QObject):
    """The thread between a scale and one thing; child of the thing, so both end together."""

    def __init__(self, scale: Scale, apply: Callable[[], None], thing: QObject) -> None:
        super().__init__(thing)
        self._apply = apply
        scale.changed.connect(self.apply)
        apply()

    @Slot()
    def apply(self) -> None:
        self._apply()


def _within(factor: float) -> float:
    return min(max(factor, SMALLEST), LARGEST)
