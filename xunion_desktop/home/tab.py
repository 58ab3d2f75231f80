"""首页: today, five figures, what is due, what was done last."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from xunion_desktop.desk.background import Job
from xunion_desktop.desk.boxes import column, label, row
from xunion_desktop.desk.cards import Scroll
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.freshness import Freshness
from xunion_desktop.desk.grids import CardGrid
from xunion_desktop.desk.overrides import guarded
from xunion_desktop.desk.theme import CARD_GAP, PAGE_MARGINS

from .pages.deeds import DeedsCard
from .pages.duties import DutiesCard
from .pages.figures import FigureCard
from .reckoning import Reckoned, largest, reckon
from .rules import day_in_words, first_figures

AT_ONCE = 3000  # records that are reckoned before one would notice
_LEAST_CARD, _LEAST_TWO_COLUMNS = 200, 960


class HomePage(QWidget):
    """The page that a day begins with. It reads the book when it is shown and whenever records changed."""

    keys = (("↑↓", "选待办"), ("Enter", "去办"), ("Ctrl+K", "查找"), ("F1", "帮助"))
    help_page = "home"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._glance: Job | None = None
        self.figures = CardGrid(desk.scale, _LEAST_CARD)
        self.duties = DutiesCard(desk)
        self.deeds = DeedsCard(desk)
        self._halves = row(desk.scale, self.duties, self.deeds, gap=CARD_GAP)
        self._halves.setStretch(0, 3)
        self._halves.setStretch(1, 2)
        self._lay()
        self.setFocusProxy(self.duties)
        self._freshness = Freshness(desk, self, self.refresh, stale=True)
        desk.copied.connect(self._freshness.fade)  # no other page tells of the backups
        desk.scale.follow(self, self._fold)

    def refresh(self) -> None:
        """Reckon everything anew; in a long book beside the window, which is there at once."""
        self._freshness.took()
        self.deeds.refresh()
        if self._glance is not None:
            self._glance.cancel()
            self._glance = None
        desk = self._desk
        registers = [desk.register(name) for name in sorted(self._filled())]
        work = partial(reckon, desk.rooms, registers, desk.today)
        if largest(registers, desk.today) > AT_ONCE:
            self._glance = desk.jobs.glance(work, self._show)
        else:
            self._show(work())

    @Slot(object)
    def _show(self, reckoned: Reckoned) -> None:
        self._glance = None
        self.figures.show_cards([FigureCard(self._desk, told) for told in reckoned.figures])
        self.duties.show_duties(reckoned.duties, blank=reckoned.blank)

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._freshness.seen()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _filled(self) -> set[str]:
        """The registers that the figures of this page are reckoned from."""
        return {figure.register for figure in first_figures(one for room in self._desk.rooms for one in room.figures)}

    def _lay(self) -> None:
        scale = self._desk.scale
        title = row(scale, label("今日要办", "title"), label(day_in_words(self._desk.today), "second"), 1, gap=10)
        inner = QWidget()
        inner.setLayout(column(scale, title, self.figures, self._halves, gap=CARD_GAP, margins=PAGE_MARGINS))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Scroll(inner))

    def _fold(self) -> None:
        """Two columns where there is room for them, else one below the other."""
        wide = self.width() >= self._desk.scale.px(_LEAST_TWO_COLUMNS)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(beside if wide else below)
