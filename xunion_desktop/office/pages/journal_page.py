"""操作记录: all deeds and the log, the latest first; at the right what the selected one did, with 撤销 and 重做."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QWidget

from xunion_desktop.desk.boxes import column, label, row
from xunion_desktop.desk.buttons import back, link
from xunion_desktop.desk.cards import Card
from xunion_desktop.desk.cell_table import CellTable, WholeRows
from xunion_desktop.desk.cells import Cell, Weight
from xunion_desktop.desk.chips import ChipRow, ChipText
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.freshness import Freshness
from xunion_desktop.desk.overrides import guarded
from xunion_desktop.desk.paged_model import PagedModel
from xunion_desktop.desk.sliding import SlidingPair
from xunion_desktop.desk.sub_page import SubPage
from xunion_desktop.office.users import users
from xunion_desktop.store.deeds import DeedLine, Wanted
from xunion_desktop.store.log import LogLine

from .deed_card import DeedCard
from .journal_filter import JournalFilter
from .log_card import LogCard

TITLE = "操作记录"
DEEDS, LOG = "deeds", "log"


class JournalPage(SubPage):
    """The journal for people. ``show_deed`` leads to one deed, wherever the clerk comes from."""

    help_page = "journal"
    keys = (("↑↓", "选操作"), ("Ctrl+F", "查找"), *SubPage.keys)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._only = ""
        self.filter = JournalFilter(desk, [user.name for user in users()])
        self.chips = ChipRow(desk.scale)
        self.all_link = link("看全部操作", self._show_all)
        self.all_link.hide()
        heads, log_heads = ("时间", "操作", "条数", "谁", "状态"), ("时间", "事项", "内容", "谁")
        self.deeds = PagedModel(heads, self._read_deeds, _deed_cells, (2,), self)
        self.log = PagedModel(log_heads, self._read_log, _log_cells, parent=self)
        self.deed_table = _table(desk, self.deeds, {0: 132, 2: 64, 3: 76, 4: 76}, 1)
        self.log_table = _table(desk, self.log, {0: 132, 1: 120, 3: 76}, 2)
        self.deed_card, self.log_card = DeedCard(desk), LogCard(desk)
        self._lay()
        self._listen()
        self._show_kind(DEEDS)

    # what is laid out

    def _lay(self) -> None:
        scale = self.desk.scale
        chips = [ChipText(DEEDS, "操作")] + ([ChipText(LOG, "日志")] if self.desk.rights.is_admin else [])
        self.chips.show_chips(chips)
        self.lists, self.cards = QStackedWidget(), QStackedWidget()
        for table in (self.deed_table, self.log_table):
            self.lists.addWidget(WholeRows(table))
        for card in (self.deed_card, self.log_card):
            self.cards.addWidget(card)
        self.nothing = label("没有符合的操作。", "second")
        listed = Card(scale, gap=6, margins=(14, 8, 14, 12))
        listed.add(self.lists, 1)
        listed.add(self.nothing)
        self.pair = SlidingPair(scale, listed, self.cards)
        top = row(
            scale, back("返回", self.leave, self.desk.icons, scale), label(TITLE, "title"), self.chips, self.all_link
        )
        top.setStretch(2, 1)
        box = column(scale, top, self.filter, self.pair, gap=10, margins=self.margins)
        box.setStretch(2, 1)
        self.setLayout(box)
        self.setFocusProxy(self.deed_table)

    def _listen(self) -> None:
        self.chips.chosen.connect(self._show_kind)
        self.filter.changed.connect(self._restart)
        for table, go in ((self.deed_table, self._on_deed), (self.log_table, self._on_log)):
            table.selectionModel().currentRowChanged.connect(go)
            table.clicked.connect(lambda _index: self.pair.slide(over=True))
            table.wanted.connect(lambda _row: self.pair.slide(over=True))
        for card in (self.deed_card, self.log_card):
            card.closed.connect(lambda: self.pair.slide(over=False))
            self.pair.narrowed.connect(card.back_button.setVisible)
            card.back_button.setVisible(self.pair.narrow)
        QShortcut(
            QKeySequence("Ctrl+F"), self, self.filter.text.setFocus,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )  # fmt: skip
        self._freshness = Freshness(self.desk, self, self.refresh)

    # what is shown

    def show_deed(self, deed_id: str) -> None:
        """Show just this deed."""
        self._only = deed_id
        self.chips.check(DEEDS)
        self._show_kind(DEEDS)
        self.pair.slide(over=True)

    def refresh(self) -> None:
        """Something was done: read again."""
        model, table, _card = self._shown()
        place = table.currentIndex().row()
        before = model.lines[place] if 0 <= place < len(model.lines) else None
        model.reload()
        ids = [_id(line) for line in model.lines]
        self._select(ids.index(_id(before)) if before is not None and _id(before) in ids else 0)

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._freshness.seen()

    def _shown(self) -> tuple[PagedModel, CellTable, Callable[[Any], None]]:
        if self.chips.current == LOG:
            return self.log, self.log_table, self.log_card.show_line
        return self.deeds, self.deed_table, self.deed_card.show_deed

    def _show_kind(self, kind: str) -> None:
        place = int(kind == LOG)
        self.lists.setCurrentIndex(place)
        self.cards.setCurrentIndex(place)
        self.filter.setVisible(kind == DEEDS and not self._only)
        self.all_link.setVisible(kind == DEEDS and bool(self._only))
        self._restart()

    def _show_all(self) -> None:
        self._only = ""
        self._show_kind(DEEDS)

    def _restart(self) -> None:
        self._shown()[0].restart()
        self._select(0)

    def _select(self, place: int) -> None:
        model, table, show = self._shown()
        self.nothing.setVisible(not model.lines)
        table.selectRow(place)
        show(model.lines[place] if model.lines else None)

    def _on_deed(self, current: QModelIndex) -> None:
        self.deed_card.show_deed(self.deeds.lines[current.row()] if current.isValid() else None)

    def _on_log(self, current: QModelIndex) -> None:
        self.log_card.show_line(self.log.lines[current.row()] if current.isValid() else None)

    def _read_deeds(self, last: DeedLine | None, limit: int) -> Sequence[DeedLine]:
        wanted = Wanted(deed=self._only) if self._only else self.filter.wanted()
        return self.desk.deeds(limit, replace(wanted, before=last.clock if last else 0))

    def _read_log(self, last: LogLine | None, limit: int) -> Sequence[LogLine]:
        return self.desk.book.log_lines(limit, before=last.clock if last else 0)


def _id(line: DeedLine | LogLine) -> str:
    return line.id if isinstance(line, DeedLine) else line.key


def _table(desk: Desk, model: PagedModel, widths: dict[int, int], stretched: int) -> CellTable:
    table = CellTable(desk.scale)
    table.setModel(model)
    header = table.horizontalHeader()
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)

    def apply() -> None:
        for section, width in widths.items():
            header.resizeSection(section, desk.scale.px(width))

    desk.scale.follow(table, apply)
    return table


def _deed_cells(line: DeedLine) -> Sequence[Cell]:
    state = Cell("已撤销", tone="grey") if line.undone else Cell("")
    count = Cell(f"{line.count:,}", right=True)
    return (Cell(line.time, weight=Weight.SOFT), Cell(line.label), count, Cell(line.user, weight=Weight.SOFT), state)


def _log_cells(line: LogLine) -> Sequence[Cell]:
    return (
        Cell(line.time, weight=Weight.SOFT),
        Cell(line.word),
        Cell(line.sentence.replace("\n", " ")),
        Cell(line.user, weight=Weight.SOFT),
    )
