"""Pictures of pages at 300 dpi, by Qt as they are shown and printed and from the PDF, and where their ink stands."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2
from PySide6.QtGui import QImage, QPainter

from xunion_desktop.desk.painting import PagePainter, PaperFonts
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.pages import Glyphs, Page
from xunion_desktop.paper.pdf import pdf_bytes

DPI = 300
DOTS = DPI / 25.4
_INK = bytes([1] * 160 + [0] * 96)  # what is darker than this is ink, and not the soft edge of it

Box = tuple[float, float, float, float]  # left, top, right, bottom in mm


@dataclass(frozen=True)
class Picture:
    """The ink of one page: one byte for each dot, row after row."""

    rows: list[bytes]

    def ink(self, left: float, top: float, right: float, bottom: float) -> Box | None:
        """The box of the ink within this part of the page; None where it is blank."""
        first, last = max(0, round(left * DOTS)), round(right * DOTS)
        found = [
            (y, row.find(1, first, last), row.rfind(1, first, last))
            for y, row in enumerate(
                self.rows[max(0, round(top * DOTS)) : round(bottom * DOTS)], max(0, round(top * DOTS))
            )
            if row.find(1, first, last) >= 0
        ]
        if not found:
            return None
        edges = (min(row[1] for row in found), found[0][0], max(row[2] for row in found) + 1, found[-1][0] + 1)
        return tuple(edge / DOTS for edge in edges)  # type: ignore[return-value]


def by_qt(page: Page, fonts: PaperFonts) -> Picture:
    """The page as the window and the printer get it."""
    image = QImage(round(page.width * DOTS), round(page.height * DOTS), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    PagePainter(painter, fonts, DOTS).page(page)
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return _picture(bytes(grey.constBits()), grey.bytesPerLine(), grey.width())


def from_pdf(pages: list[Page], fonts: FontBook) -> list[Picture]:
    """The pages as any program shows the PDF."""
    with pypdfium2.PdfDocument(pdf_bytes(pages, fonts=fonts, title="样张")) as file:
        return [_rastered(page) for page in file]


def _rastered(page: pypdfium2.PdfPage) -> Picture:
    bitmap = page.render(scale=DPI / 72, grayscale=True)
    return _picture(bytes(bitmap.buffer), bitmap.stride, bitmap.width)


def _picture(data: bytes, stride: int, width: int) -> Picture:
    inked = data.translate(_INK)
    return Picture([inked[start : start + width] for start in range(0, len(inked), stride)])


def rows_of(page: Page) -> dict[float, list[Glyphs]]:
    """The glyph runs of each row of text, by their baseline."""
    rows: dict[float, list[Glyphs]] = {}
    for stroke in page.strokes():
        if isinstance(stroke, Glyphs) and stroke.layer != "screen":
            rows.setdefault(stroke.y, []).append(stroke)
    return rows


def room_of(runs: list[Glyphs]) -> Box:
    """The part of the page that these runs fill."""
    em = max(run.size for run in runs) * 25.4 / 72
    y = runs[0].y
    return min(run.x for run in runs) - 0.1, y - 0.95 * em, max(run.xs[-1] for run in runs) + em + 0.1, y + 0.3 * em
