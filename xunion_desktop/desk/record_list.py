"""RecordList: the left card of a register page: the table, its totals, what to do where it is empty, the red button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from .boxes import label, row, rule
from .buttons import link, primary, with_icon
from .cards import Card
from .cell_table import WholeRows
from .desk import Desk
from .empty_state import EmptyState
from .record_model import Query, RecordModel
from .record_table import RecordTable
from .register_plan import RegisterPlan
from .seen import Seen
from .sums import Tally, sum_words, summed, tally, totals_of
from .table_memory import TableMemory
from .theme import CARD
from .totals import Totals

NO_CHIP = "all"


class RecordList(Card):
    """The list of a register; ``counted`` tells the sum of the picked rows."""

    counted = Signal(str)
    add_wanted = Signal()
    import_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, desk: Desk, register_id: str, plan: RegisterPlan, parent: QWidget | None = None) -> None:
        super().__init__(desk.scale, gap=0, margins=(14, 8, 14, 12), parent=parent)
        self._desk, self._plan = desk, plan
        self.register = desk.register(register_id)
        self._deed = 0  # how many of the rows the red button is for
        self.model = RecordModel(self.register, plan.columns, desk.today, ticks=plan.ticks, parent=self)
        memory = TableMemory(desk.settings, register_id)
        self.table = RecordTable(desk.scale, self.model, memory)
        self.totals = Totals(desk.scale, self.table)
        self.empty = EmptyState(desk.scale)
        self._rows = WholeRows(self.table)
        self._body = QStackedWidget()
        self._body.addWidget(self._rows)
        self._body.addWidget(self.empty)
        self.add(self._body, 1)
        self.add(self.totals)
        self._make_foot()
        self.model.queried.connect(self._show_state)
        self.model.ticked.connect(self._show_foot)
        self.table.selection_changed.connect(self._show_foot)

    def _make_foot(self) -> None:
        scale = self._desk.scale
        self.said = label("", "")
        self.untick = link("全不选", self._untick)
        self.primary = with_icon(primary("", self.print_primary), "printer", self._desk.icons, scale, colour=CARD)
        if self._plan.primary is None:
            self.primary.hide()
        foot = row(scale, self.said, self.untick, 1, self.primary, margins=(0, 8, 0, 0))
        self._rule = rule()
        self.add(self._rule)
        self.add(foot)

    # what is shown

    def ask(self, query: Query) -> None:
        """Show what this query finds, in the order the clerk chose."""
        order = query.order or self.model.query.order
        self.model.ask(replace(query, order=order))

    def refresh(self) -> None:
        """Records changed (or the day): read again."""
        self.model.today = self._desk.today
        self.model.reload()

    def seen(self) -> Seen:
        """The rows and columns as they are seen now (the ticked or selected rows where there are some)."""
        places = [section - self.model.ticks for section in self.table.visible_columns()]
        columns = [(self.model.shown[place], self.model.columns[place]) for place in places]
        title = self.register.title
        if self.model.query.chip != NO_CHIP:
            title += f"（{self.register.chip(self.model.query.chip).label}）"
        keys, desk = self.chosen_keys() or list(self.model.keys), self._desk
        return Seen(self.register, title, keys, columns, desk.today, stamp=desk.stamp)

    def chosen_keys(self) -> list[str]:
        """The rows the clerk picked out: the ticked ones, or more than one selected."""
        if self.model.ticks:
            return self.model.ticked_keys
        selected = self.table.selected_keys()
        return selected if len(selected) > 1 else []

    @Slot()
    def _show_state(self) -> None:
        self._body.setCurrentWidget(self._rows if self.model.rowCount() else self.empty)
        if not self.model.rowCount():
            self._show_empty()

    def to_count(self) -> Callable[[], Tally]:
        """What is to be counted of the rows shown now, to be done in any thread."""
        model, wanted = self.model, self._plan.primary
        names = [column.name for _, column in summed(model)]
        keys = list(model.keys) if model.query.only else ()
        return partial(tally, self.register, model.query, keys, names, wanted.chip if wanted else "", self._desk.today)

    def show_tally(self, counted: Tally) -> None:
        """Show what the rows come to (counting may come after the rows)."""
        self._deed = counted.deed
        rows = self.model.rowCount()
        self.totals.show_texts(totals_of(self.model, counted.sums, self._plan.unit) if rows else {})
        self._show_foot()

    def _show_empty(self) -> None:
        query = self.model.query
        if query.text:
            self.empty.show_words("没有找到。换一个字，或去掉空格。", "清除查找", self.clear_wanted.emit, solid=False)
        elif query.chip != NO_CHIP or query.only:
            self.empty.show_words("没有符合的记录。", "清除筛选", self.clear_wanted.emit, solid=False)
        elif self._desk.importer(self.register.id) is not None:
            self.empty.show_words(self._plan.empty, "导入台账", self.import_wanted.emit, solid=True)
        else:
            words = "新增" if self._plan.form.editable else ""
            self.empty.show_words(self._plan.empty, words, self.add_wanted.emit, solid=True)

    @Slot()
    def _show_foot(self) -> None:
        keys = self.chosen_keys()
        self.untick.setVisible(bool(keys))
        self._show_primary(keys)
        self.counted.emit(sum_words(self.model, keys, self._plan.unit) if keys else "")

    def _show_primary(self, keys: list[str]) -> None:
        wanted = self._plan.primary
        if wanted is None:
            word, number = ("已选", len(keys)) if keys else ("共", self.model.rowCount())
            self.said.setText(f"{word} {number:,} {self._plan.unit}")
            return
        number = len(keys) if keys else self._deed
        self.primary.setText(wanted.words.format(n=f"{number:,}"))
        self.primary.setEnabled(number > 0)
        self.primary.setVisible(number > 0)
        unit, said = self._plan.unit, wanted.said or "{n}"
        self.said.setText(f"已选 {number:,} {unit}" if keys else said.format(n=f"{number:,}"))

    # deeds

    def primary_keys(self) -> list[str]:
        """The records the red button is about."""
        assert self._plan.primary is not None
        keys = self.chosen_keys()
        if keys:
            return keys
        query = self.model.query
        found = self.register.keys(self._plan.primary.chip, query.text, query.order, self._desk.today)
        return [key for key in found if not query.only or key in query.only]

    def print_primary(self) -> None:
        """Open the print page for them (Ctrl+P)."""
        if self._plan.primary is not None and (keys := self.primary_keys()):
            self._desk.print(self._plan.primary.form, keys)

    def _untick(self) -> None:
        self.model.tick(self.model.ticked_keys, on=False)
        self.table.select_key(self.table.current_key())
