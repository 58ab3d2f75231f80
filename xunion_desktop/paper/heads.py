"""Heads: the headings of a table in up to three levels; a heading over several columns stands once over all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from .tabular import Column


@dataclass(frozen=True, slots=True)
class HeadCell:
    """One heading: the column and the level it begins at, and how many of them it covers."""

    text: str
    column: int
    level: int
    across: int = 1
    down: int = 1


def head_cells(columns: Sequence[Column]) -> tuple[HeadCell, ...]:
    """All headings; a column without a group reaches down through all levels."""
    return tuple(_cells(columns, 0, 0, max(len(column.path) for column in columns)))


def _cells(columns: Sequence[Column], first: int, level: int, depth: int) -> Iterator[HeadCell]:
    at = first
    for text, found in groupby(columns, lambda column: column.path[level] if len(column.path) > level + 1 else None):
        group = list(found)
        if text is None:
            for column in group:
                yield HeadCell(column.path[-1], at, level, 1, depth - level)
                at += 1
        else:
            yield HeadCell(text, at, level, len(group))
            yield from _cells(group, at, level + 1, depth)
            at += len(group)
