"""KeyCaps: the three or four keys of a page, drawn as caps at the right of the status line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from .boxes import label, row
from .scale import Scale


class KeyCaps(QWidget):
    """Pairs of key and word: F2 改, Ctrl+P 打印."""

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = row(scale, gap=6)
        self.setLayout(self._box)

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show these keys instead of the last ones."""
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for cap, word in keys:
            self._box.addWidget(label(cap, "key"))
            self._box.addWidget(label(word, "second"))
            self._box.addSpacing(6)
