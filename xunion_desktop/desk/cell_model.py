"""CellModel: a short table that is given as rows of Cells (copies to print, changes of a record)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from .cells import ALIGNMENT, CELL, DISPLAY, LEFT, RIGHT, TOOL_TIP, Cell
from .overrides import guarded

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class CellModel(QAbstractTableModel):
    """Rows of cells under fixed headings; a heading in ``right`` stands over numbers."""

    def __init__(self, heads: Sequence[str], right: Sequence[int] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads, self._right = tuple(heads), frozenset(right)
        self._rows: list[Sequence[Cell]] = []

    def show_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Show these rows; where their number is the same, the selection stays."""
        if len(rows) == len(self._rows):
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._heads) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def call(self, section: int, head: str) -> None:
        """Give a column another heading."""
        self._heads = (*self._heads[:section], head, *self._heads[section + 1 :])
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, section, section)

    @guarded(0)
    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @guarded(0)
    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @guarded()
    def data(self, index: Index, role: int = DISPLAY) -> Any:
        cell = self._rows[index.row()][index.column()]
        if role == CELL:
            return cell
        if role in {DISPLAY, TOOL_TIP}:
            return cell.text
        return int(RIGHT if cell.right else LEFT) if role == ALIGNMENT else None

    @guarded()
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == DISPLAY:
            return self._heads[section]
        return int(RIGHT if section in self._right else LEFT) if role == ALIGNMENT else None
