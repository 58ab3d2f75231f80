"""逐个单位印: to whom a draft goes by name: picked from the registers, typed, or pasted as a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from xunion_desktop.basics.room import RegisterCard
from xunion_desktop.desk.boxes import column, label, row
from xunion_desktop.desk.buttons import back, plain, primary
from xunion_desktop.desk.cards import Card
from xunion_desktop.desk.cell_table import WholeRows
from xunion_desktop.desk.cells import Shown
from xunion_desktop.desk.chips import ChipText
from xunion_desktop.desk.columns import Columns, Place
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.foot import foot
from xunion_desktop.desk.record_model import Query, RecordModel
from xunion_desktop.desk.record_table import RecordTable
from xunion_desktop.desk.register_line import RegisterLine
from xunion_desktop.desk.sub_page import SubPage
from xunion_desktop.documents.addressing import recipients

from .draft_text import TextBox

NARROW = 900
_HOW = "一行一个单位，可以直接写，也可以从 WPS 粘贴一列。"
_SEARCH = "名称，或拼音首字母"


class AddressBook(Card):
    """One register to pick from; ``picked`` tells the names."""

    picked = Signal(list)

    def __init__(self, desk: Desk, card: RegisterCard, parent: QWidget | None = None) -> None:
        super().__init__(desk.scale, parent=parent)
        self._register, self._column = desk.register(card.id), card.addressed
        self.line = RegisterLine(desk.scale, _SEARCH)
        self.line.chips.show_chips([ChipText(chip.id, chip.label) for chip in self._register.chips])
        self.model = RecordModel(
            self._register, (Shown(card.addressed, 300, stretch=True),), desk.today, ticks=True, parent=self
        )
        self.table = RecordTable(desk.scale, self.model)
        self.put_button = plain("", self._pick)
        self.line.search.textChanged.connect(self._ask)
        self.line.chips.chosen.connect(self._ask)
        self.model.queried.connect(self._show_count)
        self.model.ticked.connect(self._show_count)
        self.table.wanted.connect(self._pick_row)
        self.add(self.line)
        self.add(WholeRows(self.table), 1)
        self.add(foot(desk.scale, [], [self.put_button]))
        self._ask()

    @Slot()
    def _ask(self) -> None:
        self.model.ask(Query(self.line.chips.current, self.line.search.text()))

    @Slot()
    def _show_count(self) -> None:
        ticked, seen = len(self.model.ticked_keys), self.model.rowCount()
        self.put_button.setText(f"打勾的 {ticked:,} 个放进名单" if ticked else f"这 {seen:,} 个都放进名单")
        self.put_button.setEnabled(seen > 0)

    @Slot()
    def _pick(self) -> None:
        self._tell(self.model.ticked_keys or list(self.model.keys))
        self.model.tick(self.model.ticked_keys, on=False)

    @Slot(int)
    def _pick_row(self, place: int) -> None:
        self._tell([self.model.key(place)])

    def _tell(self, keys: Sequence[str]) -> None:
        self.picked.emit([getattr(record, self._column) for record in self.model.rows(keys)])


class RecipientsPage(SubPage):
    """``chosen`` tells the list when it is taken; ``none`` = what it means to take an empty one."""

    chosen = Signal(list)
    keys = (("Space", "打勾"), ("Ctrl+A", "全打勾"), ("Esc", "返回"), ("F1", "帮助"))
    help_page = "drafts"

    def __init__(
        self, desk: Desk, names: Sequence[str], parent: QWidget | None = None, *, none: str = "不逐个印"
    ) -> None:
        super().__init__(desk, parent)
        scale, self._none = desk.scale, none
        cards = [card for room in desk.rooms for card in room.registers if card.addressed]
        self.books = [AddressBook(desk, card) for card in cards]
        self.box = TextBox()
        self.box.setAccessibleName("名单")
        self.box.setPlainText("\n".join(names))
        self.count = label("", "second")
        self.clear_button = plain("清空", self.box.clear)
        self.take_button = primary("", self.take)
        own = Card(scale, row(scale, label("名单", "card-title"), 1, self.count), label(_HOW, "second", wrap=True))
        own.add(self.box, 1)
        own.add(foot(scale, [self.clear_button], [self.take_button]))
        for book in self.books:
            book.picked.connect(self.add)
        self.box.textChanged.connect(self._show_count)
        head = row(scale, back("返回稿子", self.leave, desk.icons, scale), label("逐个单位印", "title"), 1, gap=12)
        places = [*(Place(book, 620, 420) for book in self.books), Place(own, 480, 420)]
        box = column(scale, head, Columns(scale, places, NARROW), gap=10, margins=self.margins)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.setFocusProxy(self.books[0].table if self.books else self.box)
        self._show_count()

    @property
    def names(self) -> list[str]:
        """The list as it stands."""
        return recipients(self.box.toPlainText())

    @Slot(list)
    def add(self, names: Sequence[str]) -> None:
        """Put these into the list, each once; Ctrl+Z in the list takes them out again."""
        new = [name for name in names if name not in set(self.names)]
        if new:
            cursor = self.box.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            before = "\n" if self.box.toPlainText() and not self.box.toPlainText().endswith("\n") else ""
            cursor.insertText(before + "\n".join(new))

    @Slot()
    def take(self) -> None:
        """Back to the draft with this list."""
        self.chosen.emit(self.names)
        self.leave()

    @Slot()
    def _show_count(self) -> None:
        count = len(self.names)
        self.count.setText(f"{count:,} 个单位")
        self.take_button.setText(f"用这 {count:,} 个单位" if count else self._none)
        self.clear_button.setEnabled(count > 0)
