"""Jointly: 署名 of several unions (联合行文, DC-10 table; GB/T 9704-2012, 7.3.5).

With seals the names stand in rows of at most three, each under its own seal; the last one stands over the date. No two
seals touch, and none reaches beyond the text area. Without seals the names stand one below the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from .document import Sign
from .measures import BODY, CELL, GAP, LEADING, LEFT, RIGHT
from .pages import Group, Stroke
from .seals import NAME_IN_SEAL, SEAL, SEAL_TOP, date_bottom, seal_place
from .setting import Compositor, SetLine
from .titles import break_by_sense

PER_ROW = 3
SEAL_PITCH = 45.0  # from the top of one row of seals to that of the next
BETWEEN_SEALS = 3.0
BETWEEN_NAMES = 1.0
WRAPPED_LEADING = 7.0  # of a name too long for its place
DATE_IN = 4  # 右空四字, with seals
NAME_IN = 2  # 右空二字, without
DATE_CELLS, MOST_DATE = 7.0, 14.0  # characters: the least room of the date, and the most that the names give it


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the middles of the names stand in a full row, and how many characters a line of a name may have."""

    middles: tuple[float, ...]
    widest: float


def joint_rows(signs: tuple[Sign, ...]) -> tuple[float, int]:
    """Rows below the text down to the date, and down to the foot of the lowest seal."""
    if not signs[0].seal:
        return len(signs) + 2, len(signs) + 2
    rows = ceil(len(signs) / PER_ROW)
    return (
        (date_bottom(rows, SEAL_PITCH) + GAP) / LEADING,
        ceil((SEAL_TOP + (rows - 1) * SEAL_PITCH + SEAL) / LEADING),
    )


@lru_cache(64)
def joint_signature(signs: tuple[Sign, ...], top: float, compositor: Compositor) -> Group:
    """Names, date and the places of the seals; ``top`` is where the row after the text begins."""
    ops = _sealed(signs, top, compositor) if signs[0].seal else _listed(signs, top, compositor)
    return Group(ops)


def _sealed(signs: tuple[Sign, ...], top: float, compositor: Compositor) -> tuple[Stroke, ...]:
    date = compositor.line(signs[-1].date, "仿宋", BODY)
    places = _places(signs, date)
    full = len(places.middles)
    blanks = -len(signs) % full  # the last row ends over the date
    rows = ceil(len(signs) / full)
    ops: list[Stroke] = []
    for place, sign in enumerate(signs):
        row, column = divmod(place, full)
        middle = places.middles[column + (blanks if row == rows - 1 else 0)]
        seal = top + SEAL_TOP + row * SEAL_PITCH
        ops += _name(sign.name, places.widest, middle, seal + NAME_IN_SEAL, compositor)
        ops += seal_place(middle, seal, compositor)
    last = top + SEAL_TOP + (rows - 1) * SEAL_PITCH + NAME_IN_SEAL
    return (*ops, *date.at(places.middles[-1] - date.width / 2, last + LEADING))


def _places(signs: tuple[Sign, ...], date: SetLine) -> _Places:
    full = min(PER_ROW, len(signs))
    last = RIGHT - DATE_IN * CELL - min(max(date.width, DATE_CELLS * CELL), MOST_DATE * CELL) / 2
    longest = max(len(sign.name) for sign in signs) * CELL
    widest = min((last - LEFT - SEAL / 2) / (full - 1) - BETWEEN_NAMES, 2 * (RIGHT - last))
    wanted = max(min(longest, widest) + BETWEEN_NAMES, SEAL + BETWEEN_SEALS)
    pitch = min(wanted, (last - LEFT - SEAL / 2) / (full - 1))
    middles = tuple(last - (full - 1 - column) * pitch for column in range(full))
    return _Places(middles, int((pitch - BETWEEN_NAMES) / CELL + 0.01))


def _name(name: str, widest: float, middle: float, row: float, compositor: Compositor) -> list[Stroke]:
    """The name around ``middle``, its last line in this row."""
    lines = (name,) if len(name) <= widest else break_by_sense(name, widest - 1)
    ops: list[Stroke] = []
    for place, text in enumerate(lines):
        line = compositor.line(text, "仿宋", BODY)
        ops += line.at(middle - line.width / 2, row - (len(lines) - 1 - place) * WRAPPED_LEADING)
    return ops


def _listed(signs: tuple[Sign, ...], top: float, compositor: Compositor) -> tuple[Stroke, ...]:
    """One blank row, then the names, all beginning where the longest does; the date two characters further in."""
    names = [compositor.line(sign.name, "仿宋", BODY) for sign in signs]
    date = compositor.line(signs[-1].date, "仿宋", BODY)
    widest = max(*(line.width for line in names), date.width + NAME_IN * CELL)
    left = RIGHT - NAME_IN * CELL - widest
    ops = [stroke for row, line in enumerate(names, 1) for stroke in line.at(left, top + row * LEADING)]
    return (*ops, *date.at(left + NAME_IN * CELL, top + (len(names) + 1) * LEADING))
