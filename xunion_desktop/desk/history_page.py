"""HistoryPage: 变更, what happened to one record, deed by deed, the newest first: old → new, who, on which PC."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from xunion_desktop.store.history import Change
from xunion_desktop.store.record import Record

from .boxes import column, follow, label, row, rule
from .buttons import link
from .change_words import ChangeWords
from .desk import Desk

SHOWN = 60


class HistoryPage(QWidget):
    """The changes of one record; 看这次操作 leads to the deed in 操作记录."""

    def __init__(self, desk: Desk, record: Record, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = ChangeWords(desk)
        changes = desk.book.history(record.kind_of(), record.id)
        parts: list[Any] = [self._entry(change) for change in changes[:SHOWN]]
        if not parts:
            parts = [label("还没有变更记录。", "second")]
        elif len(changes) > SHOWN:
            parts.append(label(f"只显示最近 {SHOWN} 次变更。", "second"))
        self.setLayout(column(desk.scale, *parts, 1, gap=8, margins=(0, 0, 6, 0)))

    def _entry(self, change: Change) -> QWidget:
        scale = self._desk.scale
        entry = QWidget()
        grid = QGridLayout()
        follow(grid, scale, 4, (0, 2, 0, 4))
        grid.setColumnStretch(1, 1)
        fields = () if change.act == "insert" else self._words.fields(change)
        for number, field in enumerate(fields):
            grid.addWidget(label(field.label, "field"), number, 0)
            grid.addWidget(label(field.told, wrap=True), number, 1)
        act = self._words.act(change)
        erased = "内容已依法清除" if change.erased else ""
        told = (change.time, change.user, change.machine, act, erased)
        head = label(change.label, "strong", wrap=True)
        second = label("　".join(part for part in told if part), "second", wrap=True)
        lead = link("看这次操作", partial(self._desk.open_deed, change.deed))
        lead.setAccessibleName(f"看这次操作：{change.label}")
        line = row(scale, head, lead)
        line.setStretch(0, 1)
        line.setAlignment(lead, Qt.AlignmentFlag.AlignTop)
        entry.setLayout(column(scale, line, second, grid, rule(), gap=3))
        return entry
