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

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from xunion_desktop.basics.errors import Trouble, in_code
from xunion_desktop.basics.places import Places
from xunion_desktop.basics.settings import Settings
from xunion_desktop.desk.crash import CrashWatch
from xunion_desktop.desk.door import Passed
from xunion_desktop.desk.furnishing import furnish
from xunion_desktop.desk.locking import Locking
from xunion_desktop.desk.one_window import OneWindow
from xunion_desktop.desk.platforms import application
from xunion_desktop.home.pages.entrance import Entrance
from xunion_desktop.office.doorstep import is_practice, protected

from .bringing_up import BringingUp
from .leaving import Leaving
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

    from .stay import Stay
    from .ways_in import WayIn

LAST_BOOK = "last_book"
_NOT_RESTORED = (
    "没有恢复，本子没有改动：有填了还没保存的内容存不进本子。",
    "请看磁盘是不是满了、优盘是不是还插着，再恢复一次。",
)

log = logging.getLogger(__name__)


class Program(QObject):
    """The running program, and its ``stay`` in a book where one is open."""

    def __init__(self, places: Places, today: date) -> None:
        self.app = application()
        super().__init__()
        self.places = places
        self.today = today
        self.settings = Settings(places.settings)
        self.furniture = furnish(self.app, self.settings, self)
        self.watch = CrashWatch(self.furniture.scale, self.furniture.messages, self)
        self._stage = OneWindow(self.app)
        self._tried: Path | None = None  # the book that was to be opened last
        self._loading = Loading(self)
        self.locking = self._locking()
        self.leaving = Leaving(self.furniture, self._stage, self.locking, self)
        self.leaving.logged_out.connect(self.knock)
        self.entrance = self._entrance()
        self._older = BringingUp(self.places, self.furniture, self._stage, self.entrance, self._not_opened)
        self.app.commitDataRequest.connect(self.leaving.session_ends, Qt.ConnectionType.DirectConnection)

    def _locking(self) -> Locking:
        made = Locking(self.furniture, self)
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
        made.leaving.connect(self.leaving.after)
        made.open_wanted.connect(self._open_practice)
        made.knock_wanted.connect(self.knock)
        made.left.connect(self._leave_practice)
        return made

    @Slot()
    def _leave_practice(self) -> None:
        """Into the book of last time; the first page says where there is none."""
        self.start("", demo=False, practised=True)

    @property
    def stay(self) -> Stay | None:
        """The stay in the book that is open."""
        return self.leaving.stay

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

    def start(self, book: str, *, demo: bool, practised: bool = False) -> None:
        """Open what was asked for, else the book of last time, else the first page."""
        if demo:
            self.open_demo()
        elif book:
            self.open(Path(book).absolute())  # it is the book of last time wherever the next start is
        elif last := self.settings.get(LAST_BOOK, ""):
            self.open(self.places.today(Path(last)))
        else:
            self.entrance.welcome(practised=practised)

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
        from .ways_in import newly_made

        self._open(newly_made(self.places, new, owner, words))

    def open(self, path: Path) -> None:
        """Open this book in the window, after its log-in where it has one; what is open is left first."""
        self.leaving.after(partial(self._open_closed, path))

    def _open_closed(self, path: Path) -> None:
        self._tried = path
        if is_practice(self.places, path):
            self.practice.open()
        elif protected(path):
            self.knock(path)
        else:
            self._open_free(path)

    def _open_free(self, path: Path) -> None:
        from .ways_in import as_it_is

        self._older.before(partial(self._open, as_it_is(self.places, path)), path)

    def open_demo(self) -> None:
        """Open the practice county; it is made at the first time."""
        self.leaving.after(self.practice.open)

    @Slot(object)
    def _open_practice(self, opened: Callable[[], Book]) -> None:
        from .ways_in import WayIn

        self._open(WayIn(opened))

    def knock(self, path: Path) -> None:
        """Show the log-in of this book."""
        self.leaving.at_once()
        practice = self.practice if is_practice(self.places, path) else None
        self.entrance.knock(path, self.locking.minutes, practice)

    def _enter(self, path: Path, passed: Passed) -> None:
        """Somebody logged in, or came by the recovery code and sets a new password."""
        from .ways_in import by_log_in

        way = by_log_in(self.places, path, passed, self.today)
        self._older.before(partial(self._open, way), path, passed)

    def _not_opened(self, trouble: Trouble) -> None:
        log.warning("book not open: %s", in_code(trouble))
        self.entrance.welcome(trouble, self._tried)

    def _open(self, way: WayIn) -> None:
        """Open a book and its window.

        One that does not open, or of which the window cannot read a part, ends on the first page with the way to its
        backups.
        """
        from .opening import filled
        from .stay import stay_in

        self.leaving.at_once()
        try:
            book = filled(way.opened())
            stay = self.leaving.stay = stay_in(book, self.places, self.today, self.furniture, self.practice, self)
        except Trouble as trouble:
            self._not_opened(trouble)
            return
        self._follow(stay)
        self._stage.show(stay.window)
        self._loading.begin()
        attempt = self.furniture.messages.attempt
        if not stay.practising:
            attempt(lambda: self.settings.set(LAST_BOOK, str(stay.book.marker)))
        for act in way.then:
            attempt(partial(act, stay))

    def _follow(self, stay: Stay) -> None:
        """Do what is asked for in its window."""
        stay.restore_wanted.connect(self.restore)
        stay.rescue_wanted.connect(self.rescue)
        stay.book_wanted.connect(self.open)
        stay.leaving.connect(self.leaving.show_copy)
        stay.turned.connect(self._turn)
        window = stay.window
        window.lock_wanted.connect(self.locking.lock)
        window.log_out_wanted.connect(self.leaving.log_out)
        window.closed.connect(self.locking.close)
        self.locking.watch(window, stay.desk)

    @Slot(object)
    def restore(self, restoring: Restoring) -> None:
        """Put a prepared backup in the place of the open book, and open it; the book there was is kept beside it."""
        from .coming_back import ComingBack
        from .ways_in import WayIn

        if self.stay is None:
            return
        if not self.leaving.may(partial(self.restore, restoring)):
            if self.locking.door is not None:  # nobody was asked: who unlocks it reads why nothing came of it
                restoring.drop()
                self.furniture.messages.trouble(Trouble(*_NOT_RESTORED))
            return
        back = ComingBack(self.stay.book, self.places, self.furniture.messages)
        locked = self.locking.door is not None
        self.leaving.at_once()
        back.swap(restoring)
        if locked:
            back.settle()
            self.knock(back.marker)
        else:
            self._open(WayIn(back.opened, (back.tell,)))

    @Slot()
    def rescue(self) -> None:
        """Leave the open book for the page where it comes back from any backup there is; the way back opens it."""
        if self.stay is not None:
            self.leaving.after(partial(self.entrance.rescue, self.stay.book.marker, reopen=True))

    def close(self) -> None:
        """End the jobs and close the book."""
        self._loading.stop()
        self.furniture.jobs.close()
        self.leaving.at_once()

    @Slot(object)
    def _turn(self, today: date) -> None:
        self.today = today


def _records() -> tuple[type[Record], ...]:
    """The records of all rooms; asked for where a damaged or lost book is opened."""
    from xunion_desktop import catalogue

    return catalogue.record_classes()
