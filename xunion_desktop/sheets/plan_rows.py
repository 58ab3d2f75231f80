"""One row of an import: what it says, what is doubtful in it, and what will happen to the book."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.sheets.cells import Row, plain
from xunion_desktop.sheets.importer import Known
from xunion_desktop.store.columns import Column, show


class Action(StrEnum):
    """What the import does with a row."""

    NEW = "new"
    UPDATE = "update"
    SAME = "same"
    REFUSED = "refused"
    LEFT_OUT = "left_out"

    @property
    def chinese(self) -> str:
        """As the wizard counts it."""
        return _WORDS[self]


_WORDS = {
    Action.NEW: "新增",
    Action.UPDATE: "更新",
    Action.SAME: "没变",
    Action.REFUSED: "要改，先不写",
    Action.LEFT_OUT: "不导入",
}


@dataclass(frozen=True)
class Change:
    """One value of the book that the row replaces."""

    column: Column
    old: Any
    new: Any

    def __str__(self) -> str:
        old, new = (self.column.masked(show(self.column, value)) for value in (self.old, self.new))
        return f"{self.column.label}：{old or '（空）'} → {new}"


@dataclass
class PlanRow:
    """One row of data. The plan fills and refills it; others only look."""

    number: int
    """Of the row in the sheet, from 1."""
    serial: str
    """What stands under 序号, "" if nothing."""
    cells: Row
    columns: dict[str, int] = field(default_factory=dict, repr=False)
    """Where in ``cells`` the cell for a target is."""
    values: dict[str, Any] = field(default_factory=dict)
    """By column name, as the book stores them; blank cells are absent."""
    title: str = ""
    matched: Known | None = None
    matched_by: str = ""
    """The name of the column by which the record in the book was found."""
    changes: list[Change] = field(default_factory=list)
    corrections: dict[str, str] = field(default_factory=dict)
    accepted: set[str] = field(default_factory=set)
    left_out: bool = False
    separate: bool = False
    reading: list[Problem] = field(default_factory=list, repr=False)
    ruling: list[Problem] = field(default_factory=list, repr=False)
    doubling: list[Problem] = field(default_factory=list, repr=False)

    @property
    def label(self) -> str:
        """How the row is called in sentences: 第 27 行（序号 23）."""
        return f"第 {self.number} 行" + (f"（序号 {self.serial}）" if self.serial else "")

    @property
    def problems(self) -> list[Problem]:
        """All that is wrong or doubtful: in the spelling, by the rules, beside other rows."""
        return [*self.reading, *self.ruling, *self.doubling]

    @property
    def errors(self) -> list[Problem]:
        """What must be mended before the row can be written."""
        return [problem for problem in self.problems if problem.level is Level.ERROR]

    @property
    def doubts(self) -> list[Problem]:
        """What is written, but should be looked at."""
        return [problem for problem in self.problems if problem.level is Level.DOUBT]

    @property
    def open_doubts(self) -> list[Problem]:
        """The doubts that the clerk has not accepted yet."""
        return [problem for problem in self.doubts if problem.field not in self.accepted]

    @property
    def action(self) -> Action:
        """What will happen to the row."""
        if self.left_out:
            return Action.LEFT_OUT
        if self.errors:
            return Action.REFUSED
        if self.matched is None:
            return Action.NEW
        return Action.UPDATE if self.changes else Action.SAME

    @property
    def key(self) -> str:
        """The key of the record in the book, "" if the row is new."""
        return self.matched.key if self.matched else ""

    def changed_values(self) -> dict[str, Any]:
        """The new values of an update by column name."""
        return {change.column.name: change.new for change in self.changes}

    def raw(self, name: str) -> str:
        """What the sheet (or the clerk's correction) says for a target, as it stands."""
        if name in self.corrections:
            return self.corrections[name]
        place = self.columns.get(name, -1)
        return plain(self.cells[place]) if 0 <= place < len(self.cells) else ""

    def text(self, column: Column) -> str:
        """The value as the register will show it; where the cell could not be read, the cell as it stands."""
        value = self.values.get(column.name)
        return self.raw(column.name) if value is None else show(column, value)
