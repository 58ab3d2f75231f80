"""The text boxes of a draft: paragraphs typed naturally; what is pasted is tidied; headings are seen as such."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from xunion_desktop.desk.overrides import guarded
from xunion_desktop.desk.scale import HALF_BOLD
from xunion_desktop.documents.outline import heading
from xunion_desktop.documents.paragraphs import tidy
from xunion_desktop.documents.punctuation import Slip

_PARAGRAPH = 2


class Headings(QSyntaxHighlighter):
    """Shows the paragraphs that will be set as headings: 一、 and （一） bold."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._strong = QTextCharFormat()
        self._strong.setFontWeight(QFont.Weight(HALF_BOLD))

    @guarded()
    def highlightBlock(self, text: str) -> None:
        found = heading(text.strip())
        if found is not None and found.level <= _PARAGRAPH:
            end = text.find("。") + 1 or len(text)
            self.setFormat(0, end, self._strong)


class TextBox(QPlainTextEdit):
    """Several lines; Tab goes on to the next field, what is pasted comes in tidy."""

    def __init__(self, tidying: Callable[[str], str] = tidy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tidying = tidying
        self.setTabChangesFocus(True)

    @guarded()
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: indents, tabs and empty lines of another program are left behind."""
        text = source.text()
        whole = self._tidying(text)
        ends_line = text.rstrip(" \t").endswith(("\n", "\r")) and whole
        self.insertPlainText(f"{whole}\n" if ends_line else whole)

    def mend(self, slips: Sequence[Slip]) -> None:
        """Mend these places as one step that Ctrl+Z takes back."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for slip in sorted(slips, reverse=True):
            cursor.setPosition(slip.start)
            cursor.setPosition(slip.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(slip.new)
        cursor.endEditBlock()


class RowsBox(TextBox):
    """Rows of a table: what is pasted keeps its tabs, Tab parts two cells; in an empty line it goes on."""

    @guarded(False)
    def focusNextPrevChild(self, forward: bool) -> bool:
        if not forward or self.isReadOnly() or not self.textCursor().block().text():
            return super().focusNextPrevChild(forward)
        self.insertPlainText("\t")
        return True
