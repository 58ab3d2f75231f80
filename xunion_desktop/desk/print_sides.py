"""Sides: the pages of some copies as they lie on sheets, to count sheets and to go on from one after a jam.

Every copy begins on a new sheet; printed on both sides, the back of its last sheet stays empty where pages are odd.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from xunion_desktop.paper.pages import Page

from .printing import Copy


@dataclass(frozen=True)
class Side:
    """One side of a sheet: of which copy (its place), which page of it (from 0; None = empty back), on which sheet."""

    copy: int
    page: Page | None
    place: int
    sheet: int  # from 1


def lay_on_sheets(copies: Sequence[Copy], *, two_sided: bool, places: Sequence[int] | None = None) -> list[Side]:
    """The sides in the order in which they go through the printer; ``places`` = only these copies."""
    sides: list[Side] = []
    sheet = 0
    for copy in range(len(copies)) if places is None else places:
        pages = copies[copy].pages
        for place, page in enumerate(pages):
            sheet += not (two_sided and place % 2)
            sides.append(Side(copy, page, place, sheet))
        if two_sided and len(pages) % 2:
            sides.append(Side(copy, None, len(pages), sheet))
    return sides


def times_over(sides: Sequence[Side], times: int, whole: Sequence[Side] = (), more: int | None = None) -> list[Side]:
    """The same, so many times over, copy by copy.

    Where the first copy is gone on with in its middle, that set of it is completed, and whole sets of it follow: so
    many as ``more``, where that is known. ``whole`` = the sides of all copies.
    """
    sets = [(copy, list(own)) for copy, own in groupby(sides, key=lambda side: side.copy)]
    rest = [side for _, own in sets[1:] for side in own * times]
    if not sets:
        return rest
    copy, own = sets[0]
    follow = times - 1 if more is None else min(more, times - 1)
    return [*own, *[side for side in whole or sides if side.copy == copy] * follow, *rest]


def sheets_of(copies: Sequence[Copy], *, two_sided: bool) -> int:
    """How many sheets they take."""
    return sum((len(copy.pages) + 1) // 2 if two_sided else len(copy.pages) for copy in copies)


def from_sheet(sides: Sequence[Side], sheet: int) -> list[Side]:
    """What is left to print where this sheet is the first that did not come out right."""
    return [side for side in sides if side.sheet >= sheet]


def first_on(sides: Sequence[Side], sheet: int) -> Side | None:
    """The front of a sheet."""
    return next((side for side in sides if side.sheet == sheet), None)
