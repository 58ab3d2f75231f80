"""ImportSide: the right side of the import: the doubts and, where there is the height for both, what one row does."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from .boxes import column
from .change_card import ChangeCard
from .desk import Desk
from .doubt_list import DoubtList
from .import_steps import Step
from .overrides import guarded
from .theme import CARD_GAP


class ImportSide(QWidget):
    """The doubts come first: in a low window they have the whole height, until old and new are compared."""

    def __init__(self, desk: Desk, measure: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = desk.scale
        self._step = Step.FILE
        self.doubts = DoubtList(desk)
        self.changes = ChangeCard(desk, measure)
        box = column(desk.scale, self.doubts, self.changes, gap=CARD_GAP)
        box.setStretch(0, 2)
        box.setStretch(1, 1)
        self.setLayout(box)

    def show_step(self, step: Step) -> None:
        """Show what this step is about."""
        self._step = step
        self.doubts.setVisible(step is not Step.BOOK)
        self._fit()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        both = self.doubts.minimumSizeHint().height() + self.changes.minimumSizeHint().height()
        fits = both + self._scale.px(CARD_GAP) <= self.height()
        self.changes.setVisible(fits or self._step is Step.BOOK)
