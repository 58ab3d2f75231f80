"""Printed: where things stand on the pages of our own layout. A Word file puts the red head where the paper has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from xunion_desktop.paper.measures import CELL, LEFT, RIGHT
from xunion_desktop.paper.pages import RED, Glyphs, Page, Rect

from .paragraph import Paragraph


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
        self._runs = [stroke for stroke in strokes if isinstance(stroke, Glyphs)]
        self.rows = _rows(self._runs)
        self.bands = _bands([stroke for stroke in strokes if isinstance(stroke, Rect) and stroke.colour == RED])

    def row(self, text: str) -> Row | None:
        """The first row in which this text stands."""
        wanted = "".join(text.split())
        return next((row for row in self.rows if wanted and wanted in row.text), None)

    def red(self) -> list[Glyphs]:
        """The lines of the mark: the names from the top down, then the word beside them.

        A name with digits stands in several runs, of several fonts; neighbours on one baseline are one line.
        """
        found: list[Glyphs] = []
        for run in self._runs:
            if run.colour == RED:
                beside = bool(found) and found[-1].y == run.y
                found.append(_joined(found.pop(), run) if beside else run)
        return found


def _joined(first: Glyphs, more: Glyphs) -> Glyphs:
    """Two runs of one line as one."""
    places = tuple(x - first.x for x in (*first.xs, *more.xs))
    return replace(first, text=first.text + more.text, pitch=0.0, offsets=places)


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


def across(paragraph: Paragraph, band: Band) -> Paragraph:
    """The paragraph as wide as this rule, which may be wider than the text area."""
    left, right = (band.left - LEFT) / CELL, (RIGHT - band.right) / CELL
    return replace(paragraph, left=left, right=right, first=0.0)
