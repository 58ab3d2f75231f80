"""Flow: which line of a paper stands on which page. Whole numbers only; ``letter.py`` knows the millimetres."""

from __future__ import annotations

from dataclasses import dataclass

WITH_SIGNATURE = 2  # body lines that stay with the signature; "此页无正文" is forbidden


@dataclass(frozen=True, slots=True)
class Room:
    """How many rows the first page offers below its head, and every later page."""

    first: int
    later: int


def page_starts(lines: int, tail: int, room: Room, fixed: int = 0, headings: frozenset[int] = frozenset()) -> list[int]:
    """The number of the first line of each page.

    ``tail`` rows (signature, seal, remark) follow the last line and are not parted from it nor from the line before.
    The first ``fixed`` lines (主送) are no body text. A heading (by its line number) does not end a page.
    """
    starts = [0]
    while lines - starts[-1] > _rows(starts, room):
        starts.append(_before_heading(starts[-1] + _rows(starts, room), starts[-1], headings))
    short = len(starts) > 1 and lines - starts[-1] < WITH_SIGNATURE
    if short or lines - starts[-1] + tail > _rows(starts, room):
        carried = _before_heading(max(lines - WITH_SIGNATURE, fixed), starts[-1], headings)
        if short:
            starts[-1] = carried
        elif carried > starts[-1]:
            starts.append(carried)
    return starts


def _rows(starts: list[int], room: Room) -> int:
    return room.first if len(starts) == 1 else room.later


def _before_heading(place: int, start: int, headings: frozenset[int]) -> int:
    while place - 1 > start and place - 1 in headings:
        place -= 1
    return place
