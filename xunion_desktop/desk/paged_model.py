"""PagedModel: a table over a long list that is read page by page as one scrolls down (deeds, the log)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject

from .cell_model import CellModel, Index
from .cells import Cell
from .overrides import guarded

PAGE = 100

Read = Callable[[Any, int], Sequence[Any]]  # the line after which the page begins (None = the first), and how many


class PagedModel(CellModel):
    """``read(last, limit)`` gives the lines after ``last``; ``cells(line)`` is how one is shown."""

    def __init__(
        self,
        heads: Sequence[str],
        read: Read,
        cells: Callable[[Any], Sequence[Cell]],
        right: Sequence[int] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(heads, right, parent)
        self._read, self._cells = read, cells
        self._ended = False
        self.lines: list[Any] = []

    def reload(self) -> None:
        """Read anew from the start, as far as had been read."""
        wanted = max(PAGE, len(self.lines))
        self.lines = list(self._read(None, wanted))
        self._ended = len(self.lines) < wanted
        self.show_rows([self._cells(line) for line in self.lines])

    def restart(self) -> None:
        """Other lines are wanted: read the first page of them."""
        self.lines = []
        self.reload()

    @guarded(False)
    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - as Qt calls it
        return not parent.isValid() and bool(self.lines) and not self._ended

    @guarded()
    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: ARG002, B008 - as Qt calls it
        found = list(self._read(self.lines[-1], PAGE))
        self._ended = len(found) < PAGE
        if found:
            first = len(self.lines)
            self.beginInsertRows(QModelIndex(), first, first + len(found) - 1)
            self.lines += found
            self._rows += [self._cells(line) for line in found]
            self.endInsertRows()
