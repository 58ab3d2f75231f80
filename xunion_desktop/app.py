"""The wiring: settings, log, the look, the book, the desk, the window. The only place that knows everything."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from . import catalogue
from .basics.errors import Trouble, in_code
from .basics.places import Places, find_places, program_folder
from .basics.program_log import keep_log
from .basics.resources import resource
from .basics.room import MenuPage
from .basics.settings import Settings
from .desk.background import Job
from .desk.copying_clock import CopyingClock
from .desk.crash import CrashWatch
from .desk.day_clock import DayClock
from .desk.desk import Desk
from .desk.door import Passed
from .desk.furnishing import furnish
from .desk.leaving_page import LeavingPage
from .desk.locking import Locking
from .desk.one_window import OneWindow
from .desk.visitors import Visitor, Visitors
from .documents.print_desk import PrintDesk
from .home.pages.entrance import Entrance
from .home.pages.practice import Practice, PracticeFrame, PracticePage
from .home.pages.welcome import WelcomePage
from .office.access import enter
from .office.copying import copying
from .office.doorstep import is_practice, protected
from .office.entering import (
    New,
    built,
    closed_after_trouble,
    greeting,
    held,
    reopened,
    settle,
    settle_code,
)
from .office.filling import fill
from .office.first_words import FirstWords
from .office.pages.about_page import AboutPage
from .office.pages.office_page import OfficePage
from .office.pages.recovery_page import show_sheet
from .office.practice import opened, stamped
from .office.safekeeping import Safekeeping
from .office.settling import roles_now
from .office.values import office
from .store.book import Book
from .store.folder import BookFolder
from .store.log import Logged
from .store.making import Owner
from .store.restoring import Restored, Restoring
from .store.unlocking import Unlock
from .window import MainWindow

LAST_BOOK = "last_book"
PRACTICE = {"branches": 100, "members": 5000, "seed": 1}

log = logging.getLogger(__name__)


def run(book: str, demo: bool, today: date) -> int:
    """Open the window and stay until it is closed; the exit code of the program."""
    places = find_places(program_folder())
    keep_log(places.logs)
    program = Program(places, today)
    program.watch.install()
    try:
        program.start(book, demo=demo)
        return program.app.exec()
    finally:
        program.close()
        program.watch.uninstall()


class Program(QObject):
    """The running program: its look, the book that is open, and the window over it."""

    def __init__(self, places: Places, today: date) -> None:
        running = QApplication.instance()
        self.app = running if isinstance(running, QApplication) else QApplication(["xunion-desktop"])
        super().__init__()
        self.places = places
        self.today = today
        self.settings = Settings(places.settings)
        self.furniture = furnish(self.app, self.settings, self)
        self.watch = CrashWatch(self.furniture.scale, self.furniture.messages, self)
        self.book: Book | None = None
        self._stage = OneWindow(self.app)
        self.copies: CopyingClock | None = None
        self.locking = Locking(self.furniture, self)
        self.locking.log_out_wanted.connect(self.log_out)
        self.locking.locked.connect(self.watch.hold)
        self.locking.unlocked.connect(self.watch.release)
        self._tried: Path | None = None  # the book that was to be opened last
        self._farewell = False
        self.entrance = self._entrance()
        self.practice = self._practice()
        self.app.commitDataRequest.connect(self._session_ends, Qt.ConnectionType.DirectConnection)
        self._translator = QTranslator(self)
        if self._translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self.app.installTranslator(self._translator)

    def _entrance(self) -> Entrance:
        made = Entrance(self.furniture, self.places.data, catalogue.record_classes, self)
        made.shown.connect(self._stage.show)
        made.make_wanted.connect(self.make)
        made.open_wanted.connect(self.open)
        made.demo_wanted.connect(self.open_demo)
        made.passed.connect(self._enter)
        return made

    def _practice(self) -> Practice:
        made = Practice(self.places, catalogue.record_classes, self._fill_practice, self)
        made.leaving.connect(self._after_leaving)
        made.open_wanted.connect(self._open)
        made.knock_wanted.connect(self.knock)
        made.left.connect(self._leave_practice)
        return made

    def start(self, book: str, *, demo: bool) -> None:
        """Open what was asked for, else the book of last time, else the first page."""
        if demo:
            self.open_demo()
        elif book or self.settings.get(LAST_BOOK):
            self.open(Path(book or self.settings.get(LAST_BOOK)))
        else:
            self.entrance.welcome()

    # into a book

    def make(self, path: Path, owner: Owner | None = None, words: FirstWords | None = None) -> None:
        """Make a book and fill in what every book starts with; with an ``owner`` it asks for a log-in from now on.

        ``words`` = what the first run asked of the own union.
        """
        if BookFolder.of(path).taken():
            self.open(path)
            return
        if isinstance(self.window, WelcomePage):
            self.window.wait()
        work = partial(built, path, catalogue.record_classes(), owner)
        job = self.furniture.jobs.run("新建本子", work, partial(self._begin, owner, words), stoppable=False)
        job.failed.connect(self.entrance.welcome)

    def _begin(self, owner: Owner | None, words: FirstWords | None, new: New) -> None:
        """The new book is there: open it, settle its union and who may open it, print the sheet for the safe."""

        def made() -> Book:
            book = self._opened(new.path, new.unlock)
            return closed_after_trouble(book, lambda: settle(book, owner, words))

        if self._open(made):
            if words is not None:
                self._note_first_run(words)
            self._ask_for_the_union()
            self._make_recovery_sheet()

    def _note_first_run(self, words: FirstWords) -> None:
        """The own union was asked for; the second place that was chosen is kept."""
        window, second = self.window, words.second
        if isinstance(window, MainWindow):
            OfficePage.note_asked(window.desk)
            kept = Safekeeping(window.desk.book, self.settings)
            if second is not None:
                self.furniture.messages.attempt(lambda: kept.choose_second(second))

    def open(self, path: Path) -> None:
        """Open this book in the window, after its log-in where it has one; what is open is left first."""
        self._after_leaving(partial(self._open_closed, path))

    def _open_closed(self, path: Path) -> None:
        self._tried = path
        if is_practice(self.places, path):
            self.practice.open()
        elif protected(path):
            self.knock(path)
        elif self._open(lambda: self._opened(path)):
            self._ask_for_the_union()

    def open_demo(self) -> None:
        """Open the practice county; it is made at the first time."""
        self._after_leaving(self.practice.open)

    def _fill_practice(self, book: Book) -> None:
        catalogue.fill_demo(book, today=self.today, **PRACTICE)

    def _leave_practice(self) -> None:
        """回到正式本子: the book that was open last, else the first page."""
        self.start("", demo=False)

    # through the log-in

    def knock(self, path: Path) -> None:
        """Show the log-in of this book."""
        self._leave_book()
        self.entrance.knock(path, self.locking.minutes)

    def _enter(self, path: Path, passed: Passed) -> None:
        """Somebody logged in, or came by the recovery code and sets a new password."""

        def opened() -> Book:
            book = self._opened(path, passed)
            if not passed.by_code:
                return book
            return closed_after_trouble(book, lambda: settle_code(book, passed.name, passed.new_password))

        if self._open(opened) and self.book is not None:
            self._greet(self.book)
            self._ask_for_the_union()

    def _greet(self, book: Book) -> None:
        """Say when the user was in last, and remember this time on this PC."""
        messages, window = self.furniture.messages, self.window
        if book.user and isinstance(window, MainWindow):
            messages.say(*greeting(book), tone="grey")
            visitor = Visitor(book.user, str(window.desk.rights.role), datetime.now().astimezone())
            facts = held(catalogue.ROOMS, self.today)
            messages.attempt(lambda: Visitors(self.settings, book.place).note(visitor, facts))

    def _ask_for_the_union(self) -> None:
        """Ask once on this PC whether names, 代字 and contact of the own union are right."""
        if isinstance(self.window, MainWindow) and not OfficePage.was_asked(self.window.desk):
            self.window.open_room(catalogue.room("office"))

    def _make_recovery_sheet(self) -> None:
        """Print the sheet for the safe; a book whose key lies beside it in clear needs none."""
        window, book = self.window, self.book
        if isinstance(window, MainWindow) and book is not None and not book.keys.in_clear:
            show_sheet(window.desk)

    def _opened(self, path: Path, unlock: Unlock | None = None) -> Book:
        return opened(self.places, path, catalogue.record_classes(), unlock)

    def _practising(self, book: Book) -> bool:
        """Whether it is the practice county, or a copy of one that lies elsewhere."""
        return is_practice(self.places, book.marker) or stamped()

    def _open(self, opened: Callable[[], Book]) -> bool:
        self._leave_book()
        try:
            self.book = opened()
            fill(self.book)
        except Trouble as trouble:
            log.warning("book not open: %s", in_code(trouble))
            self.entrance.welcome(trouble, self._tried)
            return False
        self._stage.show(self._window_over(self.book))
        marker = str(self.book.marker)
        if not self._practising(self.book):
            self.furniture.messages.attempt(lambda: self.settings.set(LAST_BOOK, marker))
        return True

    def _window_over(self, book: Book) -> MainWindow:
        rights = enter(book, catalogue.ROOMS)
        printing = PrintDesk(book, catalogue.ROOMS, self.today, book.user)
        desk = Desk(book, self.today, catalogue.ROOMS, self.furniture, printing, rights=rights)
        desk.faces.system = self.app.platformName() != "offscreen"  # without a screen papers look the same everywhere
        practising = self._practising(book)
        frame = partial(PracticeFrame, self.furniture.scale, self.practice) if practising else None
        more = (
            MenuPage("practice", "练习县", partial(PracticePage, practice=self.practice, inside=practising)),
            MenuPage("about", "关于", partial(AboutPage, places=self.places)),
        )
        window = MainWindow(desk, catalogue.TABS, office().name or book.name, resource("help"), more, frame)
        desk.setParent(window)
        later = Qt.ConnectionType.QueuedConnection  # the page that asks goes with its window
        desk.restore_wanted.connect(self.restore, later)
        desk.book_wanted.connect(self.open, later)
        window.lock_wanted.connect(self.locking.lock)
        window.log_out_wanted.connect(self.log_out)
        window.closed.connect(self.locking.close)
        self.locking.watch(window, desk)
        DayClock(desk, printing).turned.connect(self._turn)
        if practising:
            OfficePage.note_asked(desk)
        else:
            self._copy_by_itself(window)
        return window

    def restore(self, restoring: Restoring) -> None:
        """Put a prepared backup in the place of the open book, and open it; the book there was is kept beside it."""
        book = self.book
        if book is None:
            return
        marker, passed = book.marker, Passed(book.user, book.database.key)
        roles, locked = roles_now(), self.locking.door is not None
        self._leave_book()
        told: list[Restored] = []
        if not self.furniture.messages.attempt(lambda: told.append(restoring.swap())):
            restoring.drop()
        before = roles if told else None

        def opened() -> Book:
            return reopened(self._opened(marker, passed), before)

        if locked:
            self._settle_and_knock(marker, opened)
        elif self._open(opened):
            self._tell_restored(told)

    def _settle_and_knock(self, marker: Path, opened: Callable[[], Book]) -> None:
        """The window was locked meanwhile: the book is restored, and who locked it must log in."""
        try:
            opened().close()
        except Trouble as trouble:
            log.warning("restored book not open: %s", in_code(trouble))
        self.knock(marker)

    def _tell_restored(self, told: Sequence[Restored]) -> None:
        say = self.furniture.messages.say
        if not told:
            say("没有恢复，本子没有改动。", "请关掉别的窗口，再恢复一次。", tone="red")
        elif told[0].kept is not None:
            lost = f"有 {told[0].missing} 个附件没有找回来。" if told[0].missing else ""
            say(
                "已恢复，打开的就是恢复的本子。",
                f"{lost}恢复前的本子留在 {told[0].kept}",
                tone="amber" if lost else "green",
            )

    def _copy_by_itself(self, window: MainWindow) -> None:
        """Backups every half hour and before imports; the status line says when the last one was made."""
        desk = window.desk
        desk.copies = self.copies = copies = copying(desk)
        copies.leaving.connect(self._show_leaving)
        copies.made.connect(lambda _backup: window.show_backup(copies.last()))
        desk.keys_changed.connect(lambda: window.show_backup(copies.last()))
        window.show_backup(copies.last())

    def log_out(self) -> None:
        """退出登录: somebody else may log in."""
        book = self.book
        if book is not None and book.keys.protected:
            self._farewell = True
            self._after_leaving(partial(self.knock, book.marker))

    def _log_farewell(self, book: Book) -> None:
        """Write the log-out down; that it cannot be written keeps nobody in."""
        if self._farewell:
            self._farewell = False
            try:
                book.log(Logged.LOGOUT, "退出登录。")
            except Trouble as trouble:
                log.warning("log-out not logged: %s", in_code(trouble))

    def _turn(self, today: date) -> None:
        self.today = today

    @property
    def window(self) -> QWidget | None:
        """The window that is up."""
        return self._stage.up

    def _after_leaving(self, then: Callable[[], object]) -> None:
        """Leave the open book, after its last copy, and go on."""
        if isinstance(self.window, MainWindow):
            self.window.flush()
        if self.copies is None or self.copies.leave(partial(self._after_leaving, then)):
            self._leave_book()
            then()

    def _show_leaving(self, job: Job) -> None:
        """The last copy is being made: said over whatever window is up."""
        over = self.locking.door.page if self.locking.door is not None else self.window
        if over is not None:
            LeavingPage(self.furniture.scale, job, over)

    def _session_ends(self, _manager: object) -> None:
        """The PC shuts down and waits for nobody: the window closes without a last copy."""
        if self.copies is not None:
            self.copies.forgo()

    def _leave_book(self) -> None:
        """Close the book, and before it the window that reads it."""
        if self.book is not None:
            if self.copies is not None:
                self.copies.forgo()
                self.copies = None
            self.locking.forget()
            self._stage.close()
            self.furniture.jobs.close()
            self._log_farewell(self.book)
            self.book.close()
            self.book = None

    def close(self) -> None:
        """End the jobs and close the book."""
        self.furniture.jobs.close()
        self._leave_book()
