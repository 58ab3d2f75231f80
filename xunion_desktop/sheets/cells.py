"""Cells: what one cell of a workbook holds, and how it is read out to a clerk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from xunion_desktop.basics.wording import one_line


@dataclass(frozen=True)
class CellFault:
    """A formula that went wrong in the spreadsheet; ``code`` is what it shows: #REF!, #N/A …"""

    code: str

    def __str__(self) -> str:
        return self.code


Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | CellFault | None
"""A blank cell is None or blank text."""
Row: TypeAlias = list[Cell]

FAULT_CODES = frozenset({"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"})


def is_blank(cell: Cell) -> bool:
    """Whether nothing is written here; stray spaces are nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def all_blank(cells: Iterable[Cell]) -> bool:
    """Whether a row holds nothing."""
    return all(cell == "" or is_blank(cell) for cell in cells)


def plain(cell: Cell) -> str:
    """The cell as it stands, in one line: 13258647658.0 → 13258647658, a date → 2021-08-04."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    return one_line(str(cell))


def column_index(letters: str) -> int:
    """The index of the column that spreadsheets call so: A → 0, AB → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
