"""Stay: one open book with its desk, its window and its backups, from coming in to leaving."""

from __future__ import annotations

import logging
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from xunion_desktop import catalogue
from xunion_desktop.basics.errors import Trouble, in_code
from xunion_desktop.basics.places import Places
from xunion_desktop.basics.resources import resource
from xunion_desktop.basics.room import MenuPage
from xunion_desktop.desk.copying_clock import CopyingClock
from xunion_desktop.desk.day_clock import DayClock
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.furniture import Furniture
from xunion_desktop.home.pages.practice import Practice, PracticeFrame, PracticePage
from xunion_desktop.office.access import enter
from xunion_desktop.office.copying import copying
from xunion_desktop.office.doorstep import is_practice
from xunion_desktop.office.pages.about_page import AboutPage
from xunion_desktop.office.pages.office_page import OfficePage
from xunion_desktop.office.practice import stamped
from xunion_desktop.office.values import PAPER_STAMP, dated, office
from xunion_desktop.store.book import Book
from xunion_desktop.store.log import Logged
from xunion_desktop.window import MainWindow

if TYPE_CHECKING:
    from xunion_desktop.documents.print_desk import PrintDesk

log = logging.getLogger(__name__)


class Stay(QObject):
    """``restore_wanted`` brings a prepared backup, ``rescue_wanted`` asks for one that lies elsewhere, ``book_wanted``
    brings the path of another book, ``leaving`` the job of the last copy, ``turned`` the day after midnight.
    """

    restore_wanted = Signal(object)
    rescue_wanted = Signal()
    book_wanted = Signal(object)
    leaving = Signal(object)
    turned = Signal(object)

    def __init__(
        self,
        book: Book,
        places: Places,
        today: date,
        furniture: Furniture,
        practice: Practice,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.book = book
        self.practising = is_practice(places, book.marker) or stamped()  # or a copy of it that lies elsewhere
        self.copies: CopyingClock | None = None
        self._furniture, self._places = furniture, places
        self._farewell = False
        self.desk = self._laid(today)
        self.window = self._window(practice)
        self.desk.setParent(self.window)
        later = Qt.ConnectionType.QueuedConnection  # the page that asks goes with its window
        self.desk.restore_wanted.connect(self.restore_wanted, later)
        self.desk.rescue_wanted.connect(self.rescue_wanted, later)
        self.desk.book_wanted.connect(self.book_wanted, later)
        if self.practising:
            OfficePage.note_asked(self.desk)
        else:
            self._copy_by_itself()

    def _laid(self, today: date) -> Desk:
        book, rooms = self.book, catalogue.ROOMS
        rights = enter(book, rooms)
        desk = Desk(book, today, rooms, self._furniture, self._print_desk, rights=rights)
        desk.stamp = dated(PAPER_STAMP, today) or ""
        # without a screen papers look the same everywhere
        desk.faces.system = QApplication.platformName() != "offscreen"
        self._clock = DayClock(desk)
        self._clock.turned.connect(self.turned)
        return desk

    def _print_desk(self) -> PrintDesk:
        from xunion_desktop.documents.print_desk import PrintDesk

        made = PrintDesk(self.book, catalogue.ROOMS, self.desk.today, self.book.user)
        self._clock.lead(made)
        return made

    def _window(self, practice: Practice) -> MainWindow:
        inside = self.practising
        frame = partial(PracticeFrame, self._furniture.scale, practice) if inside else None
        more = (
            MenuPage("practice", "练习县", partial(PracticePage, practice=practice, inside=inside)),
            MenuPage("about", "关于", partial(AboutPage, places=self._places)),
        )
        title = office().name or self.book.name
        return MainWindow(self.desk, catalogue.TABS, title, resource("help"), more, frame)

    def _copy_by_itself(self) -> None:
        """Backups every half hour and before imports; the status line says when the last one was made."""
        self.desk.copies = self.copies = copies = copying(self.desk)
        copies.leaving.connect(self.leaving)
        copies.made.connect(self._show_backup)
        copies.made.connect(self._look_anew)
        self.desk.keys_changed.connect(self._show_backup)
        self._show_backup()

    @Slot()
    def _show_backup(self) -> None:
        if self.copies is not None:
            self.window.show_backup(self.copies.last())

    @Slot()
    def _look_anew(self) -> None:
        """What 首页 says of the backups is no longer so; who is leaving need not wait for it to be read."""
        if self.copies is not None and not self.copies.parting:
            self.desk.copied.emit()

    def say_farewell(self) -> None:
        """It is left by 退出登录: the book's log is to say so."""
        self._farewell = True

    def forgo_copy(self) -> None:
        """The book is left at once, without a last copy."""
        if self.copies is not None:
            self.copies.forgo()

    def go_on(self) -> None:
        """The book is not left after all: what was given up on the way out is asked about again, and the copy made."""
        self.window.parting.stay()
        if self.copies is not None:
            self.copies.go_on()

    def close(self) -> None:
        """Close the book; its window is gone by now."""
        if self._farewell:
            try:
                self.book.log(Logged.LOGOUT, "退出登录。")
            except Trouble as trouble:  # that it cannot be written keeps nobody in
                log.warning("log-out not logged: %s", in_code(trouble))
        self.book.close()


def stay_in(book: Book, places: Places, today: date, furniture: Furniture, practice: Practice, parent: QObject) -> Stay:
    """Lay the desk and the window over an open book; it is closed where the window cannot read a part of it."""
    try:
        return Stay(book, places, today, furniture, practice, parent)
    except BaseException:
        furniture.jobs.close()  # the window has begun to read
        book.close()
        raise
