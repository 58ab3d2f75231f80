"""StatusLine: who and which book at the left, what the page counts in the middle, the keys of the page at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QWidget

from .boxes import label, row
from .keycaps import KeyCaps
from .scale import Scale

DOT = "　•　"


class StatusLine(QFrame):
    """The strip under everything; large text shortens it to the first part and the last two keys."""

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "band")
        self._scale = scale
        self._parts: tuple[str, ...] = ()
        self._keys: tuple[tuple[str, str], ...] = ()
        self.left = label("", "second")
        self.counted = label("", "second")
        self.keys = KeyCaps(scale)
        self.setLayout(row(scale, self.left, 1, self.counted, self.keys, gap=16, margins=(16, 4, 16, 4)))
        scale.follow(self, self._show)

    def show_parts(self, parts: Sequence[str]) -> None:
        """Show who works in which book; what matters least comes last."""
        self._parts = tuple(parts)
        self._show()

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show the keys of the page that is up."""
        self._keys = tuple(keys)
        self._show()

    @Slot(str)
    def count(self, words: str) -> None:
        """Show what the page counts (sum of the selection)."""
        self.counted.setText(words)

    def _show(self) -> None:
        large = self._scale.factor > 1.3
        self.left.setText(DOT.join(self._parts[:1] if large else self._parts))
        self.keys.show_keys(self._keys[-2:] if large else self._keys)
