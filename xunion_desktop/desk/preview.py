"""Preview: one page on a grey desk, at true proportion, drawn from the very operations that are printed."""

from __future__ import annotations

from collections import OrderedDict
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from xunion_desktop.paper.pages import Layer, Page

from .overrides import guarded
from .painting import PRINTED, SHOWN, PagePainter, PaperFonts
from .scale import Scale
from .theme import EDGE

KEPT = 12
MARGIN = 12


class View(Enum):
    """How the page is looked at."""

    WHOLE = "整页"
    ACTUAL = "实际大小"
    PRINTED = "只看要印的"


class Sheet(QWidget):
    """The page itself; pictures of the pages looked at last are kept."""

    def __init__(self, fonts: PaperFonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fonts = fonts
        self._page: Page | None = None
        self._layers: tuple[Layer, ...] = SHOWN
        self._drawn: OrderedDict[tuple[int, int, int, int], tuple[Page, QPixmap]] = OrderedDict()

    def show_page(self, page: Page | None, *, printed_only: bool = False) -> None:
        """Show this page."""
        self._page = page
        self._layers = PRINTED if printed_only else SHOWN
        self.update()

    def picture(self, width: int) -> QPixmap:
        """The page ``width`` dots wide."""
        page = self._page
        assert page is not None
        wanted = (id(page), width, len(self._layers), self._fonts.changes)
        if wanted not in self._drawn:
            self._drawn[wanted] = (page, self._draw(page, width))
            if len(self._drawn) > KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(wanted)
        return self._drawn[wanted][1]

    def _draw(self, page: Page, width: int) -> QPixmap:
        dots = width / page.width
        picture = QPixmap(width, round(page.height * dots))
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        PagePainter(painter, self._fonts, dots).page(page, self._layers)
        painter.end()
        return picture

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        if self._page is not None:
            ratio = self.devicePixelRatioF()
            picture = self.picture(round(self.width() * ratio))
            painter.drawPixmap(self.rect(), picture)
            painter.setPen(QColor(EDGE))
            painter.drawRect(QRectF(self.rect()).adjusted(0, 0, -1, -1))
        painter.end()


class Preview(QScrollArea):
    """The grey desk on which the sheet lies."""

    def __init__(self, scale: Scale, fonts: PaperFonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._page: Page | None = None
        self._view = View.WHOLE
        self.sheet = Sheet(fonts)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidget(self.sheet)
        self.setProperty("look", "desk")
        self.setMinimumHeight(scale.px(160))

    def show_page(self, page: Page | None) -> None:
        """Lay this page on the desk."""
        self._page = page
        self._fit()

    def look(self, view: View) -> None:
        """Look at the whole page, at its real size, or without what is not printed."""
        self._view = view
        self._fit()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.sheet.setVisible(self._page is not None)
        if self._page is None:
            return
        self.sheet.resize(self._size(self._page))
        self.sheet.show_page(self._page, printed_only=self._view is View.PRINTED)

    def _size(self, page: Page) -> QSize:
        if self._view is View.ACTUAL:
            dots = self.logicalDpiX() / 25.4
        else:
            room = self.maximumViewportSize()
            margin = 2 * self._scale.px(MARGIN)
            dots = min((room.width() - margin) / page.width, (room.height() - margin) / page.height)
        return QSize(max(1, round(page.width * dots)), max(1, round(page.height * dots)))
