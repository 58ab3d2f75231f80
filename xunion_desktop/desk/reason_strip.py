"""ReasonStrip: before sensitive columns go out: masked, or in clear for a reason that is written here in the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from .boxes import column, label, row
from .buttons import link, small
from .foot import foot
from .note_strip import ROOMY, NoteStrip
from .overrides import guarded
from .scale import Scale

_SECOND = "原文只用在写明的用途上，原因、时间和人记进日志，纸上和表里也会印上一行。"


class ReasonStrip(NoteStrip):
    """Masked or in clear. ``opened`` tells that it begins or ceases to ask."""

    opened = Signal(bool)

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._go: Callable[[str], object] = lambda reason: None
        self.title = label("", "strong", wrap=True)
        self.second = label(_SECOND, "second", wrap=True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("导出原文的原因，如 报市总核对")
        self.reason.setAccessibleName("导出原文的原因")
        self.reason.returnPressed.connect(self._in_clear)
        self.masked_button = small("照星号导出", self._masked)
        self.clear_button = small("写明原因，导出原文", self._in_clear)
        answers = [self.masked_button, self.clear_button, link("不导出", self.hide)]
        line = row(scale, self.reason, foot(scale, answers, []), gap=10)
        line.setStretch(0, 2)
        line.setStretch(1, 3)
        self.setLayout(column(scale, self.title, self.second, line, gap=5, margins=(12, 8, 12, 8)))
        self.spare(scale, self.second)

    @property
    def crowds(self) -> bool:
        """Whether it asks in a window where large text leaves little room for anything else."""
        return not self.isHidden() and self._scale.factor > ROOMY

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.opened.emit(True)

    @guarded()
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.opened.emit(False)

    def ask(self, labels: Sequence[str], go: Callable[[str], object]) -> None:
        """Ask about these columns; ``go`` is called with the reason, "" = masked."""
        self._go = go
        self.title.setText(f"这里面有{'、'.join(labels)}，平时打星号。")
        self.reason.clear()
        self.show()
        self.masked_button.setFocus()

    def _masked(self) -> None:
        self.hide()
        self._go("")

    def _in_clear(self) -> None:
        if self.reason.text().strip():
            self.hide()
            self._go(self.reason.text())
        else:
            self.reason.setFocus()
