"""Printed: where things stand on the pages of our own layout. A Word file puts the red head where the paper has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xunion_desktop.paper.measures import MM
from xunion_desktop.paper.pages import RED, Glyphs, Page, Rect


@dataclass(frozen=True, slots=True)
class Row:
    """One row of text: its baseline in mm, its text without blanks, the look of its first run."""

    y: float
    text: str
    run: Glyphs


@dataclass(frozen=True, slots=True)
class Band:
    """A red rule across the paper, of one or two strokes close together."""

    top: float
    bottom: float
    left: float
    right: float


class Printed:
    """The rows and red rules of one page."""

    def __init__(self, page: Page) -> None:
        strokes = list(page.strokes())
        self.height = page.height
        self.rows = _rows([stroke for stroke in strokes if isinstance(stroke, Glyphs)])
        self.bands = _bands([stroke for stroke in strokes if isinstance(stroke, Rect) and stroke.colour == RED])

    def row(self, text: str) -> Row | None:
        """The first row in which this text stands."""
        wanted = "".join(text.split())
        return next((row for row in self.rows if wanted and wanted in row.text), None)

    def red(self) -> list[Row]:
        """The rows of the mark."""
        return [row for row in self.rows if row.run.colour == RED]


def _rows(runs: Sequence[Glyphs]) -> list[Row]:
    found: dict[float, list[Glyphs]] = {}
    for run in runs:
        found.setdefault(run.y, []).append(run)
    return [
        Row(y, "".join(run.text for run in sorted(found[y], key=lambda run: run.x)), found[y][0]) for y in sorted(found)
    ]


def _bands(rects: Sequence[Rect]) -> list[Band]:
    bands: list[Band] = []
    for rect in sorted(rects, key=lambda rect: rect.y):
        band = Band(rect.y, rect.y + rect.height, rect.x, rect.x + rect.width)
        if bands and band.top - bands[-1].bottom < 1.0:
            band = Band(bands.pop().top, band.bottom, band.left, band.right)
        bands.append(band)
    return bands


def below(row: Row) -> float:
    """Where the em box of a row ends, at about 0.15 of its size under the baseline."""
    return row.y + 0.15 * row.run.size / MM
