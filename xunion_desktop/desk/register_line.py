"""RegisterLine: line 1 over a register: search, filter chips, and what can be done with the whole register."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from .boxes import row
from .buttons import Act, plain
from .chips import ChipRow
from .scale import Scale

SEARCH_WIDTH = 240


class RegisterLine(QWidget):
    """The chips take the room that is left."""

    def __init__(self, scale: Scale, search_hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(search_hint)
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("查找")
        scale.follow(self.search, lambda: self.search.setFixedWidth(scale.px(SEARCH_WIDTH)))
        self.chips = ChipRow(scale)
        self._box = row(scale, self.search, self.chips)
        self._box.setStretch(1, 1)
        self.setLayout(self._box)

    def offer(self, words: str, act: Act | None = None) -> QPushButton:
        """Add one button at the right."""
        made = plain(words, act)
        self._box.addWidget(made)
        return made
