"""NoteStrip: an amber note in the page that asks for something, and is gone while there is nothing to ask."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from .overrides import guarded
from .scale import Scale

ROOMY = 1.3  # with larger text the page needs the room


class NoteStrip(QFrame):
    """Hidden until it asks; Esc puts it away unanswered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "note-amber")
        self.hide()

    @staticmethod
    def spare(scale: Scale, words: QLabel) -> None:
        """Leave these words out where text is large."""
        scale.follow(words, lambda: words.setVisible(scale.factor <= ROOMY))

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
