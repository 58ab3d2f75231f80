"""RegisterPage: the page of a register (rule 1 of the pictures). A room configures it by a RegisterPlan.

Line 1: search and filter chips, acts on the whole register. Left card: the list. Right card: the selected record.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent, Qt
from PySide6.QtWidgets import QWidget

from .beside_list import BesideList
from .boxes import column
from .cell_table import on_paste
from .desk import Desk
from .freshness import Freshness
from .overrides import guarded
from .record_list import NO_CHIP, RecordList
from .record_model import Query
from .record_panel import RecordPanel
from .register_acts import RegisterActs
from .register_count import RegisterCount
from .register_line import RegisterLine
from .register_plan import RegisterPlan, RegisterView
from .sliding import SlidingPair
from .theme import PAGE_MARGINS


class RegisterPage(QWidget):
    """One register: find, filter, look, edit, import, export, print."""

    keys: tuple[tuple[str, str], ...] = (("F2", "改"), ("Ctrl+N", "新增"), ("Ctrl+P", "打印"), ("F1", "帮助"))
    status = Signal(str)
    left = Signal()  # Esc, where there is nothing else to leave

    def __init__(self, desk: Desk, register_id: str, plan: RegisterPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk, self.plan = desk, plan
        self.help_page = plan.help
        self.list = RecordList(desk, register_id, plan)
        kind = self.list.register.record.kind_of()
        self.refusal = desk.refusal(kind)
        self.panel = RecordPanel(desk, plan, (*plan.extra_pages, *desk.side_pages(kind)))
        self.acts = RegisterActs(self, desk, self.list, plan)
        self.pair = SlidingPair(desk.scale, self.list, self.panel)
        self._only: frozenset[str] = frozenset()
        self._freshness = Freshness(desk, self, self._refresh)
        self._asked = False  # the clerk asked for other rows; else the record beside them stays, whatever is written
        self._lay()
        self.count = RegisterCount(desk, self.list, self.chips, self)
        self.beside = BesideList(desk, self.list, self.panel, self.pair, self.count)
        self._listen()
        self._bind_keys()
        self.show_records()

    def _lay(self) -> None:
        scale = self.desk.scale
        self.line = RegisterLine(scale, self.plan.search_hint)
        self.search, self.chips = self.line.search, self.line.chips
        self.add_button = self.line.offer("新增", self.add)
        self.import_button = self.line.offer("导入", self.import_workbook)
        self.import_button.setVisible(self.desk.importer(self.list.register.id) is not None)
        for button in (self.add_button, self.import_button):
            button.setEnabled(not self.refusal)
            button.setToolTip(self.refusal)
        for view in self.plan.views:
            self.line.offer(view.words, partial(self._look, view))
        self.export_button = self.line.offer("导出", self.acts.export)
        self.print_button = self.line.offer("打印 ▾")
        self.print_button.setMenu(self.acts.menu)
        box = column(scale, self.line, self.acts.strip, self.pair, gap=10, margins=PAGE_MARGINS)
        box.setStretch(2, 1)
        self.setLayout(box)
        self.setFocusProxy(self.list.table)

    def _listen(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._to_list)
        self.chips.chosen.connect(self._filter)
        self.list.table.wanted.connect(lambda _row: self.edit())
        self.list.counted.connect(self.status)
        self.count.told.connect(self._counted)
        self.list.add_wanted.connect(self.add)
        self.list.import_wanted.connect(self.import_workbook)
        self.list.clear_wanted.connect(self.show_records)
        self.panel.closed.connect(lambda: self.pair.slide(over=False))
        self.panel.saved.connect(self._saved)
        self.pair.narrowed.connect(lambda narrow: self.panel.set_narrow(narrow=narrow))
        for told in (self.pair.covered, self.acts.strip.opened):
            told.connect(self._make_room)
        self.desk.scale.changed.connect(self._make_room)
        self.panel.set_narrow(narrow=self.pair.narrow)

    @Slot()
    def _make_room(self) -> None:
        """Large text leaves its height to the record that lies over the list, or to the question under the line."""
        self.line.setHidden(self.pair.over or self.acts.strip.crowds)

    def _bind_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "Ctrl+N": self.add,
            "Ctrl+S": self.panel.save,
            "Ctrl+F": self._to_search,
            "Ctrl+P": self.list.print_primary,
            "F2": self.edit,
            "Esc": self._back,
        }
        for keys, act in acts.items():
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        on_paste(self.list, self.paste)

    # which records

    def show_records(self, chip: str = "", keys: Sequence[str] = (), key: str = "") -> None:
        """Show this filter (or just these keys), with ``key`` selected."""
        self._only = frozenset(keys)
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.chips.check(chip or ("" if keys else NO_CHIP))  # no chip names just these records
        self._ask()
        self.count.start()
        if key and self.list.table.select_key(key):
            self.pair.slide(over=True)
        else:
            self.pair.slide(over=False)
            self.beside.show_first()

    def _ask(self) -> None:
        chip = self.chips.current or NO_CHIP
        self._asked = True
        self.list.ask(Query(chip, self.search.text(), only=self._only))

    @Slot(str)
    def _search(self, _text: str) -> None:
        """Rows at once; what they come to, and the record beside them, when the clerk has stopped typing."""
        self._ask()
        self.count.soon()

    @Slot(str)
    def _filter(self, _chip: str) -> None:
        self._only = frozenset()
        self._ask()
        self.count.start()
        self.beside.show_first()

    @Slot()
    def _counted(self) -> None:
        """What the rows come to is shown now: where the clerk asked for them, the first is shown beside them."""
        if self._asked:
            self._asked = False
            self.beside.show_first()

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._freshness.seen()

    def _refresh(self) -> None:
        self.list.refresh()
        self.count.start()
        self.beside.read_anew()

    @Slot(str)
    def _saved(self, key: str) -> None:
        self.list.refresh()
        self.count.start()
        self.list.table.stand_at(key)
        if self.beside.key != key:
            self.beside.show(key)

    def flush(self) -> bool:
        """Keep what is typed and not saved yet (the window leaves this page); False = it could not be kept."""
        return self.panel.form.keep_draft()

    # acts

    def add(self) -> None:
        """Ctrl+N: an empty form in the right card; whoever may only look is told why not."""
        if self._refused():
            return
        self.list.table.clearSelection()
        self.list.table.setCurrentIndex(self.list.model.index(-1, -1))
        self.panel.show_new()
        self.pair.slide(over=True)

    def _refused(self) -> bool:
        """Tell who may only look that he may not write here."""
        if self.refusal:
            self.desk.messages.say(self.refusal, tone="amber")
        return bool(self.refusal)

    def edit(self) -> None:
        """F2: into the first field of the selected record."""
        if self.panel.record is not None:
            self.pair.slide(over=True)
            self.panel.edit()

    def import_workbook(self) -> None:
        """Open the wizard."""
        self.desk.import_into(self.list.register.id)

    def _look(self, view: RegisterView) -> None:
        self.desk.show_page(view.page(self.desk), view.title)

    def paste(self, text: str) -> None:
        """Ctrl+V on the list: rows copied in a spreadsheet; without headings their columns are those of the list."""
        if not self.plan.form.editable or self._refused():
            return
        heads = [head for head in self.list.table.heads() if head]  # a column of ticks has none
        self.desk.import_pasted(self.acts.importer(), text, heads)

    # keys

    def _to_search(self) -> None:
        self.pair.slide(over=False)
        self.search.setFocus()
        self.search.selectAll()

    def _to_list(self) -> None:
        self.list.table.setFocus()
        self.beside.show_first()

    def _back(self) -> None:
        """Esc: out of the search, then out of the record, then out of the page."""
        if self.search.text():
            self.search.clear()
        elif self.pair.over:
            self.pair.slide(over=False)
        else:
            self.left.emit()
