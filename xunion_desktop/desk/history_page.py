"""HistoryPage: 变更, what happened to one record, deed by deed, the newest first: old → new."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from xunion_desktop.store.columns import Column, show
from xunion_desktop.store.history import Change
from xunion_desktop.store.record import Record, columns_of

from .boxes import column, follow, label, rule
from .desk import Desk

SHOWN = 60


class HistoryPage(QWidget):
    """The changes of one record."""

    def __init__(self, desk: Desk, record: Record, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._columns = {**{one.name: one for one in columns_of(type(record)).values()}, **columns_of(type(record))}
        changes = desk.book.history(record.kind_of(), record.id)
        parts: list[Any] = [self._entry(change) for change in changes[:SHOWN]]
        if not parts:
            parts = [label("还没有变更记录。", "second")]
        elif len(changes) > SHOWN:
            parts.append(label(f"只显示最近 {SHOWN} 次变更。", "second"))
        self.setLayout(column(desk.scale, *parts, 1, gap=8, margins=(0, 0, 6, 0)))

    def _entry(self, change: Change) -> QWidget:
        scale = self._desk.scale
        who = f"　{change.user}" if change.user else ""
        entry = QWidget()
        grid = QGridLayout()
        follow(grid, scale, 4, (0, 2, 0, 4))
        grid.setColumnStretch(1, 1)
        for row, (name, (old, new)) in enumerate(self._told(change)):
            grid.addWidget(label(self._columns[name].label, "field"), row, 0)
            grid.addWidget(label(self._words(self._columns[name], old, new), wrap=True), row, 1)
        head = label(change.label, "strong", wrap=True)
        second = label(f"{change.time}{who}", "second")
        entry.setLayout(column(scale, head, second, grid, rule(), gap=3))
        return entry

    def _told(self, change: Change) -> list[tuple[str, tuple[Any, Any]]]:
        if change.act == "insert":
            return []
        return [(name, pair) for name, pair in change.values.items() if name in self._columns]

    @staticmethod
    def _words(column: Column, old: Any, new: Any) -> str:
        before, after = (column.masked(show(column, value)) or "（空）" for value in (old, new))
        return f"{before} → {after}"
