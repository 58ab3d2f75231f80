"""LongTextEditor: remarks of several lines; Enter and Tab leave it, Ctrl+Enter begins a new line.

A room may give a box of its own, for a text that is written at length.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from xunion_desktop.desk.scale import Scale
from xunion_desktop.store.columns import Column

from .editor import Editor

_HEIGHT = 76


class LongTextEditor(Editor):
    """A few lines of text; ``height`` of what is seen at once, in px at 100 %."""

    def __init__(
        self,
        column: Column,
        scale: Scale,
        box: QPlainTextEdit | None = None,
        height: int = _HEIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(column, parent)
        self._text = box or QPlainTextEdit()
        self._text.setPlaceholderText(column.hint)
        self._text.setTabChangesFocus(True)
        self._setting = False
        self._text.textChanged.connect(self._on_changed)
        scale.follow(self, lambda: self._text.setFixedHeight(scale.px(height)))
        self.hold(self._text)

    @property
    def field(self) -> QPlainTextEdit:
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
