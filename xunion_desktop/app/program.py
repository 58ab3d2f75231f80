"""Program: the look, the one window, the ways in and out of books. No room is known here before a book is open.

What knows the rooms (``opening``, ``stay`` …) is imported in the methods that open a book: the log-in page waits for
none of it. ``tests/window/test_first_page.py`` holds the list of what it does load.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTranslator, Slot
from PySide6.QtWidgets import QApplication, QWidget

from xunion_desktop.basics.errors import Trouble, in_code
from xunion_desktop.basics.places import Places
from xunion_desktop.basics.settings import Settings
from xunion_desktop.desk.background import Job
from xunion_desktop.desk.crash import CrashWatch
from xunion_desktop.desk.door import Passed
from xunion_desktop.desk.furnishing import furnish
from xunion_desktop.desk.locking import Locking
from xunion_desktop.desk.one_window import OneWindow
from xunion_desktop.desk.waiting_page import UPGRADING, WaitingPage
from xunion_desktop.home.pages.entrance import Entrance
from xunion_desktop.office.doorstep import is_older, is_practice, protected

from .loading import Loading

if TYPE_CHECKING:
    from xunion_desktop.desk.copying_clock import CopyingClock
    from xunion_desktop.home.pages.practice import Practice
    from xunion_desktop.office.entering import New
    from xunion_desktop.office.first_words import FirstWords
    from xunion_desktop.store.book import Book
    from xunion_desktop.store.making import Owner
    from xunion_desktop.store.record import Record
    from xunion_desktop.store.restoring import Restoring
    from xunion_desktop.store.unlocking import Unlock

    from .stay import Stay

LAST_BOOK = "last_book"

log = logging.getLogger(__name__)


class Program(QObject):
    """The running program, and its ``stay`` in a book where one is open."""

    def __init__(self, places: Places, today: date) -> None:
        running = QApplication.instance()
        self.app = running if isinstance(running, QApplication) else QApplication(["xunion-desktop"])
        super().__init__()
        self.places = places
        self.today = today
        self.settings = Settings(places.settings)
        self.furniture = furnish(self.app, self.settings, self)
        self.watch = CrashWatch(self.furniture.scale, self.furniture.messages, self)
        self.stay: Stay | None = None
        self._stage = OneWindow(self.app)
        self._tried: Path | None = None  # the book that was to be opened last
        self._loading = Loading(self)
        self.locking = self._locking()
        self.entrance = self._entrance()
        self.app.commitDataRequest.connect(self._session_ends, Qt.ConnectionType.DirectConnection)
        self._translator = QTranslator(self)
        if self._translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self.app.installTranslator(self._translator)

    def _locking(self) -> Locking:
        made = Locking(self.furniture, self)
        made.log_out_wanted.connect(self.log_out)
        made.locked.connect(self.watch.hold)
        made.unlocked.connect(self.watch.release)
        return made

    def _entrance(self) -> Entrance:
        made = Entrance(self.furniture, self.places.data, _records, self)
        made.shown.connect(self._stage.show)
        made.shown.connect(self._loading.begin)
        made.make_wanted.connect(self.make)
        made.open_wanted.connect(self.open)
        made.demo_wanted.connect(self.open_demo)
        made.passed.connect(self._enter)
        return made

    @cached_property
    def practice(self) -> Practice:
        """The ways into the practice county."""
        from .opening import practice_county

        made = practice_county(self.places, self.today, self)
        made.leaving.connect(self._after_leaving)
        made.open_wanted.connect(self._open)
        made.knock_wanted.connect(self.knock)
        made.left.connect(self._leave_practice)
        return made

    @property
    def book(self) -> Book | None:
        """The book that is open."""
        return self.stay.book if self.stay else None

    @property
    def copies(self) -> CopyingClock | None:
        """Its backups; those of the practice county are nobody's."""
        return self.stay.copies if self.stay else None

    @property
    def window(self) -> QWidget | None:
        """The window that is up."""
        return self._stage.up

    # into a book

    def begin(self, book: str, *, demo: bool) -> None:
        """Start; a bug on the way is told in its window, over the first page: nobody sees a program that is gone."""
        try:
            self.start(book, demo=demo)
        except Exception:  # noqa: BLE001 - handed to the hook that tells bugs
            sys.excepthook(*sys.exc_info())
            if self.window is None:
                self.entrance.welcome(None, self._tried)

    def start(self, book: str, *, demo: bool) -> None:
        """Open what was asked for, else the book of last time, else the first page."""
        if demo:
            self.open_demo()
        elif book:
            self.open(Path(book).absolute())  # it is the book of last time wherever the next start is
        elif last := self.settings.get(LAST_BOOK):
            self.open(self.places.today(Path(last)))
        else:
            self.entrance.welcome()

    def make(self, path: Path, owner: Owner | None = None, words: FirstWords | None = None) -> None:
        """Make a book and fill in what every book starts with; with an ``owner`` it asks for a log-in from now on.

        ``words`` = what the first run asked of the own union.
        """
        from .opening import building

        self.entrance.wait()
        begin = partial(self._begin, owner, words)
        work, told = building(self.places, path, owner), self.entrance.welcome
        job = self.furniture.jobs.run("新建本子", work, begin, stoppable=False, failed=told)
        job.ended.connect(self.entrance.go_on)

    def _begin(self, owner: Owner | None, words: FirstWords | None, new: New) -> None:
        """The new book is there: open it, settle its union and who may open it, print the sheet for the safe."""
        from .coming_in import ask_for_the_union, note_first_run, print_recovery_sheet
        from .opening import open_new

        first = [partial(note_first_run, words=words)] if words is not None else []
        opened = partial(open_new, self.places, new, owner, words)
        self._open(opened, *first, ask_for_the_union, print_recovery_sheet)

    def open(self, path: Path) -> None:
        """Open this book in the window, after its log-in where it has one; what is open is left first."""
        self._after_leaving(partial(self._open_closed, path))

    def _open_closed(self, path: Path) -> None:
        self._tried = path
        if is_practice(self.places, path):
            self.practice.open()
        elif protected(path):
            self.knock(path)
        else:
            self._open_free(path)

    def _open_free(self, path: Path) -> None:
        """A book without log-in."""
        from .coming_in import ask_for_the_union
        from .opening import open_book

        self._once_up_to_date(path, None, partial(self._open, partial(open_book, self.places, path), ask_for_the_union))

    def open_demo(self) -> None:
        """Open the practice county; it is made at the first time."""
        self._after_leaving(self.practice.open)

    def _leave_practice(self) -> None:
        """回到正式本子: the book that was open last, else the first page."""
        self.start("", demo=False)

    def knock(self, path: Path) -> None:
        """Show the log-in of this book."""
        self._leave_book()
        self.entrance.knock(path, self.locking.minutes)

    def _enter(self, path: Path, passed: Passed) -> None:
        """Somebody logged in, or came by the recovery code and sets a new password."""
        from .coming_in import ask_for_the_union, greet
        from .opening import open_passed

        opened = partial(open_passed, self.places, path, passed)
        then = partial(self._open, opened, partial(greet, today=self.today), ask_for_the_union)
        self._once_up_to_date(path, passed, then)

    def _once_up_to_date(self, path: Path, unlock: Unlock | None, then: Callable[[], object]) -> None:
        """Open a book; that of an older program is brought up to date before, in a worker, and the window says so."""
        from .opening import upgrading

        if not is_older(path):
            then()
            return
        if self.window is None:
            self.entrance.welcome()

        def go_on(_done: None) -> None:
            then()

        work = upgrading(self.places, path, unlock)
        job = self.furniture.jobs.run("升级本子", work, go_on, stoppable=False, failed=self._not_opened)
        if self.window is not None:
            WaitingPage(self.furniture.scale, job, self.window, UPGRADING)

    def _not_opened(self, trouble: Trouble) -> None:
        log.warning("book not open: %s", in_code(trouble))
        self.entrance.welcome(trouble, self._tried)

    def _open(self, opened: Callable[[], Book], *then: Callable[[Stay], None]) -> Stay | None:
        """Open a book and its window; ``then`` is what is said and asked in it.

        One that does not open, or of which the window cannot read a part, ends on the first page with the way to its
        backups.
        """
        from .opening import filled

        self._leave_book()
        try:
            stay = self.stay = self._window_over(filled(opened()))
        except Trouble as trouble:
            self._not_opened(trouble)
            return None
        self._follow(stay)
        self._stage.show(stay.window)
        self._loading.begin()
        attempt = self.furniture.messages.attempt
        if not stay.practising:
            attempt(lambda: self.settings.set(LAST_BOOK, str(stay.book.marker)))
        for act in then:
            attempt(partial(act, stay))
        return stay

    def _window_over(self, book: Book) -> Stay:
        from .stay import Stay

        try:
            return Stay(book, self.places, self.today, self.furniture, self.practice, self)
        except BaseException:
            self.furniture.jobs.close()  # the window has begun to read
            book.close()
            raise

    def _follow(self, stay: Stay) -> None:
        """Do what is asked for in its window."""
        stay.restore_wanted.connect(self.restore)
        stay.rescue_wanted.connect(self.rescue)
        stay.book_wanted.connect(self.open)
        stay.leaving.connect(self._show_leaving)
        stay.turned.connect(self._turn)
        window = stay.window
        window.lock_wanted.connect(self.locking.lock)
        window.log_out_wanted.connect(self.log_out)
        window.closed.connect(self.locking.close)
        self.locking.watch(window, stay.desk)

    @Slot(object)
    def restore(self, restoring: Restoring) -> None:
        """Put a prepared backup in the place of the open book, and open it; the book there was is kept beside it."""
        from .coming_back import ComingBack

        if self.stay is None or not self._may_leave(partial(self.restore, restoring)):
            return
        back = ComingBack(self.stay.book, self.places, self.furniture.messages)
        locked = self.locking.door is not None
        self._leave_book()
        back.swap(restoring)
        if locked:
            back.settle()
            self.knock(back.marker)
        elif self._open(back.opened) is not None:
            back.tell()

    @Slot()
    def rescue(self) -> None:
        """Leave the open book for the page where it comes back from any backup there is; the way back opens it."""
        if self.stay is not None:
            self._after_leaving(partial(self.entrance.rescue, self.stay.book.marker, reopen=True))

    # out of a book

    def log_out(self) -> None:
        """退出登录: somebody else may log in."""
        stay = self.stay
        if stay is not None and stay.book.keys.protected and self._may_leave(self.log_out):
            stay.say_farewell()
            self._after_leaving(partial(self.knock, stay.book.marker))

    @Slot(object)
    def _turn(self, today: date) -> None:
        self.today = today

    def _after_leaving(self, then: Callable[[], object]) -> None:
        """Leave the open book, after its last copy, and go on; where something is being printed, it is asked first."""
        if not self._may_leave(partial(self._after_leaving, then)):
            return
        if self.stay is not None:
            self.stay.window.flush()
        if self.copies is None or self.copies.leave(partial(self._after_leaving, then)):
            self._leave_book()
            then()

    def _may_leave(self, then: Callable[[], object]) -> bool:
        """Whether nothing is being printed; else it is asked, and ``then`` is done once that is stopped.

        Behind the lock nobody could answer: there it is stopped at once.
        """
        if self.stay is None:
            return True
        window = self.stay.window
        if self.locking.door is not None:
            window.halt()
        return window.may_leave(then)

    @Slot(object)
    def _show_leaving(self, job: Job) -> None:
        """The last copy is being made: said over whatever window is up."""
        over = self.locking.door.page if self.locking.door is not None else self.window
        if over is not None:
            WaitingPage(self.furniture.scale, job, over)

    def _session_ends(self, _manager: object) -> None:
        """The PC shuts down and waits for nobody: the window closes without a last copy."""
        if self.stay is not None:
            self.stay.window.halt()
            self.stay.forgo_copy()

    def _leave_book(self) -> None:
        """Close the book, and before it the window that reads it."""
        stay, self.stay = self.stay, None
        if stay is not None:
            stay.window.halt()
            stay.forgo_copy()
            self.locking.forget()
            self._stage.close()
            self.furniture.jobs.close()
            stay.close()
            stay.deleteLater()

    def close(self) -> None:
        """End the jobs and close the book."""
        self._loading.stop()
        self.furniture.jobs.close()
        self._leave_book()


def _records() -> tuple[type[Record], ...]:
    """The records of all rooms; asked for where a damaged or lost book is opened."""
    from xunion_desktop import catalogue

    return catalogue.record_classes()
