"""EmptyState: what stands in the place of an empty table: one sentence what to do, and its button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from .boxes import column, label, row
from .buttons import button
from .scale import Scale


class EmptyState(QWidget):
    """Sentence and button in the middle (rule 10 of the pictures: at most 36 characters)."""

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = label("", "second", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scale = scale
        self._act: Callable[[], object] = _nothing
        self.button: QPushButton = button("", self._do, "primary")
        self.link: QPushButton = button("", self._do, "link")
        buttons = row(scale, 1, self.button, self.link, 1)
        self.setLayout(column(scale, 1, self.sentence, buttons, 1, gap=12))

    def _do(self) -> None:
        self._act()

    def show_words(self, sentence: str, words: str, act: Callable[[], object], *, solid: bool) -> None:
        """Say this; ``words`` on a red button (``solid``) or on a link do ``act``."""
        self.sentence.setText(sentence)
        self._act = act
        for made, shown in ((self.button, solid), (self.link, not solid)):
            made.setText(words)
            made.setVisible(shown and bool(words))


def _nothing() -> None:
    """No act yet."""
