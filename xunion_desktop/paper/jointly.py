"""Jointly: 署名 of several unions (联合行文, DC-10 table; GB/T 9704-2012, 7.3.5).

With seals the names stand in rows of at most three, each under its own seal; the last one stands over the date. No two
seals touch, and none reaches beyond the text area. Without seals the names stand one below the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from .document import Sign
from .measures import BODY, CELL, GAP, LEADING, LEFT, RIGHT
from .pages import Group, Stroke
from .seals import NAME_IN_SEAL, SEAL, SEAL_TOP, date_bottom, seal_place
from .setting import Compositor
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
class Places:
    """Where the middles of the names stand in a full row, and how many mm apart."""

    middles: tuple[float, ...]
    pitch: float

    def lines(self, name: str, column: int) -> tuple[str, ...]:
        """The lines of a name; one too long for its place, or for the left edge, is broken by sense."""
        room = min(self.pitch - BETWEEN_NAMES, 2 * (self.middles[column] - LEFT))
        widest = int(room / CELL + 0.01)
        return (name,) if len(name) <= widest else break_by_sense(name, widest - 1)


def row_count(signs: Sequence[Sign]) -> int:
    """How many rows the names take."""
    return ceil(len(signs) / PER_ROW) if signs[0].seal else len(signs)


def joint_rows(signs: tuple[Sign, ...]) -> tuple[float, int]:
    """Rows below the text down to the date, and down to the foot of the lowest seal."""
    if not signs[0].seal:
        return len(signs) + 2, len(signs) + 2
    rows = row_count(signs)
    return (
        (date_bottom(rows, SEAL_PITCH) + GAP) / LEADING,
        ceil((SEAL_TOP + (rows - 1) * SEAL_PITCH + SEAL) / LEADING),
    )


@lru_cache(64)
def joint_signature(signs: tuple[Sign, ...], rows: range, top: float, compositor: Compositor) -> Group:
    """Names, date and the places of the seals in these rows; ``top`` is where the row after the text begins.

    The date stands under the last of all rows; the blank line above the first of all is there even without seals.
    """
    return Group((_sealed if signs[0].seal else _listed)(signs, rows, top, compositor))


def _sealed(signs: tuple[Sign, ...], shown: range, top: float, compositor: Compositor) -> tuple[Stroke, ...]:
    date = compositor.line(signs[-1].date, "仿宋", BODY)
    places = name_places(signs, date.width)
    full = len(places.middles)
    blanks = -len(signs) % full  # the last row ends over the date
    rows = row_count(signs)
    ops: list[Stroke] = []
    for place, sign in enumerate(signs):
        row, column = divmod(place, full)
        if row not in shown:
            continue
        column += blanks if row == rows - 1 else 0
        middle = places.middles[column]
        seal = top + SEAL_TOP + (row - shown.start) * SEAL_PITCH
        ops += _name(places.lines(sign.name, column), middle, seal + NAME_IN_SEAL, compositor)
        ops += seal_place(middle, seal, compositor)
    if shown.stop < rows:
        return tuple(ops)
    last = top + SEAL_TOP + (len(shown) - 1) * SEAL_PITCH + NAME_IN_SEAL
    return (*ops, *date.at(places.middles[-1] - date.width / 2, last + LEADING))


def name_places(signs: Sequence[Sign], date: float) -> Places:
    """The places over a date so many mm wide."""
    full = min(PER_ROW, len(signs))
    last = RIGHT - DATE_IN * CELL - min(max(date, DATE_CELLS * CELL), MOST_DATE * CELL) / 2
    longest = max(len(sign.name) for sign in signs) * CELL
    widest = min((last - LEFT - SEAL / 2) / (full - 1) - BETWEEN_NAMES, 2 * (RIGHT - last))
    wanted = max(min(longest, widest) + BETWEEN_NAMES, SEAL + BETWEEN_SEALS)
    pitch = min(wanted, (last - LEFT - SEAL / 2) / (full - 1))
    middles = tuple(last - (full - 1 - column) * pitch for column in range(full))
    return Places(middles, pitch)


def _name(lines: Sequence[str], middle: float, row: float, compositor: Compositor) -> list[Stroke]:
    """The name around ``middle``, its last line in this row."""
    ops: list[Stroke] = []
    for place, text in enumerate(lines):
        line = compositor.line(text, "仿宋", BODY)
        ops += line.at(middle - line.width / 2, row - (len(lines) - 1 - place) * WRAPPED_LEADING)
    return ops


def _listed(signs: tuple[Sign, ...], shown: range, top: float, compositor: Compositor) -> tuple[Stroke, ...]:
    """One blank row, then the names, all beginning where the longest does; the date two characters further in."""
    names = [compositor.line(sign.name, "仿宋", BODY) for sign in signs]
    date = compositor.line(signs[-1].date, "仿宋", BODY)
    widest = max(*(line.width for line in names), date.width + NAME_IN * CELL)
    left = RIGHT - NAME_IN * CELL - widest
    first = top + (0 if shown.start else LEADING)
    ops = [stroke for place, row in enumerate(shown) for stroke in names[row].at(left, first + place * LEADING)]
    if shown.stop < len(names):
        return tuple(ops)
    return (*ops, *date.at(left + NAME_IN * CELL, first + len(shown) * LEADING))
