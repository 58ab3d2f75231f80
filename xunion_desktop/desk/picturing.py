"""Picturing: a page as an image of 300 dots an inch, for printers that garble text, and for pictures to be sent.

Onto the printer it goes in bands, so that the memory of a page stays small whatever its size (print.md §5).
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from xunion_desktop.paper.pages import Glyphs, Line, Page, Path, Rect, Stroke

from .painting import PagePainter, PaperFonts

DPI = 300
BAND = 512  # lines of dots; about 4 MB in colour, 1 MB in grey
SENT_DPI = 200
_INCH = 25.4
_QUALITY = 90


def draw_in_bands(painter: QPainter, page: Page, fonts: PaperFonts, dots: float, dpi: int = DPI) -> None:
    """Draw the page as an image; ``dots`` = of the painter's device per millimetre."""
    own = dpi / _INCH
    width, height = round(page.width * own), round(page.height * own)
    kind = QImage.Format.Format_RGB32 if is_coloured(page) else QImage.Format.Format_Grayscale8
    for top in range(0, height, BAND):
        lines = min(BAND, height - top)
        band = _drawn(page, fonts, own, QImage(width, lines, kind), top)
        target = QRectF(0, top / own * dots, width / own * dots, lines / own * dots)
        painter.drawImage(target, band)


def page_jpeg(page: Page, fonts: PaperFonts, dpi: int = SENT_DPI) -> bytes:
    """The page as a JPG file."""
    own = dpi / _INCH
    image = _drawn(page, fonts, own, QImage(round(page.width * own), round(page.height * own), _COLOURED), 0)
    image.setDotsPerMeterX(round(own * 1000))
    image.setDotsPerMeterY(round(own * 1000))
    return _file(image, "JPG", _QUALITY)


def png(image: QImage) -> bytes:
    """An image as a PNG file."""
    return _file(image, "PNG")


def _file(image: QImage, kind: str, quality: int = -1) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, quality)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def is_coloured(page: Page) -> bool:
    """Whether anything on the page is neither black nor grey."""
    return any(_coloured(colour) for stroke in page.strokes() for colour in _colours(stroke))


_COLOURED = QImage.Format.Format_RGB32


def _drawn(page: Page, fonts: PaperFonts, dots: float, image: QImage, top: int) -> QImage:
    """The image with the lines of the page from ``top`` on."""
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.translate(0, -top)
    PagePainter(painter, fonts, dots).page(page)
    painter.end()
    return image


def _colours(stroke: Stroke) -> Iterable[str]:
    if isinstance(stroke, Path):
        return (stroke.colour, stroke.fill)
    return (stroke.colour,) if isinstance(stroke, Glyphs | Rect | Line) else ()


def _coloured(colour: str) -> bool:
    made = QColor(colour)
    return bool(colour) and made.saturation() > 0
