"""PlanCard: the left card of the import: the sheet as it is read, its headings placed, its doubtful cells framed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QWidget

from xunion_desktop.sheets.plan import ImportPlan
from xunion_desktop.sheets.plan_rows import PlanRow

from .boxes import label, row
from .buttons import link
from .cards import Card
from .cell_table import CellTable, WholeRows
from .desk import Desk
from .foot import foot
from .mapping_header import MappingHeader
from .plan_model import PlanModel
from .theme import AMBER_EDGE, AMBER_TINT, RED_EDGE, RED_TINT

NARROWEST, WIDEST, SAMPLE = 100, 264, 40
BLANKS = "表里的空格不会盖掉本子里已有的内容。"


class PlanCard(Card):
    """``placed`` = a column goes elsewhere; ``header_wanted`` = the header is another; ``chosen`` = look at a row."""

    placed = Signal(int, str)
    header_wanted = Signal()
    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.scale, gap=8, parent=parent)
        self._scale = desk.scale
        self.title = label("", "card-title")
        self.other_header = link("表头不对…", self.header_wanted.emit)
        self.hint = label("“放到”一行可以改，改过的下次同样的表直接用", "second")
        self.missing = label("", "red", wrap=True)
        self.model = PlanModel(self)
        self.table = CellTable(desk.scale)
        self.header = MappingHeader(desk.scale, self.model, self.table)
        self.table.setHorizontalHeader(self.header)
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.header.placed.connect(self.placed)
        self.rows = WholeRows(self.table)
        self.skipped = label("", "second", wrap=True)
        self.count = label("", "second")
        look = _legend("请看", _swatch(AMBER_TINT, AMBER_EDGE, desk), desk)
        must = _legend("要改才能写入", _swatch(RED_TINT, RED_EDGE, desk), desk)
        self.add(foot(desk.scale, [self.title, self.other_header, self.hint], [look, must]))
        self.add(self.missing)
        self.add(self.rows, 1)
        below = row(desk.scale, self.skipped, self.count)
        below.setStretch(0, 1)
        self.add(below)
        desk.scale.follow(self, self._size_columns)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show the rows of this plan."""
        first, last = plan.header.first + 1, plan.header.last + 1
        self.title.setText(f"第 {first} 行是表头" if first == last else f"第 {first}、{last} 行合成表头")
        self.skipped.setText(f"{plan.skipped.sentence()}。{BLANKS}" if plan.skipped.sentence() else BLANKS)
        self.count.setText(f"共 {len(plan.rows):,} 行数据")
        self.model.show_plan(plan, plan.rows)
        self.header.show_targets([(target.name, target.column.label) for target in plan.importer.targets])
        self._size_columns()
        self.rows.fit()

    def show_rows(self, rows: Sequence[PlanRow]) -> None:
        """Show only these rows of the plan."""
        if self.model.plan is not None and list(rows) != self.model.rows:
            self.model.show_plan(self.model.plan, rows)
            self._size_columns()
            self.header.arrange()
        if rows and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def say(self, words: str) -> None:
        """Say what is missing in the header ("" = nothing)."""
        self.missing.setText(words)
        self.missing.setVisible(bool(words))

    def redraw(self) -> None:
        """The rows were judged again."""
        self.model.redraw()

    def select(self, row: PlanRow, name: str) -> None:
        """Go to the cell of that target in that row."""
        place = self.model.row_of(row)
        if place < 0:
            return
        self.table.selectRow(place)
        section = self.model.section_of(name)
        self.table.scrollTo(self.model.index(place, max(0, section)))

    def _on_row(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.model.rows[current.row()])

    def _size_columns(self) -> None:
        """As wide as what stands in the first rows."""
        metrics = QFontMetrics(self._scale.font(13))
        for section in range(self.model.columnCount()):
            texts = [self.model.cell(place, section).text for place in range(min(SAMPLE, self.model.rowCount()))]
            widest = max((metrics.horizontalAdvance(text) for text in texts), default=0) + self._scale.px(20)
            low, high = (44, 64) if section == 0 else (NARROWEST, WIDEST)
            self.header.resizeSection(section, min(max(widest, self._scale.px(low)), self._scale.px(high)))


def _legend(words: str, swatch: QWidget, desk: Desk) -> QWidget:
    """What a colour of the cells means."""
    holder = QWidget()
    holder.setLayout(row(desk.scale, swatch, label(words, "second"), gap=6))
    return holder


def _swatch(ground: str, edge: str, desk: Desk) -> QFrame:
    square: QFrame = QLabel()
    square.setStyleSheet(f"background: {ground}; border: 1px solid {edge};")
    desk.scale.follow(square, lambda: square.setFixedSize(desk.scale.px(14), desk.scale.px(14)))
    return square
