"""Lines from category to category; series differ in stroke and mark as well as in colour, for grey print."""

from __future__ import annotations

from xunion_desktop.paper.measures import MM
from xunion_desktop.paper.pages import Path, Step
from xunion_desktop.paper.shapes import circle, polygon

from .bars import VALUE
from .canvas import Area, Canvas
from .colours import STROKES, series_colours
from .data import ChartData
from .scale import Scale, shown

STROKE, MARK = 0.5, 0.9
DASHES: tuple[tuple[float, ...], ...] = ((), (2.4, 1.0), (0.8, 0.8), (3.0, 0.8, 0.8, 0.8), (1.4, 1.4), (4.0, 1.2))


def draw_lines(data: ChartData, scale: Scale, plot: Area, canvas: Canvas, divisor: float) -> None:
    """One line a series, a mark at each value; figures where there is but one line and room for them."""
    slot = plot.width / len(data.categories)
    colours = series_colours([series.matters for series in data.series], STROKES)
    for place, (series, colour) in enumerate(zip(data.series, colours, strict=True)):
        values = [value / divisor for value in series.values]
        points = [
            (plot.x + slot * (at + 0.5), plot.bottom - scale.share(value) * plot.height)
            for at, value in enumerate(values)
        ]
        steps: tuple[Step, ...] = (("M", points[0]), *(("L", point) for point in points[1:]))
        if len(points) > 1:
            canvas.ops.append(Path(steps, STROKE, colour, dash=DASHES[place % len(DASHES)]))
        for x, y in points:
            canvas.path(_mark(place, x, y), fill=colour)
        if len(data.series) == 1:
            for value, (x, y) in zip(values, points, strict=True):
                if canvas.width(shown(value), VALUE) <= slot:
                    above = y - VALUE / MM - MARK - 0.4 if value >= 0 else y + MARK + 0.4
                    canvas.text(shown(value), x, above, VALUE, side=0.5)


def _mark(place: int, x: float, y: float) -> tuple[Step, ...]:
    """A disc, a square, a triangle, a lozenge, in turn."""
    size = MARK
    if place % 4 == 0:
        return circle(x, y, size)
    corners = {
        1: ((x - size, y - size), (x + size, y - size), (x + size, y + size), (x - size, y + size)),
        2: ((x, y - size * 1.2), (x + size * 1.1, y + size), (x - size * 1.1, y + size)),
        3: ((x, y - size * 1.3), (x + size * 1.3, y), (x, y + size * 1.3), (x - size * 1.3, y)),
    }[place % 4]
    return polygon(corners)
