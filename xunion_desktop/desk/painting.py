"""Painting: pages of the display list drawn by Qt, for the preview and for the printer alike (print.md §5).

Glyphs go out as glyph runs of application fonts: sharp, placed to the hundredth of a millimetre, and embedded by the
printer. Nothing is rastered and nothing is scaled: millimetres become device dots.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPainterPath, QPen

from xunion_desktop.paper import pages
from xunion_desktop.paper.pages import Glyphs, Layer, Line, Page, Rect, Stroke

from .paper_fonts import PaperFonts

__all__ = ["PRINTED", "SHOWN", "PagePainter", "PaperFonts"]

SHOWN = (Layer.DATA, Layer.PREPRINT, Layer.SCREEN)
PRINTED = (Layer.DATA, Layer.PREPRINT)
_POINT = 25.4 / 72  # mm


class PagePainter:
    """Draws the operations of pages at ``dots`` per millimetre."""

    def __init__(self, painter: QPainter, fonts: PaperFonts, dots: float) -> None:
        self._painter = painter
        self._fonts = fonts
        self._dots = dots
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)

    def page(self, page: Page, layers: Iterable[Layer] = PRINTED) -> None:
        """Draw one page; its top left corner is the painter's origin."""
        for stroke in page.strokes(*layers):
            self._stroke(stroke)

    def _stroke(self, stroke: Stroke) -> None:
        if isinstance(stroke, Glyphs):
            self._glyphs(stroke)
        elif isinstance(stroke, Rect):
            box = QRectF(
                self._point(stroke.x, stroke.y), self._point(stroke.x + stroke.width, stroke.y + stroke.height)
            )
            self._painter.fillRect(box, QColor(stroke.colour))
        elif isinstance(stroke, Line):
            self._painter.setPen(self._pen(stroke.colour, stroke.width))
            self._painter.drawLine(self._point(stroke.x1, stroke.y1), self._point(stroke.x2, stroke.y2))
        else:
            self._path(stroke)

    def _glyphs(self, glyphs: Glyphs) -> None:
        self._painter.setPen(QColor(glyphs.colour))
        xs = glyphs.xs
        for piece in self._fonts.pieces(glyphs.font, glyphs.text, glyphs.size * _POINT * self._dots):
            run = QGlyphRun()
            run.setRawFont(piece.raw)
            run.setGlyphIndexes(piece.glyphs)
            run.setPositions([self._point(xs[place], glyphs.y) for place in piece.places])
            self._painter.drawGlyphRun(QPointF(0, 0), run)

    def _path(self, path: pages.Path) -> None:
        shape = QPainterPath()
        for step, numbers in path.steps:
            points = [self._point(*numbers[at : at + 2]) for at in range(0, len(numbers), 2)]
            if step == "M":
                shape.moveTo(points[0])
            elif step == "L":
                shape.lineTo(points[0])
            elif step == "C":
                shape.cubicTo(*points)
            else:
                shape.closeSubpath()
        if path.fill:
            self._painter.fillPath(shape, QColor(path.fill))
        if path.width:
            self._painter.strokePath(shape, self._pen(path.colour, path.width, path.dash))

    def _pen(self, colour: str, width: float, dash: tuple[float, ...] = ()) -> QPen:
        pen = QPen(QColor(colour), width * self._dots)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dash:
            pen.setDashPattern([length / width for length in dash])
        return pen

    def _point(self, x: float, y: float) -> QPointF:
        return QPointF(x * self._dots, y * self._dots)
