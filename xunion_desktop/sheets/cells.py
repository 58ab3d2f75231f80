"""Cells: what one cell of a workbook holds, and how it is read out to a clerk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias


@dataclass(frozen=True)
class CellFault:
    """A formula that went wrong in the spreadsheet; ``code`` is what it shows: #REF!, #N/A …"""

    code: str

    def __str__(self) -> str:
        return self.code


Cell: TypeAlias = str | int | float | bool | date | datetime | CellFault | None
Row: TypeAlias = list[Cell]

FAULTS = frozenset({"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#GETTING_DATA", "#SPILL!"})


def is_blank(cell: Cell) -> bool:
    """Whether nothing is written here; stray spaces are nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def plain(cell: Cell) -> str:
    """The cell as it stands, in one line: 13258647658.0 → 13258647658, a date → 2021-08-04."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == cell.time().min else cell.isoformat(" ")
    return " ".join(str(cell).split())
