"""PrinterCombo: the printers of this PC, looked for again whenever the list is opened: one may have come or gone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from .calm_combo import CalmCombo
from .overrides import guarded

_NONE = "这台电脑没有打印机"


class PrinterCombo(CalmCombo):
    """``opening`` = the list is going to be shown. ``names`` = what is offered; none are said in words."""

    opening = Signal()

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names: list[str] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAccessibleName("打印机")
        self.addItem(_NONE)
        self.show_names(names)

    def show_names(self, names: Sequence[str]) -> None:
        """Offer these; the chosen one stays where it is still there, else it is the first."""
        if list(names) == self.names:
            return
        chosen = self.currentText()
        self.names = list(names)
        blocked = self.blockSignals(True)
        self.clear()
        self.addItems(self.names or [_NONE])
        self.setCurrentIndex(max(0, self.findText(chosen)))
        self.blockSignals(blocked)
        if self.currentText() != chosen:
            self.currentTextChanged.emit(self.currentText())

    @guarded()
    def showPopup(self) -> None:
        self.opening.emit()
        super().showPopup()
