"""ChoiceEditor: one of a few words; yes and no are such words too."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from xunion_desktop.desk.calm_combo import CalmCombo
from xunion_desktop.store.columns import Column, Kind

from .editor import Editor

YES_NO = ((True, "是"), (False, "否"))


class ChoiceEditor(Editor):
    """A list of words; an empty line at the top where the value may be missing."""

    def __init__(self, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(column, parent)
        self._combo = CalmCombo()
        self._combo.setMinimumContentsLength(4)
        self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choices: tuple[tuple[Any, str], ...] = YES_NO if column.kind is Kind.YES_NO else column.choices
        self._values: list[Any] = [None, *(value for value, _ in choices)]
        self._combo.addItems(["", *(word for _, word in choices)])
        self._combo.activated.connect(lambda _place: self.edited.emit())
        self.hold(self._combo)

    @property
    def field(self) -> QComboBox:
        return self._combo

    def raw(self) -> str:
        return self._combo.currentText()

    def set_raw(self, text: str) -> None:
        self._combo.setCurrentIndex(max(0, self._combo.findText(text)))

    def value(self) -> Any:
        return self._values[max(0, self._combo.currentIndex())]

    def set_value(self, value: Any) -> None:
        if value is not None and value not in self._values:
            self._values.append(value)  # a word of an older dictionary stays as it is
            self._combo.addItem(str(value))
        self._combo.setCurrentIndex(self._values.index(value))
