"""SettingsMenu: the menu 设置 of the main window: pages, undo and redo, the size of text, help, lock and log-out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from xunion_desktop.basics.room import MenuPage, Room

from .desk import Desk
from .scale import STEPS


class SettingsMenu(QMenu):
    """``tabs`` are the ids of the rooms that need no entry; ``more`` are pages beside those of the rooms.

    What an entry wants is told by a signal; undo, redo, pages and help are wanted of the desk, as by any page.
    """

    room_wanted = Signal(object)
    text_size_wanted = Signal(float)
    lock_wanted = Signal()
    log_out_wanted = Signal()

    def __init__(
        self, desk: Desk, tabs: Collection[str], more: Sequence[MenuPage] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._tabs, self.more = desk, tabs, tuple(more)
        self.aboutToShow.connect(self._fill)
        self._fill()

    def pages(self) -> list[MenuPage]:
        """The pages that this user is offered in this book."""
        desk = self._desk
        protected = desk.book.keys.protected
        pages = (page for room in desk.rooms for page in room.menu)
        return [page for page in pages if (desk.rights.is_admin or not page.admin) and (protected or not page.locked)]

    def page(self, page_id: str) -> MenuPage | None:
        """One of them, or of those beside them; None where this user is not offered it."""
        return next((page for page in (*self.pages(), *self.more) if page.id == page_id), None)

    def _fill(self) -> None:
        """What is offered now: a book may have got a log-in since."""
        self._empty()
        desk = self._desk
        for room in self._rooms():
            self._entry(room.title, partial(self.room_wanted.emit, room))
        self._add_pages(self.pages())
        self.addSeparator()
        self._entry("撤销", desk.undo, "Ctrl+Z")
        self._entry("重做", desk.redo, "Ctrl+Y")
        self.addSeparator()
        self._add_text_sizes()
        self.addSeparator()
        self._entry("帮助", partial(desk.help_wanted.emit, ""), "F1")
        self._add_pages(self.more)
        if desk.book.keys.protected:
            self.addSeparator()
            self._entry("锁屏", self.lock_wanted.emit, "Ctrl+L")
            self._entry("退出登录", self.log_out_wanted.emit)

    def _empty(self) -> None:
        self.clear()
        for child in self.children():
            if isinstance(child, QMenu):
                child.deleteLater()

    def _rooms(self) -> list[Room]:
        return [room for room in self._desk.rooms if room.id not in self._tabs and room.page is not None]

    def _add_pages(self, pages: Sequence[MenuPage]) -> None:
        for page in pages:
            self._entry(page.title, partial(self._desk.menu_page_wanted.emit, page.id))

    def _add_text_sizes(self) -> None:
        sizes = self.addMenu("文字大小")
        for step in STEPS:
            sizes.addAction(f"{step:.0%}", partial(self.text_size_wanted.emit, step))

    def _entry(self, words: str, act: Callable[[], object], key: str = "") -> None:
        # connected by itself it would leave a shell behind each time the menu is filled
        self.addAction(f"{words}\t{key}" if key else words, act)
