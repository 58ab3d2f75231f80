"""PlanModel: the rows of an import plan as a table: the columns of the sheet, every doubtful cell framed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.sheets.cells import plain
from xunion_desktop.sheets.plan import ImportPlan
from xunion_desktop.sheets.plan_rows import PlanRow
from xunion_desktop.store.columns import Column

from .cells import ALIGNMENT, CELL, DISPLAY, LEFT, RIGHT, TOOL_TIP, Cell, Weight, is_right
from .overrides import guarded

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class PlanModel(QAbstractTableModel):
    """Column 0 is the row's number in the sheet; then the columns of the sheet that carry a heading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan: ImportPlan | None = None
        self.rows: list[PlanRow] = []
        self._columns: dict[str, Column] = {}
        self._headings: list[Any] = []

    def show_plan(self, plan: ImportPlan, rows: Sequence[PlanRow]) -> None:
        """Show these rows of the plan."""
        self.beginResetModel()
        self.plan, self.rows = plan, list(rows)
        self._columns = {target.name: target.column for target in plan.importer.targets}
        self._headings = [heading for heading in plan.headings if heading.label]
        self.endResetModel()

    def redraw(self) -> None:
        """The rows were judged again."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))

    def row_of(self, row: PlanRow) -> int:
        """Where that row is shown, -1 if it is not."""
        return next((place for place, known in enumerate(self.rows) if known is row), -1)

    def section_of(self, name: str) -> int:
        """The section of the column that goes to this target, -1 if there is none."""
        places = (place for place, heading in enumerate(self._headings, 1) if heading.target == name)
        return next(places, -1)

    def heading(self, section: int) -> Any:
        """The heading of that section (None for the row numbers)."""
        return self._headings[section - 1] if section else None

    @guarded(0)
    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @guarded(0)
    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() or self.plan is None else len(self._headings) + 1

    @guarded()
    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role == CELL:
            return self.cell(index.row(), index.column())
        if role == DISPLAY:
            return self.cell(index.row(), index.column()).text
        if role == ALIGNMENT:
            return int(RIGHT if self.cell(index.row(), index.column()).right else LEFT)
        return self._tip(index.row(), index.column()) if role == TOOL_TIP else None

    def cell(self, row: int, section: int) -> Cell:
        """What that cell shows."""
        plan_row = self.rows[row]
        if section == 0:
            return Cell(str(plan_row.number), right=True, weight=Weight.SOFT)
        heading = self._headings[section - 1]
        column = self._columns.get(heading.target)
        if column is None:
            cells = plan_row.cells
            return Cell(plain(cells[heading.index]) if heading.index < len(cells) else "", weight=Weight.SOFT)
        frame = frame_of(plan_row, column.name)
        text = column.masked(plan_row.text(column))
        return Cell(text or ("（空）" if frame else ""), is_right(column), frame=frame, struck=plan_row.left_out)

    def _tip(self, row: int, section: int) -> str:
        heading = self.heading(section)
        if heading is None or not heading.target:
            return ""
        return "\n".join(problem.sentence for problem in problems_of(self.rows[row], heading.target))

    @guarded()
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or self.plan is None:
            return None
        if role in {DISPLAY, TOOL_TIP}:
            return self._headings[section - 1].label if section else "行"
        if role == ALIGNMENT:
            column = self._columns.get(self._headings[section - 1].target) if section else None
            return int(RIGHT if section == 0 or (column is not None and is_right(column)) else LEFT)
        return None


def problems_of(row: PlanRow, name: str) -> list[Problem]:
    """What is wrong with the cell of that target; accepted doubts are not counted."""
    return [
        problem
        for problem in row.problems
        if problem.field == name and not (problem.level is not Level.ERROR and name in row.accepted)
    ]


def frame_of(row: PlanRow, name: str) -> str:
    """The frame around the cell: red = must be mended, amber = look, "" = nothing."""
    levels = {problem.level for problem in problems_of(row, name)}
    if Level.ERROR in levels:
        return "red"
    return "amber" if Level.DOUBT in levels else ""
