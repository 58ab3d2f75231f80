"""PageCard: a card with one page of a paper on it, and over it the way to the next one and how it is looked at."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QWidget

from .boxes import label, row
from .buttons import button, with_icon
from .cards import Card
from .chips import ChipRow, ChipText
from .desk import Desk
from .painting import PaperFonts
from .preview import Preview, View


class PageCard(Card):
    """Who knows the pages says what ``leaf`` does, and shows where one is with ``show_place``."""

    def __init__(self, desk: Desk, fonts: PaperFonts, views: Sequence[View], parent: QWidget | None = None) -> None:
        super().__init__(desk.scale, gap=0, margins=(1, 1, 1, 1), parent=parent)
        self.preview = Preview(desk.scale, fonts)
        desk.faces.changed.connect(self.preview.sheet.update)
        self.before = with_icon(button("", lambda: self.leaf(-1), "back"), "chevron-left", desk.icons, desk.scale)
        self.after = with_icon(button("", lambda: self.leaf(1), "back"), "chevron-right", desk.icons, desk.scale)
        self.before.setAccessibleName("上一页")
        self.after.setAccessibleName("下一页")
        self.where = label("")
        self.views = ChipRow(desk.scale)
        self.views.show_chips([ChipText(view.name, view.value) for view in views])
        self.views.chosen.connect(lambda name: self.preview.look(View[name]))
        self.views.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.head = row(desk.scale, self.before, self.where, self.after, 1, self.views, margins=(14, 7, 10, 7))
        self.add(self.head)
        self.add(self.preview, 1)

    @abstractmethod
    def leaf(self, step: int) -> None:
        """To the next or last page."""

    def show_place(self, words: str, *, before: bool, after: bool) -> None:
        """Say where one is, and whether there is more in either direction."""
        self.where.setText(words)
        self.before.setEnabled(before)
        self.after.setEnabled(after)
