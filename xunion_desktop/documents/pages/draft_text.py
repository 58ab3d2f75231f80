"""The text boxes of a draft: paragraphs typed naturally; what is pasted is tidied; headings are seen as such."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from xunion_desktop.desk.editors.editor import Editor
from xunion_desktop.desk.overrides import guarded
from xunion_desktop.desk.scale import HALF_BOLD, Scale
from xunion_desktop.documents.outline import heading
from xunion_desktop.documents.paragraphs import tidy, tidy_rows
from xunion_desktop.documents.punctuation import Slip
from xunion_desktop.store.columns import Column

_LINE, _AROUND = 20, 12  # px at 100 %
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

    tidying = staticmethod(tidy)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    @guarded()
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: indents, tabs and empty lines of another program are left behind."""
        text = source.text()
        whole = self.tidying(text)
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

    tidying = staticmethod(tidy_rows)

    @guarded(False)
    def focusNextPrevChild(self, forward: bool) -> bool:
        if not forward or self.isReadOnly() or not self.textCursor().block().text():
            return super().focusNextPrevChild(forward)
        self.insertPlainText("\t")
        return True


class TextEditor(Editor):
    """One word of several lines, ``rows`` of them seen at once."""

    def __init__(self, column: Column, scale: Scale, rows: int, box: TextBox, parent: QWidget | None = None) -> None:
        super().__init__(column, parent)
        self._text = box
        self._text.setPlaceholderText(column.hint)
        self._setting = False
        self._text.textChanged.connect(self._on_changed)
        scale.follow(self, lambda: self._text.setFixedHeight(scale.px(rows * _LINE + _AROUND)))
        self.hold(self._text)

    @property
    def field(self) -> TextBox:
        return self._text

    def raw(self) -> str:
        return self._text.toPlainText()

    def set_raw(self, text: str) -> None:
        self._setting = True
        self._text.setPlainText(text)
        self._setting = False

    def value(self) -> Any:
        return self.raw().strip() or None

    def set_value(self, value: Any) -> None:
        self.set_raw(value or "")

    def set_read_only(self, read_only: bool) -> None:
        self._text.setReadOnly(read_only)

    def _on_changed(self) -> None:
        if not self._setting:
            self.edited.emit()
