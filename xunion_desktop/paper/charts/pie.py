"""Pie: the parts of a whole, clockwise from the top; each part's name, value and share stand in a list at its right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, cos, pi, sin, tan

from xunion_desktop.paper.measures import MM
from xunion_desktop.paper.pages import Step

from .canvas import Area, Canvas
from .colours import PAPER, on, series_colours
from .data import ChartData
from .frame import SMALL, SWATCH
from .scale import percentages, shown

SEAM = 0.4
SAID_FROM = 6.0  # per cent: smaller parts have their share in the list only
LEADING = 1.5


def draw_pie(data: ChartData, area: Area, canvas: Canvas, unit: str, divisor: float) -> None:
    """The disc at the left, the list at the right."""
    values = [max(0.0, value) for value in data.series[0].values]
    shares = percentages(values)
    colours = series_colours(data.matters)
    texts = [
        f"{name}　{shown(value / divisor)}{unit}　{share:.1f}%"
        for name, value, share in zip(data.categories, values, shares, strict=True)
    ]
    listed = SWATCH + 2 + max(canvas.width(text, SMALL) for text in texts)
    radius = max(8.0, min(area.height, area.width - listed - 6) / 2)
    left = area.x + max(0.0, (area.width - 2 * radius - 6 - listed) / 2)
    middle = (left + radius, area.y + area.height / 2)
    for (start, end), colour, share in zip(angles(values), colours, shares, strict=True):
        if end > start:
            canvas.path(sector(*middle, radius, start, end), fill=colour, width=SEAM, colour=PAPER)
        if share >= SAID_FROM:
            turn, far = (start + end) / 2, radius * (0.65 if share < 99.95 else 0.0)
            x, y = middle[0] + far * sin(turn), middle[1] - far * cos(turn)
            canvas.text(f"{share:.1f}%", x, y - SMALL / MM / 2, SMALL, side=0.5, colour=on(colour))
    _list(texts, colours, Area(left + 2 * radius + 6, area.y, listed, area.height), canvas)


def angles(values: Sequence[float]) -> list[tuple[float, float]]:
    """Where each part begins and ends, clockwise from the top, in radians; together a full turn."""
    whole, start, found = sum(values) or 1.0, 0.0, []
    for value in values:
        end = start + value / whole * 2 * pi
        found.append((start, end))
        start = end
    return found


def sector(x: float, y: float, radius: float, start: float, end: float) -> Iterator[Step]:
    """The steps around a part, its arc in pieces of a quarter turn at most."""
    pieces = max(1, ceil((end - start) / (pi / 2) - 1e-9))
    turn = (end - start) / pieces
    reach = 4 / 3 * tan(turn / 4) * radius
    full = end - start > 2 * pi - 1e-9
    if not full:
        yield "M", (x, y)
    yield ("M" if full else "L"), (x + radius * sin(start), y - radius * cos(start))
    for piece in range(pieces):
        a, b = start + piece * turn, start + (piece + 1) * turn
        first = (x + radius * sin(a) + reach * cos(a), y - radius * cos(a) + reach * sin(a))
        second = (x + radius * sin(b) - reach * cos(b), y - radius * cos(b) - reach * sin(b))
        yield "C", (*first, *second, x + radius * sin(b), y - radius * cos(b))
    yield "Z", ()


def _list(texts: Sequence[str], colours: Sequence[str], area: Area, canvas: Canvas) -> None:
    leading = min(SMALL / MM * LEADING, area.height / len(texts))
    size = min(SMALL, leading * MM / 1.1)
    y = area.y + (area.height - leading * len(texts)) / 2
    for text, colour in zip(texts, colours, strict=True):
        canvas.rect(area.x, y + (size / MM - SWATCH * size / SMALL) / 2, SWATCH, SWATCH * size / SMALL, colour)
        canvas.text(text, area.x + SWATCH + 2, y, size)
        y += leading
