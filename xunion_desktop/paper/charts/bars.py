"""Bars, side by side or stacked; what they stand for is written at them where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from xunion_desktop.paper.measures import MM

from .canvas import Area, Canvas
from .colours import PAPER, RED, on, series_colours
from .data import ChartData
from .scale import Scale, shown

BAR_SHARE = 0.68  # of a slot
WIDEST = 18.0  # mm
SEAM = 0.25  # white between the parts of a stack: they stand apart in grey print as well
VALUE = 8.0  # points


def draw_bars(data: ChartData, scale: Scale, plot: Area, canvas: Canvas, divisor: float) -> None:
    """A bar for each series in each slot."""
    slot = plot.width / len(data.categories)
    width = min(WIDEST, slot * BAR_SHARE / len(data.series))
    colours = series_colours([series.matters for series in data.series])
    for at in range(len(data.categories)):
        left = plot.x + slot * (at + 0.5) - width * len(data.series) / 2
        for place, series in enumerate(data.series):
            alone = len(data.series) == 1 and data.matters[at]
            x = left + place * width
            value = series.values[at] / divisor
            _bar(canvas, (x, width), (0.0, value), RED if alone else colours[place], scale, plot)
            room = slot * 0.98 if len(data.series) == 1 else width
            _value_over(canvas, value, x + width / 2, room, scale, plot)


def draw_stacks(data: ChartData, scale: Scale, plot: Area, canvas: Canvas, divisor: float) -> None:
    """In each slot one bar of all series; what is below zero goes down."""
    slot = plot.width / len(data.categories)
    width = min(WIDEST, slot * BAR_SHARE)
    colours = series_colours([series.matters for series in data.series])
    for at in range(len(data.categories)):
        x = plot.x + slot * (at + 0.5) - width / 2
        up = down = 0.0
        for series, colour in zip(data.series, colours, strict=True):
            value = series.values[at] / divisor
            start = up if value >= 0 else down
            _bar(canvas, (x, width), (start, start + value), colour, scale, plot)
            _value_inside(canvas, value, (start, start + value), (x, width), colour, scale, plot)
            up, down = (up + value, down) if value >= 0 else (up, down + value)
        if up or not down:
            _value_over(canvas, up, x + width / 2, slot * 0.98, scale, plot)


def stack_ends(data: ChartData) -> list[float]:
    """How far the stacks reach up and down."""
    columns = list(zip(*(series.values for series in data.series), strict=True))
    up = [sum(value for value in column if value > 0) for column in columns]
    return up + [sum(value for value in column if value < 0) for column in columns]


def _bar(
    canvas: Canvas,
    across: tuple[float, float],
    ends: tuple[float, float],
    colour: str,
    scale: Scale,
    plot: Area,
) -> None:
    lower, upper = sorted(ends)
    top = plot.bottom - scale.share(upper) * plot.height
    height = plot.bottom - scale.share(lower) * plot.height - top
    if height > 0:
        canvas.rect(across[0], top, across[1], height, colour)
        if lower or upper != max(ends):
            canvas.rect(across[0], top + height - SEAM / 2, across[1], SEAM, PAPER)


def _value_over(canvas: Canvas, value: float, middle: float, room: float, scale: Scale, plot: Area) -> None:
    text = shown(value)
    if value and canvas.width(text, VALUE) <= room:
        y = plot.bottom - scale.share(value) * plot.height
        canvas.text(text, middle, y - VALUE / MM - 0.4 if value > 0 else y + 0.6, VALUE, side=0.5)


def _value_inside(
    canvas: Canvas,
    value: float,
    ends: Sequence[float],
    across: tuple[float, float],
    colour: str,
    scale: Scale,
    plot: Area,
) -> None:
    text, em = shown(value), VALUE / MM
    height = abs(scale.share(ends[1]) - scale.share(ends[0])) * plot.height
    if value and height > em + 0.6 and canvas.width(text, VALUE) <= across[1] - 0.4:
        middle = plot.bottom - (scale.share(ends[0]) + scale.share(ends[1])) / 2 * plot.height
        canvas.text(text, across[0] + across[1] / 2, middle - em / 2, VALUE, side=0.5, colour=on(colour))
