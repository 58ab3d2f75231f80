"""DoubtList: the right card of the import: every doubt with its sentence and what may be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Signal, SignalInstance
from PySide6.QtWidgets import QHeaderView, QLineEdit, QWidget

from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.sheets.plan import ImportPlan
from xunion_desktop.sheets.plan_rows import PlanRow
from xunion_desktop.store.columns import Column

from .boxes import column, label, row
from .buttons import small
from .cards import Card
from .cell_model import CellModel
from .cell_table import CellTable, WholeRows
from .cells import Cell, Weight
from .chips import ChipRow, ChipText
from .desk import Desk
from .foot import foot
from .theme import TONES, TWO_LINE_ROW

ALL, MUST, LOOK = "all", "must", "look"
FITS = 30  # characters of a sentence that are seen whole in the list


@dataclass(frozen=True)
class Doubt:
    """One problem of one row."""

    row: PlanRow
    problem: Problem

    @property
    def must(self) -> bool:
        """Whether the row cannot be written before it is mended."""
        return self.problem.level is Level.ERROR


def doubts_of(plan: ImportPlan) -> list[Doubt]:
    """Every open doubt: what must be mended first, then in the order of the sheet."""
    found = [
        Doubt(row, problem) for row in plan.rows if not row.left_out for problem in (*row.errors, *row.open_doubts)
    ]
    return sorted(found, key=lambda doubt: not doubt.must)


class DoubtList(Card):
    """``chosen`` = look at this doubt; the others say what the clerk decides about the current one."""

    chosen = Signal(object)
    corrected = Signal(object, str)
    accepted = Signal(object)
    accepted_alike = Signal(object)
    left_out = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.scale, gap=6, parent=parent)
        self._desk = desk
        self._doubts: list[Doubt] = []
        self._shown: list[Doubt] = []
        self._columns: dict[str, Column] = {}
        self.title = label("", "card-title")
        self.chips = ChipRow(desk.scale)
        self.chips.chosen.connect(lambda _chip: self._show())
        self.model = CellModel(("疑点",), parent=self)
        self.table = CellTable(desk.scale, row=TWO_LINE_ROW)
        self.table.setModel(self.model)
        self.table.horizontalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.wanted.connect(lambda _row: self.begin_correction())
        self.why = label("", "second", wrap=True)
        head = row(desk.scale, self.title, self.chips)
        head.setStretch(1, 1)
        self.add(head)
        self.add(WholeRows(self.table), 1)
        self.add(self.why)
        self._make_answers()

    def _make_answers(self) -> None:
        self.text = QLineEdit()
        self.text.setPlaceholderText("改成…")
        self.text.setAccessibleName("改成")
        self.text.returnPressed.connect(self._correct)
        self.mend = small("改", self._correct)
        self.take = small("收下", self._told(self.accepted))
        self.take_alike = small("同类都收下", self._told(self.accepted_alike))
        self.skip = small("这一行不导入", self._told(self.left_out))
        line = row(self._desk.scale, self.text, self.mend)
        line.setStretch(0, 1)
        self.answers = QWidget()
        buttons = foot(self._desk.scale, [self.take, self.take_alike, self.skip], [])
        self.answers.setLayout(column(self._desk.scale, line, buttons, gap=6))
        self.add(self.answers)

    def _told(self, signal: SignalInstance) -> Callable[[], None]:
        def tell() -> None:
            if self.current is not None:
                signal.emit(self.current)

        return tell

    # what is shown

    def show_plan(self, plan: ImportPlan) -> None:
        """List the doubts of this plan; the place in the list is kept."""
        self._doubts = doubts_of(plan)
        self._columns = {target.name: target.column for target in plan.importer.targets}
        must = sum(doubt.must for doubt in self._doubts)
        look = len(self._doubts) - must
        self.title.setText(f"疑点 {len(self._doubts):,} 处" if self._doubts else "没有疑点")
        self.chips.show_chips([ChipText(ALL, "全部"), ChipText(MUST, "要改", must), ChipText(LOOK, "请看", look)])
        self._show()

    @property
    def current(self) -> Doubt | None:
        """The doubt the clerk is at."""
        place = self.table.currentIndex().row()
        return self._shown[place] if 0 <= place < len(self._shown) else None

    @property
    def shown(self) -> list[Doubt]:
        """The doubts listed under the checked chip."""
        return self._shown

    def _show(self) -> None:
        place = max(0, self.table.currentIndex().row())
        wanted = self.chips.current
        self._shown = [doubt for doubt in self._doubts if wanted == ALL or doubt.must == (wanted == MUST)]
        self.model.show_rows([[_cell(doubt)] for doubt in self._shown])
        if self._shown:
            self.table.selectRow(min(place, len(self._shown) - 1))
        self._show_answers()

    def _on_row(self, current: QModelIndex) -> None:
        self._show_answers()
        if current.isValid() and self.current is not None:
            self.chosen.emit(self.current)

    def _show_answers(self) -> None:
        doubt = self.current
        editable = doubt is not None and bool(doubt.problem.field)
        self.text.setEnabled(editable)
        self.mend.setEnabled(editable)
        self.take.setEnabled(doubt is not None and not doubt.must and editable)
        self.take_alike.setEnabled(self.take.isEnabled())
        self.skip.setEnabled(doubt is not None)
        self._show_text(doubt.row, doubt.problem.field) if doubt is not None and editable else self.text.clear()
        self.why.setText(_why(doubt.problem) if doubt is not None else "")
        self.why.setVisible(bool(self.why.text()))

    def _show_text(self, row: PlanRow, name: str) -> None:
        """What stands in the sheet; a sensitive value is written anew without being shown."""
        column = self._columns.get(name)
        hidden = column is not None and column.sensitive
        self.text.setText("" if hidden else row.raw(name))
        masked = column.masked(row.raw(name)) if column is not None and hidden else ""
        self.text.setPlaceholderText(f"改成…（表里是 {masked}）" if masked else "改成…")

    # walking and mending

    def walk(self, step: int) -> None:
        """F3 and F4: the next doubt, the last one."""
        if self._shown:
            place = (self.table.currentIndex().row() + step) % len(self._shown)
            self.table.selectRow(place)

    def begin_correction(self) -> None:
        """F2: write something else."""
        self.text.setFocus()
        self.text.selectAll()

    def select_row(self, row: PlanRow) -> None:
        """Go to the first doubt of this row, if it has one."""
        place = next((place for place, doubt in enumerate(self._shown) if doubt.row is row), -1)
        if place >= 0:
            self.table.selectRow(place)

    def _correct(self) -> None:
        if self.current is not None and self.text.isEnabled():
            self.corrected.emit(self.current, self.text.text())


def _why(problem: Problem) -> str:
    """What the line in the list does not say yet."""
    return problem.remedy if len(problem.sentence) <= FITS else problem.sentence + problem.remedy


def _cell(doubt: Doubt) -> Cell:
    colour = TONES["red" if doubt.must else "amber"].ink
    return Cell(f"{doubt.row.label}　{doubt.row.title}", weight=Weight.BOLD, ink=colour, second=doubt.problem.sentence)
