"""The text boxes of a form: words in braces stand out, the box grows with its text."""

from __future__ import annotations

import re
from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from xunion_desktop.desk.overrides import guarded
from xunion_desktop.desk.scale import HALF_BOLD, Scale
from xunion_desktop.desk.theme import AMBER, GREEN, RED

_WORD = re.compile(r"\{([^{}|]*)(?:\|[^{}]*)?\}")
_OPTION = re.compile(r"[\[\]]")
_AROUND, _MOST = 16, 9


class WordMarks(QSyntaxHighlighter):
    """Green = a word that is given, red = one that nobody gives, amber = the brackets of what may be left out."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._known: Collection[str] | None = None

    def know(self, words: Collection[str]) -> None:
        """Tell the words that are given."""
        self._known = words
        self.rehighlight()

    @guarded()
    def highlightBlock(self, text: str) -> None:
        for found in _WORD.finditer(text):
            good = self._known is None or found[1].strip() in self._known
            self.setFormat(found.start(), len(found[0]), _look(GREEN if good else RED))
        for found in _OPTION.finditer(text):
            self.setFormat(found.start(), 1, _look(AMBER))


def _look(colour: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(colour))
    look.setFontWeight(QFont.Weight(HALF_BOLD))
    return look


class FormBox(QPlainTextEdit):
    """One text of a form; ``entered`` = the cursor stands here now. Tab goes on to the next."""

    entered = Signal(QPlainTextEdit)

    def __init__(self, scale: Scale, value: str = "", parent: QWidget | None = None, *, grows: bool = True) -> None:
        super().__init__(parent)
        self._scale, self._grows = scale, grows
        self.setTabChangesFocus(True)
        self.marks = WordMarks(self.document())
        self.setPlainText(value)
        if grows:
            self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
            scale.follow(self, self._grow)

    def put(self, text: str) -> None:
        """Write at the cursor, and go on there."""
        self.insertPlainText(text)
        self.setFocus()

    def put_option(self) -> None:
        """Put what is chosen between the brackets of what may be left out."""
        cursor = self.textCursor()
        chosen = cursor.selectedText()
        cursor.insertText(f"[{chosen}]")
        if not chosen:
            cursor.movePosition(cursor.MoveOperation.Left)
        self.setTextCursor(cursor)
        self.setFocus()

    def _grow(self) -> None:
        needed = max(1, round(self.document().size().height()))
        lines = min(_MOST, needed)
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bar.ScrollBarAsNeeded if needed > _MOST else bar.ScrollBarAlwaysOff)
        line = QFontMetrics(self._scale.font()).lineSpacing()
        self.setFixedHeight(lines * line + self._scale.px(_AROUND))

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._grows and event.size().width() != event.oldSize().width():
            self._grow()

    @guarded()
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self)
