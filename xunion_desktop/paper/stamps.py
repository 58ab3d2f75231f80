"""Stamps: words at the upper and the lower edge of every page of a paper that is not valid, printed with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from .measures import MM
from .pages import Group, Page
from .setting import Compositor

STAMP = "印件标记"  # the word of a form that holds it
COLOUR = "#808080"
SIZE, FROM_EDGE = 16.0, 6.0  # points, mm: outside every text area, within what office printers reach


def stamped(pages: Sequence[Page], words: str, compositor: Compositor) -> list[Page]:
    """The pages with these words at both edges; as they are where there are none."""
    if not words:
        return list(pages)
    return [replace(page, ops=(*page.ops, _stamp(words, page.width, page.height, compositor))) for page in pages]


@lru_cache(64)
def _stamp(words: str, width: float, height: float, compositor: Compositor) -> Group:
    line = compositor.line(words, "黑体", SIZE)
    left, tall = (width - line.width) / 2, SIZE / MM
    tops = (FROM_EDGE, height - FROM_EDGE - tall)
    ops = tuple(op for top in tops for op in line.at(left, top, colour=COLOUR))
    return Group(ops)
