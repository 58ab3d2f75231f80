"""Veil: what stands in the place of a sensitive field until somebody writes down why he must see it (rule 11)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from .boxes import column, row
from .buttons import link, small
from .editors.editor import Editor
from .overrides import guarded
from .scale import Scale

ASK, REPLACE = "写明原因后查看…", "改写"


class Veil(QStackedWidget):
    """The masked text, the question for the reason, or the editor itself.

    ``reveal_wanted`` brings the reason; ``replace_wanted`` = a new value is written without seeing the old one.
    """

    reveal_wanted = Signal(str)
    replace_wanted = Signal()

    def __init__(self, scale: Scale, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        name = editor.column.label
        self.text = QLineEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(f"{name}（打了星号）")
        self.ask_button = link(ASK, self.ask)
        self.ask_button.setAccessibleName(f"{ASK}{name}")
        self.replace_button = link(REPLACE, self.replace_wanted.emit)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("查看的原因，如 核对联系电话")
        self.reason.setAccessibleName(f"查看{name}的原因")
        self.reason.returnPressed.connect(self._tell)
        links = row(scale, self.ask_button, self.replace_button, 1, gap=14)
        answers = row(scale, small("查看", self._tell), link("不看了", self.shut), 1, gap=14)
        self._masked, self._asking = QWidget(), QWidget()
        self._masked.setLayout(column(scale, self.text, links, gap=3))
        self._asking.setLayout(column(scale, self.reason, answers, gap=5))
        for page in (self._masked, self._asking, editor):
            self.addWidget(page)
        self.currentChanged.connect(lambda _page: self.updateGeometry())
        self.open()

    @property
    def closed(self) -> bool:
        """Whether the value is masked."""
        return self.currentWidget() is not self.editor

    def show_masked(self, text: str, refusal: str, *, writable: bool) -> None:
        """Mask the value; a refusal shuts the way to it and says why."""
        self.text.setText(text)
        self.ask_button.setEnabled(not refusal)
        self.ask_button.setToolTip(refusal or "原因会记进日志")
        self.replace_button.setVisible(writable)
        self.shut()

    def shut(self) -> None:
        """Back to the masked text."""
        self.reason.clear()
        self.setCurrentWidget(self._masked)

    def ask(self) -> None:
        """Ask for the reason, here in the page."""
        self.setCurrentWidget(self._asking)
        self.reason.setFocus()

    def open(self) -> None:
        """The editor itself."""
        self.reason.clear()
        self.setCurrentWidget(self.editor)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return self.currentWidget().sizeHint()

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return self.currentWidget().minimumSizeHint()

    def _tell(self) -> None:
        self.reveal_wanted.emit(self.reason.text())
