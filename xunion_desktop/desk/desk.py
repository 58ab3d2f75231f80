"""Desk: what every page is given: the book, today, the rooms, jobs, messages, and the way to other pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from xunion_desktop.basics.rights import ALL_RIGHTS, Rights
from xunion_desktop.basics.room import ImporterCard, Need, PaperCard, Room, SidePage
from xunion_desktop.basics.wording import in_few
from xunion_desktop.store.book import Book
from xunion_desktop.store.deeds import EVERYTHING, DeedLine, Wanted
from xunion_desktop.store.registers import Register
from xunion_desktop.store.undo import Outcome

from .copying_clock import CopyingClock
from .furniture import Furniture
from .paper_faces import PaperFaces
from .printing import PrintDesk
from .privacy import Privacy
from .progress import Progress
from .sending import Sending

if TYPE_CHECKING:
    from xunion_desktop.sheets.importer import Importer


class Desk(QObject):
    """The clerk's desk over one open book. Pages ask it for other pages; the window follows its signals."""

    changed = Signal(frozenset)  # records of these kinds changed
    copied = Signal()  # a backup was made: what is said of the backups is no longer so
    ground_changed = Signal()  # what registers and forms are made from changed: pages are made anew
    register_wanted = Signal(str, str, tuple, str)  # register id, chip, keys, key
    page_wanted = Signal(QWidget, str)  # a sub page and its title
    page_left = Signal(QWidget)
    help_wanted = Signal(str)
    deed_wanted = Signal(str)  # to be shown in 操作记录
    menu_page_wanted = Signal(str)
    restore_wanted = Signal(object)  # a prepared store.restoring.Restoring, to be put in the place of this book
    book_wanted = Signal(object)  # path of another book, to be opened instead of this one
    rescue_wanted = Signal()  # this book is to come back from a backup that lies elsewhere
    keys_changed = Signal()  # who may open the book, or after how many minutes it locks
    _written = Signal(frozenset)

    def __init__(
        self,
        book: Book,
        today: date,
        rooms: Sequence[Room],
        furniture: Furniture,
        print_desk: Callable[[], PrintDesk] | None = None,
        parent: QObject | None = None,
        *,
        rights: Rights = ALL_RIGHTS,
    ) -> None:
        super().__init__(parent)
        self.book = book
        self.today = today
        self.rights = rights
        self._house = tuple(rooms)
        self.rooms = tuple(room for room in rooms if not room.kinds or rights.may_see(room.id))
        self.privacy = Privacy(book, rights, rooms, lambda: furniture.jobs.writing)
        self.furniture = furniture
        self.scale = furniture.scale
        self.icons = furniture.icons
        self.settings = furniture.settings
        self.jobs = furniture.jobs
        self.messages = furniture.messages
        self.files = furniture.files
        self._print_desk = print_desk
        self.copies: CopyingClock | None = None
        self.stamp = ""  # at the edges of what is no valid paper: the practice county's
        self.sending = Sending(self.messages)
        self.faces = PaperFaces(self.settings, self.jobs, self)
        self._registers: dict[str, Register] = {}
        self._kinds = frozenset(record.kind_of() for record in book.records if record.journaled)
        self._written.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        hear = self._written.emit
        book.changed.append(hear)
        self.destroyed.connect(lambda: book.changed.remove(hear))  # a page that goes later still keeps its draft

    @Slot(frozenset)
    def _pass_on(self, kinds: frozenset[str]) -> None:
        """Pass on what was written, in the main thread; drafts and views are nobody's business."""
        if kinds & self._kinds:
            self.changed.emit(kinds & self._kinds)
        if kinds & {kind for room in self.rooms for kind in room.ground}:
            self._registers.clear()
            self.ground_changed.emit()

    @cached_property
    def printing(self) -> PrintDesk | None:
        """The documents' side of printing, made when the first paper asks for it: nobody waits for it at the start."""
        return self._print_desk() if self._print_desk is not None else None

    def register(self, register_id: str) -> Register:
        """The register of that id, opened once."""
        if register_id not in self._registers:
            cards = {card.id: card for room in self._house for card in room.registers}
            self._registers[register_id] = cards[register_id].open(self.today)
        return self._registers[register_id]

    def refusal(self, *kinds: str) -> str:
        """Why this user may not change records of these kinds ("" = he may); the book itself keeps to it as well."""
        for room in self._house:
            if room.kinds.intersection(kinds) and not self.rights.may_write(room.id):
                return self.rights.why_not(room.title)
        return ""

    def importer(self, register_id: str) -> ImporterCard | None:
        """The way into that register from a workbook, where there is one."""
        cards = (card for room in self.rooms for card in room.importers)
        return next((card for card in cards if card.register == register_id), None)

    def papers(self, register_id: str) -> list[PaperCard]:
        """The forms that are printed for records of that register."""
        return [card for room in self.rooms for card in room.papers if card.register == register_id]

    def side_pages(self, kind: str) -> list[SidePage]:
        """The pages that rooms show beside a record of this kind."""
        return [page for room in self.rooms for page in room.side_pages if page.kind == kind]

    def needs(self, kind: str, key: str) -> list[Need]:
        """Why rooms still need this record as it is."""
        return [need for room in self._house for need in room.needs(kind, key, self.today)]

    def open_register(self, register_id: str, chip: str = "", keys: Sequence[str] = (), key: str = "") -> None:
        """Go to the register's tab, filtered by ``chip`` or ``keys``, with ``key`` selected."""
        self.register_wanted.emit(register_id, chip, tuple(keys), key)

    def print(self, form_id: str, keys: Sequence[str]) -> None:
        """Open the print page of this form for these records."""
        from .print_page import PrintPage

        self.show_page(PrintPage(self, form_id, tuple(keys)), "打印预览")

    def print_kept(self, batch: str, form_id: str = "") -> None:
        """Open the print page of a kept batch of this form, to look at it and print it again."""
        from .print_page import PrintPage

        self.show_page(PrintPage(self, form_id, kept=batch), "再看这一批")

    def print_again(self, line: str, form_id: str = "") -> None:
        """Open the print page over one paper of the print register, to print it again (补打)."""
        from .print_page import PrintPage

        self.show_page(PrintPage(self, form_id, again=line), "补打")

    def import_into(self, register_id: str) -> None:
        """Open the import wizard of that register."""
        card, refusal = self.importer(register_id), self.refusal(self.register(register_id).record.kind_of())
        if refusal:
            self.messages.say(refusal, tone="amber")
        elif card is not None:
            from .import_page import ImportPage

            self.show_page(ImportPage(self, card.open(self.today)), card.title)

    def import_pasted(self, importer: Importer, text: str, labels: Sequence[str]) -> None:
        """Open the wizard on a block that was pasted into a table whose columns are called ``labels``."""
        if not text.strip():
            self.messages.say("剪贴板里没有可以粘贴的内容", "请先在 WPS 或 Excel 里选中几行，再复制。", tone="amber")
            return
        from .import_page import ImportPage

        page = ImportPage(self, importer)
        page.read_pasted(text, labels)
        self.show_page(page, f"粘贴到{importer.title}")

    def before_long_deed(self, progress: Progress) -> None:
        """Copy the book before something long is written (in the worker)."""
        if self.copies is not None:
            self.copies.copy_before("导入前", progress)

    def show_page(self, page: QWidget, title: str) -> None:
        """Lay a sub page over the tab; it starts with ‹ 返回."""
        self.page_wanted.emit(page, title)

    def leave(self, page: QWidget) -> None:
        """Take the sub page away again."""
        self.page_left.emit(page)

    def help(self, page_id: str) -> None:
        """Open the help at this page."""
        self.help_wanted.emit(page_id)

    @property
    def hidden_kinds(self) -> frozenset[str]:
        """The kinds of record in rooms that this user may not see."""
        return frozenset(kind for room in self._house if room not in self.rooms for kind in room.kinds)

    def deeds(self, limit: int, wanted: Wanted = EVERYTHING) -> list[DeedLine]:
        """The last deeds that are wanted, but for those in rooms that this user may not see."""
        return self.book.deeds(limit, replace(wanted, without=self.hidden_kinds))

    def open_deed(self, deed_id: str) -> None:
        """Go to 操作记录, where this deed is shown."""
        self.deed_wanted.emit(deed_id)

    def open_menu_page(self, page_id: str) -> None:
        """Go to a page of the menu 设置 (备份与恢复, 体检 …)."""
        self.menu_page_wanted.emit(page_id)

    def undo(self, deed_id: str | None = None) -> None:
        """Undo this deed (None = the last one that can be), in the background, and say what came of it."""
        self.jobs.run("撤销", lambda _progress: self.book.undo(deed_id), self._tell_undo, stoppable=False, writes=True)

    def redo(self) -> None:
        """Do again what was undone last."""
        self.jobs.run("重做", lambda _progress: self.book.redo(), self._tell_redo, stoppable=False, writes=True)

    def _tell_undo(self, outcome: Outcome) -> None:
        self._tell(outcome, "已撤销", "不能撤销", "没有可以撤销的操作")

    def _tell_redo(self, outcome: Outcome) -> None:
        self._tell(outcome, "已重做", "不能重做", "没有可以重做的操作")

    def _tell(self, outcome: Outcome, done: str, refused: str, nothing: str) -> None:
        if outcome.done:
            self.messages.say(f"{done}：{outcome.label}")
        elif outcome.label:
            self.messages.say(f"{refused}“{outcome.label}”", f"{in_few(outcome.obstacles)}。", tone="amber")
        else:
            self.messages.say(nothing, tone="grey")
