"""Sections: a head, running text and what follows it, on pages. A paper has one, and one more per attachment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from .flow import WITH_SIGNATURE, Lines, Room, page_starts
from .measures import BOTTOM, GAP, LEADING, ROWS, TOP, row_top
from .pages import Op
from .parts import Part
from .setting import Compositor
from .signature import MOST_TOGETHER, NOTHING, Tail

LOWEST_HEAD = BOTTOM + GAP + LEADING  # where the text may begin at the lowest: the title above it is on the page


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the text on the first page, where the text begins, and how many rows it has there."""

    ops: tuple[Op, ...] = ()
    text_top: float = TOP
    rows: int = ROWS


def rows_down_to(last: int, text_top: float) -> int:
    """How many rows stand from ``text_top`` down to a row of the text area."""
    return max(0, int((row_top(last) - text_top + 0.01) // LEADING) + 1)


@dataclass(frozen=True, slots=True)
class Section:
    """One stretch of a paper that begins a page: ``parts`` = 主送 (``before``), body (``body``), what goes with it."""

    head: Head
    before: Sequence[Part]
    body: Sequence[Part]
    after: Sequence[Part] = ()
    tail: Tail = NOTHING

    @property
    def parts(self) -> list[Part]:
        """All of them in their order."""
        return [*self.before, *self.body, *self.after]


@dataclass(frozen=True, slots=True)
class Laid:
    """The pages of a section, where the last one's content ends, whether the first one shows body text, and its head
    goes on it.
    """

    pages: list[list[Op]]
    bottom: float
    begins: bool = True
    headed: bool = True


def lay_section(section: Section, compositor: Compositor) -> Laid:
    """Distribute a section over pages."""
    parts = section.parts
    heights = [part.heights for part in parts]
    counts = [len(some) for some in heights]
    edges = [0, *accumulate(counts)]
    every = [height for some in heights for height in some]
    spans = list(zip(parts, edges, edges[1:], strict=False))
    lines = Lines(
        every,
        frozenset(line for part, start, end in spans if part.heading for line in range(start, end)),
        frozenset(line for part, start, end in spans if part.blank for line in range(start, end)),
        _kept(section, every, edges),
        ends_in_list=bool(section.after),
    )
    starts = page_starts(lines, section.tail.rows, Room(section.head.rows, ROWS))
    tops = [section.head.text_top] + [TOP] * (len(starts) - 1)
    pages: list[list[Op]] = [list(section.head.ops), *([] for _ in starts[1:])]
    below = [0.0, *accumulate(every)]
    for part, at, count in zip(parts, edges, counts, strict=False):
        for page, first, end in _pieces(at, count, starts):
            top = tops[page] + (below[first] - below[starts[page]]) * LEADING
            pages[page] += part.ops(first - at, end - at, top)
    text_end = tops[-1] + (below[-1] - below[starts[-1]]) * LEADING
    lowest = BOTTOM if len(starts) > 1 else section.head.text_top + section.head.rows * LEADING - GAP
    signed = list(section.tail.pages(text_end, lowest, compositor))
    pages[-1] += signed[0][0]
    pages += [ops for ops, _ in signed[1:]]
    begins = len(starts) == 1 or starts[1] > edges[len(section.before)]
    headed = section.head.text_top <= LOWEST_HEAD
    return Laid(pages, signed[-1][1], begins, headed)


def _kept(section: Section, heights: Sequence[float], edges: Sequence[int]) -> int:
    """The first line that stays with the signature or the last list: two of the body, never all of it if it has two."""
    first, end = edges[len(section.before)], edges[len(section.before) + len(section.body)]
    carried = max(1, min(WITH_SIGNATURE, end - first - 1))
    if sum(heights[end:]) + section.tail.rows <= MOST_TOGETHER:
        return max(end - carried, 0)
    return max(len(heights) - WITH_SIGNATURE, 0)


def _pieces(line: int, count: int, starts: list[int]) -> Iterator[tuple[int, int, int]]:
    """Page, first line and end of each stretch of these lines that stands on one page."""
    ends = [*starts[1:], line + count]
    for page, (start, end) in enumerate(zip(starts, ends, strict=True)):
        first, last = max(line, start), min(line + count, end)
        if first < last:
            yield page, first, last
