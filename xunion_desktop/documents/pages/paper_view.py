"""One paper as it would be printed: its real pages, to leaf through (drafts, forms, and what was printed)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from xunion_desktop.desk.buttons import back
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.page_card import PageCard
from xunion_desktop.desk.preview import View
from xunion_desktop.paper.pages import Page


class PaperView(PageCard):
    """The pages of one paper; ``closed`` = back to the fields, where the window is narrow."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.faces.fonts, (View.WHOLE, View.ACTUAL), parent)
        self.back_button = back("返回填写", self.closed.emit, desk.icons, desk.scale)
        self.head.insertWidget(0, self.back_button)
        self.back_button.hide()
        self._pages: Sequence[Page] = ()
        self._place = 0

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
        words = f"第 {self._place + 1} / {len(pages)} 页" if pages else "没有排出来"
        self.show_place(words, before=self._place > 0, after=self._place + 1 < len(pages))
