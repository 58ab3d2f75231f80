"""回收站: deleted records of all kinds; each can be brought back, and the bin can be emptied for good."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QStackedWidget, QWidget

from xunion_desktop.desk.boxes import column, label, row
from xunion_desktop.desk.buttons import back, link, plain, primary
from xunion_desktop.desk.cards import Card
from xunion_desktop.desk.cell_model import CellModel
from xunion_desktop.desk.cell_table import CellTable, WholeRows
from xunion_desktop.desk.cells import Cell, Weight
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.empty_state import EmptyState
from xunion_desktop.desk.freshness import Freshness
from xunion_desktop.desk.overrides import guarded
from xunion_desktop.desk.progress import Progress
from xunion_desktop.desk.sub_page import SubPage
from xunion_desktop.store import bin as recycle_bin
from xunion_desktop.store.bin import Deleted
from xunion_desktop.store.erasure import erasable
from xunion_desktop.store.record import Record

from .erasure_page import erasure_page

TITLE = "回收站"
_HEADS = ("种类", "名称", "删除时间", "谁", "哪次操作")
_WIDTHS = {0: 110, 2: 140, 3: 80, 4: 240}
_EMPTY = "回收站是空的。删除的记录会先放到这里。"
_LOST = "清空以后不能恢复，也不能撤销。变更记录里仍能查到它们；还被别的记录用着的会留下。"

_A_SECOND = timedelta(seconds=1)  # moments are kept to the second: what was deleted in this one goes too


class BinPage(SubPage):
    """The bin. What lies in it is read beside, so that a full one does not hold up the window."""

    help_page = "bin"
    keys = (("Enter", "恢复"), ("Ctrl+F", "查找"), *SubPage.keys)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._all: list[Deleted] = []
        self.shown: list[Deleted] = []
        self.model = CellModel(_HEADS, parent=self)
        self.table = CellTable(desk.scale)
        self.table.setModel(self.model)
        self.search = QLineEdit()
        self.empty = EmptyState(desk.scale)
        self.count = label("", "second")
        self.restore_button = primary("恢复", self.restore)
        self.erase_button = plain("依法删除个人信息…", self.erase)
        self.empty_button = plain("清空…", self.ask_to_empty)
        self._lay()
        self.empty_button.setVisible(desk.rights.is_admin)
        self.search.textChanged.connect(lambda _text: self._show())
        self.table.wanted.connect(lambda _row: self.restore())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_count())
        self.table.all_wanted.connect(self.table.selectAll)  # what lies in the bin is no long register
        where = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus, context=where)
        self._freshness = Freshness(desk, self, self.refresh)
        self.refresh()

    def _lay(self) -> None:
        scale = self.desk.scale
        self.search.setPlaceholderText("名称、种类、谁删的")
        self.search.setAccessibleName("查找")
        self.search.setClearButtonEnabled(True)
        scale.follow(self.search, lambda: self.search.setFixedWidth(scale.px(240)))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

        def apply() -> None:
            for section, width in _WIDTHS.items():
                header.resizeSection(section, scale.px(width))

        scale.follow(self.table, apply)
        self._body = QStackedWidget()
        self._body.addWidget(WholeRows(self.table))
        self._body.addWidget(self.empty)
        card = Card(scale, gap=6, margins=(14, 8, 14, 12))
        card.add(self._body, 1)
        card.add(
            row(
                scale,
                link("全选", self.table.selectAll),
                1,
                self.erase_button,
                self.empty_button,
                self.restore_button,
            )
        )
        way_back = back("返回", self.leave, self.desk.icons, scale)
        top = row(scale, way_back, label(TITLE, "title"), self.count, 1, self.search)
        box = column(scale, top, card, gap=10, margins=self.margins)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.setFocusProxy(self.table)

    # what lies in it

    def refresh(self) -> None:
        """Read what lies in the bin."""
        book = self.desk.book
        self.desk.jobs.glance(lambda: recycle_bin.deleted(book), self._took)

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._freshness.seen()

    def _took(self, found: Sequence[Deleted]) -> None:
        hidden = self.desk.hidden_kinds
        self._all = [item for item in found if item.kind not in hidden]
        self._show()

    def _show(self) -> None:
        words = self.search.text().lower().split()
        self.shown = [item for item in self._all if all(word in _told(item) for word in words)]
        self.table.clearSelection()
        self.model.show_rows([_cells(item) for item in self.shown])
        self._body.setCurrentIndex(int(not self.shown))
        if words:
            self.empty.show_words("没有找到。换一个字，或去掉空格。", "清除查找", self.search.clear, solid=False)
        else:
            self.empty.show_words(_EMPTY, "", self.search.clear, solid=False)
        self.empty_button.setEnabled(bool(self._all))
        if self.shown:
            self.table.selectRow(0)
        self._show_count()

    def _show_count(self) -> None:
        chosen = len(self.chosen())
        self.count.setText(f"共 {len(self.shown):,} 条" + (f"，已选 {chosen:,} 条" if chosen else ""))
        self.restore_button.setText(f"恢复 {chosen:,} 条" if chosen else "恢复")
        self.restore_button.setEnabled(chosen > 0)
        self.erase_button.setVisible(self.desk.rights.is_admin and self._to_erase() is not None)

    def chosen(self) -> list[Deleted]:
        """What is selected."""
        return [self.shown[place] for place in self.table.selected_rows() if place < len(self.shown)]

    # deeds

    def restore(self) -> None:
        """恢复: bring back what is selected, by one deed."""
        items, book = self.chosen(), self.desk.book
        if not items:
            return

        def work(_progress: Progress) -> None:
            recycle_bin.restore(book, items)

        def done(_nothing: object) -> None:
            told = items[0].title + (f"等 {len(items):,} 条" if len(items) > 1 else "")
            self.desk.messages.say(f"已恢复：{told}")

        self.desk.jobs.run("恢复", work, done, stoppable=False, writes=True)

    def _to_erase(self) -> Record | None:
        """The one record that is chosen, where it is about somebody."""
        chosen = self.chosen()
        kinds = {record.kind_of(): record for record in self.desk.book.records}
        record = kinds[chosen[0].kind] if len(chosen) == 1 else None
        return record.get_or_none(record.id == chosen[0].key) if record and erasable(record) else None

    def erase(self) -> None:
        """依法删除个人信息…: a page tells what is lost and asks why."""
        record = self._to_erase()
        if record is not None:
            erasure_page(self.desk, record)

    def ask_to_empty(self) -> None:
        """清空…: the question says what is lost."""
        if self._all:
            question = f"把回收站里的 {len(self._all):,} 条彻底清除？"
            self.desk.messages.ask(question, _LOST, "清空", self._empty)

    def _empty(self) -> None:
        book, now = self.desk.book, datetime.now().astimezone() + _A_SECOND

        def done(outcome: tuple[int, int]) -> None:
            gone, kept = outcome
            rest = f"{kept:,} 条还被别的记录用着，留下了。" if kept else ""
            self.desk.messages.say(f"已从回收站清除 {gone:,} 条。", rest)

        self.desk.jobs.run(
            "清空回收站", lambda _progress: recycle_bin.empty(book, now), done, stoppable=False, writes=True
        )


def _told(item: Deleted) -> str:
    return f"{item.label} {item.title} {item.user} {item.deed_label} {item.time}".lower()


def _cells(item: Deleted) -> list[Cell]:
    soft = Weight.SOFT
    who = Cell(item.user, weight=soft)
    return [Cell(item.label, weight=soft), Cell(item.title), Cell(item.time, weight=soft), who, Cell(item.deed_label)]
