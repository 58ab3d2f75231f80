"""Page number of an official paper: — 2 — in 四号 半角宋体, its dashes 7 mm below the text area, one character in from
the outer edge: odd pages right, even pages left (DC-10 table, 页码)."""

from __future__ import annotations

from functools import lru_cache

from .measures import BOTTOM, CELL, FOOTER, LEFT, MM, RIGHT
from .pages import Group
from .setting import Compositor

BELOW_TEXT = 7.0


@lru_cache(256)
def page_number(number: int, compositor: Compositor) -> Group:
    """The number of one page."""
    line = compositor.line(f"— {number} —", "宋体", FOOTER)
    low, high = compositor.fonts.face("song").ink("—")
    baseline = BOTTOM + BELOW_TEXT + (low + high) / 2 * FOOTER / MM
    x = RIGHT - CELL - line.width if number % 2 else LEFT + CELL
    ops = line.at(x, baseline - line.ascent)
    return Group(ops)
