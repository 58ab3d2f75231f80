"""LinkEditor: another record, found by typing its name, pinyin or code, as everywhere."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from xunion_desktop.store.columns import Column
from xunion_desktop.store.registers import Register

from .editor import Editor

OFFERED = 12


class LinkEditor(Editor):
    """One line; what is typed is looked up in the register, the record is taken from the list below."""

    def __init__(self, column: Column, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(column, parent)
        self._register = register
        self._key: str | None = None
        self._title = ""
        self._keys: list[str] = []
        self._titles = QStringListModel(self)
        self._line = QLineEdit()
        self._line.setPlaceholderText(column.hint or "输入名称或拼音首字母查找")
        self._line.textEdited.connect(self._look_up)
        completer = QCompleter(self._titles, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        cast("Any", completer.activated)[QModelIndex].connect(self._take)  # stubs know no overloads
        self._line.setCompleter(completer)
        self.hold(self._line)

    @property
    def field(self) -> QLineEdit:
        return self._line

    def offered(self) -> list[str]:
        """The titles found for what is typed."""
        return self._titles.stringList()

    def take(self, place: int) -> None:
        """Take the record at that place of the list."""
        self._key, self._title = self._keys[place], self.offered()[place]
        self._line.setText(self._title)
        self.edited.emit()

    def raw(self) -> str:
        return self._key if self._key and self._line.text() == self._title else self._line.text()

    def set_raw(self, text: str) -> None:
        if not self._show_record(text):
            self._key, self._title = None, ""
            self._line.setText(text)

    def value(self) -> Any:
        return self._key if self._line.text() and self._line.text() == self._title else None

    def set_value(self, value: Any) -> None:
        key = getattr(value, "id", value)
        if not key or not self._show_record(str(key)):
            self._key, self._title = None, ""
            self._line.clear()

    def fault(self) -> str:
        return "没有找到这一条，请从列表里选。" if self._line.text() and self.value() is None else ""

    def set_read_only(self, read_only: bool) -> None:
        self._line.setReadOnly(read_only)

    def _show_record(self, key: str) -> bool:
        found = self._register.rows([key]) if key else []
        if not found or found[0] is None:
            return False
        self._key, self._title = key, found[0].title()
        self._line.setText(self._title)
        return True

    def _look_up(self, text: str) -> None:
        self._keys = self._register.keys("all", text)[:OFFERED] if text.strip() else []
        self._titles.setStringList([record.title() for record in self._register.rows(self._keys)])
        self.edited.emit()

    def _take(self, index: QModelIndex) -> None:
        self.take(index.row())
