"""FileEditor: a photo or a scan, sealed in the book; shown by whether there is one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from xunion_desktop.desk.boxes import label
from xunion_desktop.desk.buttons import small
from xunion_desktop.store.columns import Column

from .editor import Editor


class FileEditor(Editor):
    """A button that takes a file; ``take()`` asks for it and returns the sealed file's name ("" = none taken)."""

    def __init__(self, column: Column, take: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(column, parent)
        self._take = take
        self._name = ""
        self._state = label("", "second")
        self._button = small("选文件…", self._ask)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._button)
        box.addWidget(self._state, 1)
        self.setFocusProxy(self._button)
        self.set_raw("")

    @property
    def field(self) -> QPushButton:
        return self._button

    def raw(self) -> str:
        return self._name

    def set_raw(self, text: str) -> None:
        self._name = text
        self._state.setText("已存入本子" if text else "还没有")

    def value(self) -> Any:
        return self._name or None

    def set_value(self, value: Any) -> None:
        self.set_raw(value or "")

    def _ask(self) -> None:
        name = self._take()
        if name:
            self.set_raw(name)
            self.edited.emit()
