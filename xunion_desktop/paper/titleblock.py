"""The title of an official paper: two lines under what stands above it, one line over the text (DC-10 table, 标题).

Its leading and the two gaps have play (± 0.6 mm) in which the text is brought onto the grid of the text area, so that
the first page is filled to its last row.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from .measures import LEADING, LEFT, MM, TEXT_WIDTH, TITLE, TOP, row_top
from .pages import Group, Stroke
from .setting import Compositor, SetLine

TITLE_LEADING = 33.0 / MM
TITLE_PLAY = 4.0 / MM  # how much the leading of a title of several lines may give
GAP_PLAY = 0.6
LINES_ABOVE_TITLE = 2
LINES_BELOW_TITLE = 1


@dataclass(frozen=True, slots=True)
class Fit:
    """Where the title stands, the leading of its lines, and where the text begins."""

    title_top: float
    leading: float
    text_top: float


def title_height(lines: int) -> float:
    """From the top of the first line to the foot of the last."""
    return TITLE / MM + (lines - 1) * TITLE_LEADING if lines else 0.0


def fit_title(above: float, lines: int, blank_above: float = LINES_ABOVE_TITLE) -> Fit:
    """The places of a title under ``above``, and the text on the grid if that can be."""
    height = title_height(lines) if lines else -LEADING * LINES_BELOW_TITLE
    top = above + blank_above * LEADING
    natural = top + height + LINES_BELOW_TITLE * LEADING
    off = row_top(round((natural - TOP) / LEADING)) - natural
    if not lines:
        return Fit(top, TITLE_LEADING, natural + off)  # nothing stands between that could be too near
    play = max(-GAP_PLAY, min(GAP_PLAY, off / 2))
    rest = off - 2 * play
    give = rest / (lines - 1) if lines > 1 else 0.0
    if abs(give) > TITLE_PLAY or (lines < 2 and abs(rest) > 1e-6):
        play = give = 0.0
    return Fit(top + play, TITLE_LEADING + give, natural + 2 * play + give * (lines - 1))


@lru_cache(64)
def title_lines(lines: tuple[str, ...], fit: Fit, compositor: Compositor) -> Group:
    """The lines of the title in the middle; one that is too long for the text area is set smaller."""
    middle = LEFT + TEXT_WIDTH / 2
    ops: list[Stroke] = []
    for row, text in enumerate(lines):
        line, _ = fitting_line(text, "小标宋", TITLE, TEXT_WIDTH, compositor)
        ops += line.at(middle - line.width / 2, fit.title_top + row * fit.leading)
    return Group(tuple(ops))


def fitting_line(text: str, role: str, size: float, room: float, compositor: Compositor) -> tuple[SetLine, float]:
    """A line in this size, or in the smaller one in which it goes into ``room`` mm; and the size it took."""
    line = compositor.line(text, role, size)
    if line.width <= room:
        return line, size
    size *= room / line.width
    return compositor.line(text, role, size), size
