"""The main window: tabs, search, the menu 设置, messages, the status line. A tab is built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QMainWindow, QVBoxLayout, QWidget

from .basics.room import MenuPage, Room
from .desk.boxes import row, rule
from .desk.buttons import plain, with_icon
from .desk.chips import ChipRow, ChipText
from .desk.desk import Desk
from .desk.help_page import START, HelpPage
from .desk.message_line import MessageLine
from .desk.overrides import guarded
from .desk.page_stack import PageStack
from .desk.parting import Parting
from .desk.scale import SCALE_SETTING
from .desk.settings_menu import SettingsMenu
from .desk.status_line import StatusLine
from .home.pages.palette import Palette

JOURNAL = "journal"  # the page of the menu that shows deeds
_KEYS = (("Ctrl+K", "查找"), ("F1", "帮助"))


class MainWindow(QMainWindow):
    """The window over one open book. ``tabs`` are the rooms that have one, in their order.

    ``more`` are pages of the menu beside those of the rooms; ``frame`` lays something round all that the window holds.
    ``lock_wanted`` and ``log_out_wanted`` are offered where the book asks for a log-in.
    """

    closed = Signal()  # for good, after the last copy
    lock_wanted = Signal()
    log_out_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        tabs: Sequence[Room],
        title: str,
        help_folder: Path,
        more: Sequence[MenuPage] = (),
        frame: Callable[[QWidget], QWidget] | None = None,
    ) -> None:
        super().__init__()
        self.desk = desk
        self._frame = frame
        self._rooms = {room.id: room for room in tabs if room in desk.rooms}
        self._help_folder = help_folder
        self.setWindowTitle(f"{title} · 工会工作台")
        self.tabs = ChipRow(desk.scale, look="tab", gap=0)
        self.tabs.show_chips([ChipText(room.id, room.title) for room in self._rooms.values()])
        self.menu = SettingsMenu(desk, self._rooms, more, self)
        self.stack = PageStack({room.id: partial(_built, room, desk) for room in self._rooms.values()})
        self.parting = Parting(self.stack, desk.messages)
        self.messages = MessageLine(desk.scale, desk.icons, desk.messages, desk.jobs)
        self.status = StatusLine(desk.scale)
        self._lay()
        self._listen()
        self.show_backup("")
        self.open_tab(next(iter(self._rooms)))
        self.resize(1366, 730)

    # what is laid out

    def _lay(self) -> None:
        desk = self.desk
        self.finder = with_icon(plain("查找单位、姓名、文号　Ctrl+K", self.search), "search", desk.icons, desk.scale)
        self.settings = with_icon(plain("设置 ▾"), "settings", desk.icons, desk.scale)
        self.settings.setMenu(self.menu)
        header = QFrame()
        header.setProperty("look", "band")
        line = row(desk.scale, self.tabs, self.finder, self.settings, gap=12, margins=(6, 0, 20, 0))
        line.setStretch(0, 1)
        header.setLayout(line)
        inside = QWidget()
        inside.setProperty("look", "ground")
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part in (header, rule(), self.stack, self.messages, rule(), self.status):
            box.addWidget(part)
        box.setStretch(2, 1)
        self.setCentralWidget(self._frame(inside) if self._frame is not None else inside)
        desk.scale.follow(self, self._shorten)

    def _shorten(self) -> None:
        """Large text leaves the line of search its first word."""
        self.finder.setText("查找　Ctrl+K" if self.desk.scale.factor > 1.2 else "查找单位、姓名、文号　Ctrl+K")

    def _listen(self) -> None:
        desk, menu = self.desk, self.menu
        self.tabs.chosen.connect(self.open_tab)
        menu.room_wanted.connect(self.open_room)
        menu.text_size_wanted.connect(self.set_text_size)
        menu.lock_wanted.connect(self.lock_wanted)
        menu.log_out_wanted.connect(self.log_out_wanted)
        self.stack.raised.connect(self._show_keys)
        desk.register_wanted.connect(self.open_register)
        desk.page_wanted.connect(self.show_page)
        desk.page_left.connect(self.leave_page)
        desk.help_wanted.connect(self.help)
        desk.menu_page_wanted.connect(self.open_menu_page)
        desk.deed_wanted.connect(self.open_deed)
        desk.ground_changed.connect(self._make_anew)
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl+K", self.search),
            ("F1", lambda: self.help("")),
            ("Ctrl+Z", desk.undo),
            ("Ctrl+Y", desk.redo),
            ("Ctrl+L", self.lock_wanted.emit),
            ("Ctrl+PgDown", lambda: self._next_tab(1)),
            ("Ctrl+PgUp", lambda: self._next_tab(-1)),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self, act)

    def show_backup(self, words: str) -> None:
        """Say in the status line who works in which book, and when it was last copied (上次备份 今天 08:31)."""
        book = self.desk.book
        who = f"{book.user}（{self.desk.rights.role}）" if book.user else ""
        parts = (who, book.name, words, str(book.folder), "脱机")
        self.status.show_parts([part for part in parts if part])

    # going from page to page

    @property
    def page(self) -> QWidget:
        """The page that is up."""
        return self.stack.currentWidget()

    @Slot(str)
    def open_tab(self, room_id: str) -> None:
        """Show a tab, with the sub page that lies over it, if any."""
        self.tabs.check(room_id)
        self.stack.open_tab(room_id)

    @Slot(str, str, tuple, str)
    def open_register(self, register_id: str, chip: str, keys: tuple[str, ...], key: str) -> None:
        """Show the page that keeps this register, filtered, with one record selected."""
        room = next(room for room in self.desk.rooms if register_id in {card.id for card in room.registers})
        if room.id in self._rooms:
            self.stack.clear_over(room.id)
            self.open_tab(room.id)
        else:
            self.open_room(room)
        lead_on = getattr(self.page, "open_register", None)  # a page that keeps several registers
        if lead_on is not None:
            lead_on(register_id)
        show = getattr(self.page, "show_records", None)
        if show is not None:
            show(chip=chip, keys=keys, key=key)

    @Slot(object)
    def open_room(self, room: Room) -> None:
        """Show the page of a room that has no tab, over the tab that is up."""
        if room.page is not None:
            self.show_page(room.page(self.desk), room.title)

    @Slot(str)
    def open_menu_page(self, page_id: str) -> None:
        """Show a page of the menu 设置; nothing happens where this user is not offered it."""
        card = self.menu.page(page_id)
        if card is not None:
            self.show_page(card.page(self.desk), card.title)

    @Slot(str)
    def open_deed(self, deed_id: str) -> None:
        """Show one deed in 操作记录."""
        self.open_menu_page(JOURNAL)
        show = getattr(self.page, "show_deed", None)
        if show is not None:
            show(deed_id)

    @Slot(QWidget, str)
    def show_page(self, page: QWidget, title: str) -> None:
        """Lay a sub page over the tab that is up."""
        page.setAccessibleName(title)
        self.stack.lay_over(page)

    @Slot(QWidget)
    def leave_page(self, page: QWidget) -> None:
        """Take a sub page away; what lay under it comes up again."""
        self.stack.take_away(page)

    @Slot()
    def _make_anew(self) -> None:
        """Another list of words or dated value: the tabs are built again from it."""
        self.stack.make_anew()

    @Slot(QWidget)
    def _show_keys(self, page: QWidget) -> None:
        """The status line follows the page that is up."""
        self.status.show_keys(getattr(page, "keys", _KEYS))
        self.status.count("")
        counted = getattr(page, "status", None)
        if counted is not None:
            counted.connect(self.status.count, Qt.ConnectionType.UniqueConnection)
        turned = getattr(page, "turned", None)  # a page of several parts shows another one
        if turned is not None:
            turned.connect(self._turn, Qt.ConnectionType.UniqueConnection)

    @Slot()
    def _turn(self) -> None:
        self.status.show_keys(getattr(self.page, "keys", _KEYS))

    def _next_tab(self, step: int) -> None:
        ids = list(self._rooms)
        self.open_tab(ids[(ids.index(self.tabs.current) + step) % len(ids)])

    # what the whole window does

    def search(self) -> None:
        """Open Ctrl+K."""
        Palette(self.desk, self).open()

    @Slot(str)
    def help(self, page_id: str) -> None:
        """Open the help at ``page_id``, or at the page of the place where one is."""
        if isinstance(self.page, HelpPage):
            self.page.open(page_id or START)
            return
        here = getattr(self.page, "help_page", "") or self._rooms[self.tabs.current].help
        self.show_page(HelpPage(self.desk, self._help_folder, page_id or here or START), "帮助")

    @Slot(float)
    def set_text_size(self, factor: float) -> None:
        """Change the size of all text at once and remember it on this PC."""
        self.desk.scale.set_factor(factor)
        self.desk.messages.attempt(lambda: self.desk.settings.set(SCALE_SETTING, factor))

    def flush(self) -> bool:
        """Keep what is typed and not saved yet, on every page; False = some of it could not be kept."""
        return self.stack.flush()

    @guarded()
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.parting.may_leave(self.close):
            event.ignore()
            return
        copies = self.desk.copies
        if copies is not None and not copies.leave(self.close):
            event.ignore()
            return
        self.desk.jobs.close()
        super().closeEvent(event)
        self.closed.emit()


def _built(room: Room, desk: Desk) -> QWidget:
    """The page of a room's tab."""
    assert room.page is not None
    page: QWidget = room.page(desk)
    return page
