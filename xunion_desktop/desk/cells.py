"""Cells: what one cell of a table shows, and how a room wants its columns shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt

from xunion_desktop.store.columns import NUMBERS, Column

CELL = int(Qt.ItemDataRole.UserRole) + 1  # data(index, CELL) -> Cell
DISPLAY, ALIGNMENT, TOOL_TIP, CHECK = (
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.CheckStateRole,
    )
)
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Weight(IntEnum):
    """How strong the text of a cell is."""

    SOFT = 0
    PLAIN = 1
    BOLD = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. ``tone`` makes the text a pill; ``frame`` marks a doubtful cell; ``ticked`` makes a tick box of it."""

    text: str = ""
    right: bool = False
    weight: Weight = Weight.PLAIN
    tone: str = ""
    frame: str = ""
    ink: str = ""
    ticked: bool | None = None
    struck: bool = False
    second: str = ""
    wrap: bool = False  # a long text goes on in a second line, where the rows are high enough


EMPTY = Cell()


@dataclass(frozen=True)
class Shown:
    """How a room shows one column of its register; ``width`` as in the pictures at 100 %.

    ``tone(value, record)`` makes the value a pill. ``words(record)`` replaces the text. ``offered`` columns are shown
    only when the clerk chooses them.
    """

    name: str
    width: int = 96
    stretch: bool = False
    weight: Weight = Weight.PLAIN
    tone: Callable[[Any, Any], str] | None = None
    words: Callable[[Any], str] | None = None
    total: bool = False
    offered: bool = False

    def cell(self, column: Column, record: Any) -> Cell:
        """The cell of this column for this record."""
        text = self.words(record) if self.words else column.masked(column.text(record))
        tone = self.tone(column.value(record), record) if self.tone and text else ""
        return Cell(text or "—", is_right(column), self.weight if text else Weight.SOFT, tone)


def is_right(column: Column) -> bool:
    """Numbers stand at the right (rule 12 of the pictures)."""
    return column.kind in NUMBERS


def complete(shown: Iterable[Shown], columns: Iterable[Column]) -> tuple[Shown, ...]:
    """The room's columns, and after them every other column of the register as one that may be chosen."""
    chosen = tuple(shown)
    named = {one.name for one in chosen}
    rest = (Shown(column.name, offered=True) for column in columns if column.name not in named)
    return (*chosen, *rest)
