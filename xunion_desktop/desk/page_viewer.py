"""PageViewer: the middle card of the print page: pages to leaf through and the preview."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from .desk import Desk
from .page_card import PageCard
from .painting import PaperFonts
from .preview import View
from .printing import Copy


class PageViewer(PageCard):
    """One copy at a time, page by page; ``moved`` = the clerk leafed to another copy."""

    moved = Signal(int)

    def __init__(self, desk: Desk, fonts: PaperFonts, measure: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, fonts, list(View), parent)
        self._measure = measure
        self._copies: Sequence[Copy] = ()
        self._copy, self._page = 0, 0

    def show_copies(self, copies: Sequence[Copy]) -> None:
        """Leaf through these copies from now on."""
        self._copies = copies
        self.show_copy(min(self._copy, max(0, len(copies) - 1)))

    def show_copy(self, place: int) -> None:
        """Show the first page of that copy."""
        self._copy, self._page = place, 0
        self._show()

    @property
    def shown(self) -> Copy | None:
        """The copy that is looked at."""
        return self._copies[self._copy] if self._copies else None

    @property
    def place(self) -> int:
        """Which copy that is, from 0."""
        return self._copy

    def leaf(self, step: int) -> None:
        """To the next or last page, and on to the next or last copy."""
        if not self._copies:
            return
        page = self._page + step
        if 0 <= page < len(self._copies[self._copy].pages):
            self._page = page
            self._show()
        elif 0 <= self._copy + step < len(self._copies):
            self._copy += step
            self._page = 0 if step > 0 else max(0, len(self._copies[self._copy].pages) - 1)
            self._show()
            self.moved.emit(self._copy)

    def _show(self) -> None:
        if not self._copies:
            self.preview.show_page(None)
            self.show_place("", before=False, after=False)
            return
        pages = self._copies[self._copy].pages
        self.preview.show_page(pages[self._page] if pages else None)
        words = f"第 {self._copy + 1} / {len(self._copies)} {self._measure}"
        if len(pages) > 1:
            words += f"，第 {self._page + 1} / {len(pages)} 页"
        more = self._copy + 1 < len(self._copies) or self._page + 1 < len(pages)
        before = self._copy > 0 or self._page > 0
        self.show_place(words if pages else f"{words}，没有排出来", before=before, after=more)
