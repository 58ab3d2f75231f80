"""ChartView: a chart in the window, drawn from the very operations that are printed; also as a picture.

On the screen the type of a chart is as large as the text of the window, whatever the size of the view.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from xunion_desktop.basics.resources import resource
from xunion_desktop.basics.saving import save
from xunion_desktop.paper.charts.chart import chart_ops
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.pages import Page
from xunion_desktop.paper.setting import compositor_of
from xunion_desktop.paper.tabular import Chart

from .overrides import guarded
from .painting import PagePainter, PaperFonts
from .scale import Scale

DOTS = 4.1  # dots per millimetre at 100 %: 9 points on paper are the 13 dots of the window's text
PICTURE = (170.0, 100.0)  # mm: as wide as the text of a letter
DPI = 300
LEAST = (320, 220)


class ChartView(QWidget):
    """One chart, as large as the room it is given."""

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._fonts = PaperFonts(resource("fonts"))
        self._book = FontBook()
        self._chart: Chart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        scale.follow(self, self._fit)

    def show_chart(self, chart: Chart) -> None:
        """Draw this chart from now on; read aloud it is its title and its figures."""
        self._chart = chart
        told = "；".join("，".join(cell.removeprefix("!") for cell in row if cell) for row in chart.rows)
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(told)
        self.update()

    def picture(self, width: float = PICTURE[0], height: float = PICTURE[1], dpi: int = DPI) -> QImage:
        """The chart on white, so many millimetres large."""
        dots = dpi / 25.4
        image = QImage(QSize(round(width * dots), round(height * dots)), QImage.Format.Format_RGB32)
        image.setDotsPerMeterX(round(dots * 1000))
        image.setDotsPerMeterY(round(dots * 1000))
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        self._draw(painter, (width, height), dots)
        painter.end()
        return image

    def copy(self) -> None:
        """Put the picture on the clipboard, to be pasted into a text."""
        QGuiApplication.clipboard().setImage(self.picture())

    def save_png(self, target: Path) -> None:
        """Save the picture; Trouble where the file cannot be written."""
        buffer = QBuffer()
        self.picture().save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know str for bytes
        save(target, bytes(buffer.data().data()))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        dots = DOTS * self._scale.px(100) / 100
        self._draw(painter, (self.width() / dots, self.height() / dots), dots)
        painter.end()

    def _draw(self, painter: QPainter, size: tuple[float, float], dots: float) -> None:
        if self._chart is None:
            return
        margin = 2.0
        box = (margin, margin, size[0] - 2 * margin, size[1] - 2 * margin)
        ops = chart_ops(self._chart, box, compositor_of(self._book))
        PagePainter(painter, self._fonts, dots).page(Page(*size, tuple(ops)))

    def _fit(self) -> None:
        self.setMinimumSize(self._scale.px(LEAST[0]), self._scale.px(LEAST[1]))
        self.update()
