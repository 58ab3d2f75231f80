"""ChangeCard: what one row of the sheet does to the record in the book: old → new, before anything is written."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from xunion_desktop.sheets.plan import ImportPlan
from xunion_desktop.sheets.plan_rows import Action, PlanRow
from xunion_desktop.store.columns import show

from .boxes import label, row
from .buttons import link
from .cards import Card
from .cell_model import CellModel
from .cell_table import CellTable, WholeRows
from .cells import Cell, Weight
from .desk import Desk
from .plan_model import frame_of


class ChangeCard(Card):
    """One row; ``separated`` = it is none of the records in the book (不是同一家)."""

    separated = Signal(object)

    def __init__(self, desk: Desk, measure: str, parent: QWidget | None = None) -> None:
        super().__init__(desk.scale, gap=6, parent=parent)
        self._row: PlanRow | None = None
        self.title = label("", "card-title", wrap=True)
        self.how = label("", "second", wrap=True)
        self.other = link(f"不是同一{measure}…", self._separate)
        self.model = CellModel(("栏目", "本子里现在", "写入后"), parent=self)
        self.table = CellTable(desk.scale)
        self.table.setModel(self.model)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head = row(desk.scale, self.title, self.other)
        head.setStretch(0, 1)
        self.add(head)
        self.add(self.how)
        self.add(WholeRows(self.table, least=2, most=3), 1)

    def show_row(self, plan: ImportPlan, row: PlanRow | None) -> None:
        """Show what this row does."""
        self._row = row
        self.other.setVisible(row is not None and row.matched is not None)
        if row is None:
            self.title.setText("")
            self.how.setText("")
            self.model.show_rows([])
            return
        self.title.setText(row.title)
        self.how.setText(_how(plan, row))
        self.model.show_rows(_changed(row) if row.matched else _new(plan, row))

    def _separate(self) -> None:
        if self._row is not None:
            self.separated.emit(self._row)


def _how(plan: ImportPlan, row: PlanRow) -> str:
    labels = {target.name: target.column.label for target in plan.importer.targets}
    if row.action is Action.LEFT_OUT:
        return f"{row.label}，不导入"
    if row.matched is None:
        return f"{row.label}，本子里没有，{'要改才能写入' if row.errors else '新增'}"
    found = f"{row.label}，按{labels.get(row.matched_by, '名称')}认出"
    return found if row.changes else f"{found}，与本子里一样"


def _changed(row: PlanRow) -> list[list[Cell]]:
    return [
        [
            Cell(change.column.label, weight=Weight.SOFT),
            Cell(change.column.masked(show(change.column, change.old)), weight=Weight.SOFT, struck=True),
            Cell(
                change.column.masked(show(change.column, change.new)),
                weight=Weight.BOLD,
                frame=frame_of(row, change.column.name) or "green",
            ),
        ]
        for change in row.changes
    ]


def _new(plan: ImportPlan, row: PlanRow) -> list[list[Cell]]:
    filled = [target.column for target in plan.importer.targets if row.text(target.column)]
    return [
        [
            Cell(column.label, weight=Weight.SOFT),
            Cell("—", weight=Weight.SOFT),
            Cell(column.masked(row.text(column)), frame=frame_of(row, column.name)),
        ]
        for column in filled
    ]
