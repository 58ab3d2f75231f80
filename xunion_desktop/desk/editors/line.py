"""LineEditor: text, numbers, dates and codes in one line; it says how it understands a date or an amount."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from xunion_desktop.store.columns import Column

from .editor import Editor
from .readings import Reading


class LineEditor(Editor):
    """One line; on leaving it the text is written as the book will show it."""

    def __init__(self, column: Column, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(column, parent)
        self._reading = reading
        self._line = QLineEdit()
        self._line.setPlaceholderText(column.hint)
        self._line.textEdited.connect(self._on_edited)
        self._line.editingFinished.connect(self._tidy)
        self.hold(self._line)

    @property
    def field(self) -> QLineEdit:
        return self._line

    def raw(self) -> str:
        return self._line.text()

    def set_raw(self, text: str) -> None:
        self._line.setText(text)
        self._explain()

    def value(self) -> Any:
        text = self._line.text().strip()
        return self._reading.read(text)[0] if text else None

    def set_value(self, value: Any) -> None:
        self._line.setText("" if value is None or value == "" else self._reading.write(value))
        self._line.setCursorPosition(0)
        self.read.emit("")

    def fault(self) -> str:
        text = self._line.text().strip()
        return self._reading.read(text)[1] if text else ""

    def set_read_only(self, read_only: bool) -> None:
        self._line.setReadOnly(read_only)

    def _on_edited(self) -> None:
        self._explain()
        self.edited.emit()

    def _explain(self) -> None:
        value = self.value() if self._reading.explains else None
        written = "" if value is None else self._reading.write(value)
        self.read.emit("" if written in {"", self._line.text().strip()} else f"读作 {written}")

    def _tidy(self) -> None:
        value = self.value()
        if value is not None:
            written = self._reading.write(value)
            if written != self._line.text():
                self._line.setText(written)
        self.read.emit("")
