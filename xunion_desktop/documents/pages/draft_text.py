"""The text boxes of a draft: paragraphs typed naturally; what is pasted is tidied; headings are seen as such."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, zip_longest

from PySide6.QtCore import QEvent, QMimeData
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from xunion_desktop.desk.overrides import guarded
from xunion_desktop.desk.scale import HALF_BOLD
from xunion_desktop.documents.outline import heading
from xunion_desktop.documents.paragraphs import tidy
from xunion_desktop.documents.punctuation import Slip

_PARAGRAPH = 2
_BETWEEN = "　"  # two cells


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

    def __init__(self, tidying: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(tidying, parent)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._stops: list[int] = []
        self.textChanged.connect(self._align)

    @guarded()
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._align()

    def _align(self) -> None:
        """Cells stand below each other whatever their width, as they will be printed."""
        metrics = self.fontMetrics()
        widths: list[int] = []
        for line in self.toPlainText().splitlines():
            cells = [metrics.horizontalAdvance(cell) for cell in line.split("\t")]
            widths = [max(pair) for pair in zip_longest(widths, cells, fillvalue=0)]
        gap = metrics.horizontalAdvance(_BETWEEN)
        stops = list(accumulate(width + gap for width in widths))
        if stops == self._stops:
            return
        self._stops = stops
        option = self.document().defaultTextOption()
        option.setTabs([QTextOption.Tab(stop, QTextOption.TabType.LeftTab) for stop in stops])
        blocked = self.blockSignals(True)
        self.document().setDefaultTextOption(option)
        self.blockSignals(blocked)

    @guarded(False)
    def focusNextPrevChild(self, forward: bool) -> bool:
        if not forward or self.isReadOnly() or not self.textCursor().block().text():
            return super().focusNextPrevChild(forward)
        self.insertPlainText("\t")
        return True
