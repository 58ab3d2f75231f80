"""The header of a sheet: which one or two rows it is, below titles and notes, and the label of each column."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.sheets.cells import Cell, all_blank, is_blank, plain
from xunion_desktop.sheets.labels import bare, joined, normal
from xunion_desktop.sheets.read import Sheet

_LOOKED_AT = 40  # rows from the top; titles and filling instructions are shorter
_LONGEST_LABEL = 30
_FIGURES = re.compile(r"[\d.,:/\-年月日\s]+")


@dataclass(frozen=True)
class Header:
    """Rows ``first`` to ``last`` (from 0). ``upper`` and ``lower`` are its two rows, merged labels spread over their
    columns; in a one-row header ``lower`` is blank throughout."""

    first: int
    last: int
    upper: tuple[str, ...]
    lower: tuple[str, ...]

    @property
    def labels(self) -> list[str]:
        """The label of each column: 会员数/其中:女."""
        return [joined(upper, lower) for upper, lower in zip(self.upper, self.lower, strict=True)]


def find_header(sheet: Sheet, known: Collection[str]) -> Header:
    """The row or two rows that carry most of the ``known`` headings (in their normal form). Trouble where none do."""
    best, most = None, 0
    for first in range(min(len(sheet.rows), _LOOKED_AT)):
        if all_blank(sheet.rows[first]):
            continue
        for header in (two_rows(sheet, first), one_row(sheet, first)):
            score = _score(header, known) if header else 0
            if score > most:
                best, most = header, score
    if best is None:
        raise Trouble(
            f"在“{sheet.name}”里没有找到表头。",
            "请看看是不是选错了文件或工作表；栏名（如“名称”）应写在数据上面的一行里。",
        )
    return best


def one_row(sheet: Sheet, first: int) -> Header:
    """The header that is the row ``first`` alone."""
    upper = tuple(plain(cell) for cell in sheet.rows[first])
    return Header(first, first, upper, ("",) * len(upper))


def two_rows(sheet: Sheet, first: int) -> Header | None:
    """The header of the row ``first`` and the next, where the next looks like its second row."""
    if first + 1 >= len(sheet.rows) or not all(map(_may_be_label, sheet.rows[first + 1])):
        return None
    upper = [plain(cell) for cell in sheet.rows[first]]
    lower = [plain(cell) for cell in sheet.rows[first + 1]]
    origin = _spread(sheet, first, upper, lower)
    if not any(lower[column] and start != column for column, start in enumerate(origin)):
        return None
    return Header(first, first + 1, tuple(upper[start] for start in origin), tuple(lower))


def _spread(sheet: Sheet, row: int, upper: list[str], lower: list[str]) -> list[int]:
    """For each column the column whose upper label covers it: by merged cells, else over the blank cells to the right.

    A label without merged cells (csv) covers blank neighbours only if sub-labels stand below it and below them.
    """
    origin = list(range(len(upper)))
    merged: set[int] = set()
    for (top, left), (bottom, right) in sheet.merged:
        if top <= row <= bottom:
            merged.update(range(left, right + 1))
            origin[left : right + 1] = [left] * len(origin[left : right + 1])
    for column in range(1, len(upper)):
        start = origin[column - 1]
        beside = upper[start] and lower[start] and not upper[column] and lower[column]
        if beside and column not in merged and start not in merged:
            origin[column] = start
    return origin


def _may_be_label(cell: Cell) -> bool:
    if is_blank(cell):
        return True
    return isinstance(cell, str) and len(cell) <= _LONGEST_LABEL and not _FIGURES.fullmatch(cell.strip())


def _score(header: Header, known: Collection[str]) -> int:
    """How many labels are known; 0 where too few are to call it a header."""
    labels = [label for label in header.labels if label]
    found = len({normal(label) for label in labels if normal(label) in known or bare(label) in known})
    return found if found >= min(2, len(set(labels))) else 0
