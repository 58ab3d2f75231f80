"""Flow: which line of a paper stands on which page. All in rows of the grid; ``sections.py`` knows the millimetres."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

WITH_SIGNATURE = 2  # body lines that stay with the signature; "此页无正文" is forbidden
MOST_HEADINGS = 4  # lines of headings that go to the next page with their text; a longer run is a list
_HAIR = 1e-6


@dataclass(frozen=True, slots=True)
class Room:
    """How many rows the first page offers below its head, and every later page."""

    first: float
    later: float


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a paper by their numbers: how high each is (one row for a line of text), and what is special.

    A heading (``headings`` = all its lines) does not end a page, unless it is one of a long run of them; a blank one
    needs no room at the foot of a page and does not begin one. The lines from ``kept`` on are not parted from the
    signature; with ``ends_in_list`` not from each other either where nobody signs.
    """

    heights: Sequence[float]
    headings: Collection[int] = ()
    blanks: Collection[int] = ()
    kept: int = 0
    ends_in_list: bool = False

    def used(self, start: int, end: int) -> float:
        """The rows that a stretch of lines takes."""
        return sum(self.heights[start:end])


def page_starts(lines: Lines, tail: float, room: Room) -> list[int]:
    """The number of the first line of each page; ``tail`` rows (signature, seal, remark) follow the last line."""
    starts = _filled(lines, room)
    count = len(lines.heights)
    last = room.first if len(starts) == 1 else room.later
    short = len(starts) > 1 and starts[-1] > lines.kept
    if not (tail or lines.ends_in_list) or not (short or lines.used(starts[-1], count) + tail > last + _HAIR):
        return starts
    if short:
        starts.pop()
    carried = _before_heading(min(lines.kept, count), starts[-1], lines.headings)
    if carried > starts[-1] or len(starts) == 1:
        starts.append(carried)
    elif lines.used(starts[-1], count) + tail > last + _HAIR:
        starts.append(count)  # more than a page of what should stay together: parted rather than overprinted
    return starts


def _filled(lines: Lines, room: Room) -> list[int]:
    """Pages filled one after another, each to its last row."""
    starts, used = [0], 0.0
    for line, height in enumerate(lines.heights):
        rows = room.first if len(starts) == 1 else room.later
        fresh = line == starts[-1] and (len(starts) > 1 or rows == room.later)
        if used + height > rows + _HAIR and not fresh:
            if line in lines.blanks:
                continue
            starts.append(_before_heading(line, starts[-1], lines.headings))
            used = lines.used(starts[-1], line)
        used += height
    return starts


def _before_heading(place: int, start: int, headings: Collection[int]) -> int:
    """Where a page is parted that would be parted before ``place``: its headings go with what they stand over."""
    first = place
    while first - 1 > start and first - 1 in headings:
        first -= 1
    if place - first <= MOST_HEADINGS:
        return first
    return place if place in headings else place - 1
