"""CalmCombo: a list of words that opens on a click, and on nothing else."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from .overrides import guarded


class CalmCombo(QComboBox):
    """A combo box that the wheel does not change while a form is scrolled under it."""

    @guarded()
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
