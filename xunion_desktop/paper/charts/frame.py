"""Frame: the axis with its round ticks, the names of the categories under it, the legend over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xunion_desktop.paper.measures import MM

from .canvas import Area, Canvas
from .colours import INK, RULE, SOFT
from .scale import Scale, shown

SMALL, LEAST = 9.0, 5.5  # points
HAIR, AXIS = 0.15, 0.3
GAP = 1.5
SWATCH = 3.0
DEEPEST = 0.4  # of the height, for names that stand upright


@dataclass(frozen=True, slots=True)
class Names:
    """How the names of the categories are set: size, upright or not, every how many-th, how many characters."""

    size: float
    upright: bool
    every: int
    longest: int
    height: float


def set_names(names: Sequence[str], slot: float, height: float, canvas: Canvas) -> Names:
    """Side by side where they go into their slots, else upright, else only every n-th."""
    for size in (SMALL, 8.0, 7.0):
        if max((canvas.width(name, size) for name in names), default=0.0) <= slot - 0.8:
            return Names(size, upright=False, every=1, longest=99, height=size / MM)
    size = max(LEAST, min(SMALL, (slot - 0.2) * MM))
    longest = max(2, int(height * DEEPEST * MM / size))
    every = max(1, -int(-size / MM // max(slot, 0.1)))
    deep = min(longest, max(map(len, names)))
    return Names(size, upright=True, every=every, longest=longest, height=deep * size / MM)


def draw_names(names: Sequence[str], how: Names, plot: Area, canvas: Canvas) -> None:
    """The names under their slots."""
    slot = plot.width / len(names)
    for at in range(0, len(names), how.every):
        x, top, name = plot.x + slot * (at + 0.5), plot.bottom + GAP, names[at]
        if how.upright:
            canvas.stacked(name if len(name) <= how.longest else f"{name[: how.longest - 1]}⋮", x, top, how.size)
        else:
            canvas.text(name, x, top, how.size, side=0.5)


def tick_width(scale: Scale, canvas: Canvas) -> float:
    """How much room the figures at the axis take."""
    return max(canvas.width(shown(tick), SMALL) for tick in scale.ticks) + GAP


def draw_axis(scale: Scale, plot: Area, canvas: Canvas, unit: str, left: float) -> None:
    """A fine line at each tick, a stronger one at zero, the unit above, from ``left`` on."""
    for tick in scale.ticks:
        y = plot.bottom - scale.share(tick) * plot.height
        zero = tick == 0
        canvas.line(plot.x, y, plot.right, y, AXIS if zero else HAIR, INK if zero else RULE)
        canvas.text(shown(tick), plot.x - GAP, y - SMALL / MM / 2, SMALL, side=1.0, colour=SOFT)
    if unit:
        canvas.text(unit, left, plot.y - SMALL / MM * 2, SMALL, colour=SOFT)


def draw_legend(names: Sequence[str], colours: Sequence[str], area: Area, canvas: Canvas) -> float:
    """Swatches and names in a row, in as many rows as it takes; how high they are."""
    if not names:
        return 0.0
    rows: list[list[tuple[str, str, float]]] = [[]]
    taken = 0.0
    for name, colour in zip(names, colours, strict=True):
        width = SWATCH + 1 + canvas.width(name, SMALL) + 2 * GAP
        if rows[-1] and taken + width > area.width:
            rows.append([])
            taken = 0.0
        rows[-1].append((name, colour, width))
        taken += width
    em = SMALL / MM
    for number, row in enumerate(rows):
        x, y = area.right - sum(width for _, _, width in row) + 2 * GAP, area.y + number * em * 1.4
        for name, colour, width in row:
            canvas.rect(x, y + (em - SWATCH) / 2, SWATCH, SWATCH, colour)
            canvas.text(name, x + SWATCH + 1, y, SMALL)
            x += width
    return len(rows) * em * 1.4
