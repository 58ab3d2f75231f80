"""Painting: pages of the display list drawn by Qt, for the preview and for the printer alike (print.md §5).

Glyphs go out as glyph runs of application fonts: sharp, placed to the hundredth of a millimetre, and embedded by the
printer. Nothing is rastered and nothing is scaled: millimetres become device dots.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGlyphRun, QPainter, QPainterPath, QPen, QRawFont

from xunion_desktop.paper import pages
from xunion_desktop.paper.pages import Glyphs, Layer, Line, Page, Rect, Stroke

from .typeface import application_family

SHOWN = (Layer.DATA, Layer.PREPRINT, Layer.SCREEN)
PRINTED = (Layer.DATA, Layer.PREPRINT)
_POINT = 25.4 / 72  # mm


class PaperFonts:
    """The fonts of the papers as Qt knows them, each registered when it is first used."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._families: dict[str, str] = {}
        self._raw: dict[tuple[str, float], QRawFont] = {}

    def raw(self, role: str, pixels: float) -> QRawFont:
        """The font of that role at that size in dots."""
        known = (role, round(pixels, 2))
        if known not in self._raw:
            font = QFont(self._family(role))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            font.setPixelSize(max(1, round(pixels)))
            raw = QRawFont.fromFont(font)
            raw.setPixelSize(pixels)
            self._raw[known] = raw
        return self._raw[known]

    def _family(self, role: str) -> str:
        if role not in self._families:
            self._families[role] = application_family(self._folder / f"{role}.ttf")
        return self._families[role]


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
        raw = self._fonts.raw(glyphs.font, glyphs.size * _POINT * self._dots)
        run = QGlyphRun()
        run.setRawFont(raw)
        run.setGlyphIndexes(raw.glyphIndexesForString(glyphs.text))
        run.setPositions([self._point(x, glyphs.y) for x in glyphs.xs])
        self._painter.setPen(QColor(glyphs.colour))
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
