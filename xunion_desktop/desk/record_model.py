"""RecordModel: a register as a Qt table. It holds the ordered keys and pages the rows; it is the view-model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from xunion_desktop.store.columns import Column
from xunion_desktop.store.registers import Order, Register

from .cells import ALIGNMENT, CELL, CHECK, DISPLAY, EMPTY, LEFT, RIGHT, TOOL_TIP, Cell, Shown, complete, is_right
from .overrides import guarded
from .row_pages import RowPages

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


@dataclass(frozen=True)
class Query:
    """What the table shows: a chip, words searched for, an order, and perhaps only certain keys."""

    chip: str = "all"
    text: str = ""
    order: tuple[Order, ...] = ()
    only: frozenset[str] = field(default=frozenset())

    @property
    def rows(self) -> tuple[str, str, frozenset[str]]:
        """What decides which rows are found, in whatever order."""
        return self.chip, self.text, self.only


class RecordModel(QAbstractTableModel):
    """The rows of one register under one query; with ``ticks`` the first column is a tick box."""

    queried = Signal()  # the rows were read anew
    ticked = Signal()  # other rows are ticked

    def __init__(
        self,
        register: Register,
        shown: Sequence[Shown],
        today: date,
        *,
        ticks: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.register = register
        columns = {column.name: column for column in register.columns}
        self.shown = complete(shown, register.columns)
        self.columns: tuple[Column, ...] = tuple(columns[one.name] for one in self.shown)
        self.ticks = int(ticks)
        self.query = Query()
        self.today = today
        self._pages = RowPages(self.rows)
        self._row_of: dict[str, int] | None = None
        self._ticked: set[str] = set()

    # what is asked

    def ask(self, query: Query) -> None:
        """Show what this query finds."""
        self.query = query
        self.reload()

    def reload(self) -> None:
        """Read again; where the same rows stand in the same order, only their cells are drawn anew."""
        keys = self._found()
        if keys == self._pages.keys:
            self._pages.forget()
            if keys:
                self.dataChanged.emit(self.index(0, 0), self.index(len(keys) - 1, self.columnCount() - 1))
        else:
            self.beginResetModel()
            self._pages = RowPages(self.rows, keys)
            self._row_of = None
            self.endResetModel()
        self._tick_only(self._ticked.intersection(keys))
        self.queried.emit()

    def _found(self) -> list[str]:
        query = self.query
        keys = self.register.keys(query.chip, query.text, query.order, self.today)
        return [key for key in keys if key in query.only] if query.only else list(keys)

    @guarded()
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by this column, in the database; a column without an expression cannot be ordered by."""
        if self.sortable(column):
            name = self.columns[column - self.ticks].name
            self.ask(replace(self.query, order=((name, order == Qt.SortOrder.DescendingOrder),)))

    def sortable(self, column: int) -> bool:
        """Whether the database can order by this column."""
        return column >= self.ticks and self.columns[column - self.ticks].sql is not None

    # keys and records

    def rows(self, keys: Sequence[str]) -> list[Any]:
        """The records with these keys, as of today."""
        return self.register.rows(keys, self.today)

    @property
    def keys(self) -> Sequence[str]:
        """The keys shown, in their order."""
        return self._pages.keys

    def key(self, row: int) -> str:
        """The key in that row."""
        return self._pages.keys[row]

    def row_of(self, key: str) -> int:
        """The row of that key, -1 where it is not shown."""
        if self._row_of is None:
            self._row_of = {known: row for row, known in enumerate(self._pages.keys)}
        return self._row_of.get(key, -1)

    def record(self, row: int) -> Any:
        """The record in that row (None = gone since)."""
        return self._pages.row(row)

    # ticks

    @property
    def ticked_keys(self) -> list[str]:
        """The ticked keys, in the order of the table."""
        return [key for key in self._pages.keys if key in self._ticked]

    def is_ticked(self, key: str) -> bool:
        """Whether this row is ticked."""
        return key in self._ticked

    def tick(self, keys: Iterable[str], *, on: bool) -> None:
        """Tick these rows, or take their ticks away."""
        self._tick_only(self._ticked.union(keys) if on else self._ticked.difference(keys))

    def _tick_only(self, keys: set[str]) -> None:
        if keys == self._ticked:
            return
        self._ticked = set(keys)
        if self._pages.keys and self.ticks:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._pages) - 1, 0))
        self.ticked.emit()

    # what Qt asks

    @guarded(0)
    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._pages)

    @guarded(0)
    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.shown) + self.ticks

    @guarded()
    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role == CELL:
            return self.cell(index.row(), index.column())
        if role in {DISPLAY, TOOL_TIP}:
            return self.cell(index.row(), index.column()).text
        if role == ALIGNMENT:
            return int(RIGHT if self.cell(index.row(), index.column()).right else LEFT)
        if role == CHECK and index.column() < self.ticks:
            return Qt.CheckState.Checked if self.key(index.row()) in self._ticked else Qt.CheckState.Unchecked
        return None

    def cell(self, row: int, column: int) -> Cell:
        """What that cell shows."""
        if column < self.ticks:
            return Cell(ticked=self.key(row) in self._ticked)
        record = self._pages.row(row)
        if record is None:
            return EMPTY
        place = column - self.ticks
        return self.shown[place].cell(self.columns[place], record)

    @guarded()
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or section < self.ticks:
            return None
        column = self.columns[section - self.ticks]
        if role == DISPLAY:
            return column.label
        if role == ALIGNMENT:
            return int(RIGHT if is_right(column) else LEFT)
        return column.hint if role == TOOL_TIP else None
