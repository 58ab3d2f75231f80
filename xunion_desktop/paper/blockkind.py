"""BlockKind: what a kind of block of a form must and may be written with, and what becomes of it in the document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from .document import Block

CELL_END, ROW_END = "\x1f", "\x1e"  # between the cells and rows of a grid: no word can hold them

_CELL_MARK = re.compile(r"\|(?![^{}]*\})")  # not the one inside {日期|中文日期}

Texts = Mapping[str, str]
Settings = Mapping[str, float]  # switches (true/false) and numbers


@dataclass(frozen=True)
class BlockKind:
    """A kind of block: texts it must have, switches (true/false), texts and numbers it may have, what becomes of them.

    ``grids`` are texts that are written as a grid: | parts the cells and each line is a row, whatever the words hold.
    ``numbers`` are those it may have, each with the least and the most that makes sense on paper.
    ``checks`` try a text when the form is read, with 词 in the place of each word; they raise ``words.Unreadable``.
    """

    texts: tuple[str, ...]
    make: Callable[[Texts, Settings], Iterator[Block]]
    switches: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    even_empty: bool = False  # stands in the document without any text: a number not yet given keeps its place
    numbers: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    grids: tuple[str, ...] = ()
    checks: Mapping[str, Callable[[str], object]] = field(default_factory=dict)


def as_grid(text: str) -> str:
    """A grid as it is written, with marks between its cells and rows that no word can hold; // breaks a line."""
    rows = (row for row in text.strip().splitlines() if row.strip())
    return _CELL_MARK.sub(CELL_END, ROW_END.join(rows)).replace("//", "\n")


def grid_rows(text: str) -> list[list[str]]:
    """The cells of a grid, row by row, without the half-width blanks around them."""
    return [[cell.strip(" \t") for cell in row.split(CELL_END)] for row in text.split(ROW_END)]
