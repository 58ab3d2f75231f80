"""The draft as it would be printed, at the right of its fields: real pages, drawn anew when typing stops."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from xunion_desktop.desk.boxes import label, row
from xunion_desktop.desk.buttons import back, button, with_icon
from xunion_desktop.desk.cards import Card
from xunion_desktop.desk.chips import ChipRow, ChipText
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.preview import Preview, View
from xunion_desktop.paper.pages import Page


class DraftPreview(Card):
    """The pages of one paper; ``closed`` = back to the fields, where the window is narrow."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.scale, gap=0, margins=(1, 1, 1, 1), parent=parent)
        self._pages: Sequence[Page] = ()
        self._place = 0
        self.preview = Preview(desk.scale, desk.faces.fonts)
        desk.faces.changed.connect(self.preview.sheet.update)
        self.back_button = back("返回填写", self.closed.emit, desk.icons, desk.scale)
        self.before = with_icon(button("", lambda: self.leaf(-1), "back"), "chevron-left", desk.icons, desk.scale)
        self.after = with_icon(button("", lambda: self.leaf(1), "back"), "chevron-right", desk.icons, desk.scale)
        self.before.setAccessibleName("上一页")
        self.after.setAccessibleName("下一页")
        self.where = label("")
        self.views = ChipRow(desk.scale)
        self.views.show_chips([ChipText(view.name, view.value) for view in (View.WHOLE, View.ACTUAL)])
        self.views.chosen.connect(lambda name: self.preview.look(View[name]))
        self.views.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        parts = (self.back_button, self.before, self.where, self.after, 1, self.views)
        self.add(row(desk.scale, *parts, margins=(14, 7, 10, 7)))
        self.add(self.preview, 1)
        self.back_button.hide()

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show these pages, at the page that was looked at."""
        self._pages = tuple(pages)
        self._place = min(self._place, max(0, len(self._pages) - 1))
        self._show()

    @property
    def pages(self) -> Sequence[Page]:
        """What is shown."""
        return self._pages

    def leaf(self, step: int) -> None:
        """To the next or last page."""
        if 0 <= self._place + step < len(self._pages):
            self._place += step
            self._show()

    def _show(self) -> None:
        pages = self._pages
        self.preview.show_page(pages[self._place] if pages else None)
        self.where.setText(f"第 {self._place + 1} / {len(pages)} 页" if pages else "没有排出来")
        self.before.setEnabled(self._place > 0)
        self.after.setEnabled(self._place + 1 < len(pages))
