"""最近的操作: what was done last in this book, each with its 撤销 where it can be taken back."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from xunion_desktop.desk.boxes import column, label, row, rule
from xunion_desktop.desk.buttons import link
from xunion_desktop.desk.cards import Card
from xunion_desktop.desk.desk import Desk
from xunion_desktop.store.deeds import DeedLine

SHOWN = 8


class DeedsCard(Card):
    """The last deeds of the book, newest first."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._list: QVBoxLayout = column(desk.scale, gap=0)
        super().__init__(desk.scale, label("最近的操作", "card-title"), self._list, 1, gap=4)

    def refresh(self) -> None:
        """Read them again from the book."""
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number, deed in enumerate(self._desk.deeds(SHOWN)):
            if number:
                self._list.addWidget(rule())
            self._list.addWidget(self._line(deed))

    def _line(self, deed: DeedLine) -> QWidget:
        scale = self._desk.scale
        when = f"{deed.time} • {deed.count:,} 条" + (" • 已撤销" if deed.undone else "")
        words = column(scale, label(deed.label, wrap=True), label(when, "second"), gap=2)
        line = row(scale, words, gap=10, margins=(0, 8, 0, 8))
        line.setStretch(0, 1)
        if deed.undoable and not deed.undone and not self._desk.refusal(*deed.kinds):
            line.addWidget(link("撤销", lambda: self._desk.undo(deed.id)))
        shown = QWidget()
        shown.setLayout(line)
        return shown
