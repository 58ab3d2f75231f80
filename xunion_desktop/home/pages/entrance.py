"""Entrance: the windows before a book is open: the first page, the log-in of a book, and the way back of a lost one.

The log-in is what is waited for every morning; what the others need is imported when they are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.desk.door import Door
from xunion_desktop.desk.furniture import Furniture
from xunion_desktop.desk.help_window import help_on
from xunion_desktop.desk.login_page import Frame, LoginPage
from xunion_desktop.office.doorstep import last_copy, markers_in, protected

if TYPE_CHECKING:
    from xunion_desktop.store.record import Record

    from .practice import Practice
    from .rescue import RescuePage
    from .welcome import Unfinished, WelcomePage


class Entrance(QObject):
    """What the clerk chose there comes as signals; ``shown`` brings each page, to be put up as the one window.

    ``books`` is the folder for books of this PC, ``records`` gives what they hold.
    """

    shown = Signal(QWidget)
    make_wanted = Signal(Path, object, object)  # where, whose it is (None = it asks for no log-in), its FirstWords
    open_wanted = Signal(Path)
    demo_wanted = Signal()
    passed = Signal(Path, object)  # which book, and who came in

    def __init__(
        self,
        furniture: Furniture,
        books: Path,
        records: Callable[[], Iterable[type[Record]]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._furniture, self._books, self._records = furniture, books, records
        self._welcome: WelcomePage | None = None

    def welcome(
        self,
        trouble: Trouble | None = None,
        lost: Path | None = None,
        unfinished: Unfinished | None = None,
        *,
        practised: bool = False,
    ) -> None:
        """The first page; ``trouble`` = why the book that is ``lost`` did not open, or why the new one was not made.

        ``unfinished`` = what was typed in one that was left for a while; ``practised`` = the way back from the practice
        county ended here.
        """
        from .welcome import WelcomePage

        before = self._welcome
        if before is not None and before.waiting:
            before.go_on(trouble)
            return
        found = [marker for marker in markers_in(self._books) if lost not in (marker, marker.parent)]
        page = self._welcome = WelcomePage(self._furniture, self._books, trouble, found=found, practised=practised)
        if before is not None and before.isVisible():  # what was chosen there did not come to be
            unfinished = before.unfinished()
        if unfinished is not None:
            page.take_over(unfinished)
        page.destroyed.connect(partial(self._gone, page))
        page.make_wanted.connect(self.make_wanted)
        page.open_wanted.connect(self.open_wanted)
        page.demo_wanted.connect(self.demo_wanted)
        page.rescue_wanted.connect(lambda: self.rescue(lost, unfinished=page.unfinished()))
        self._help("start", page)
        self.shown.emit(page)

    def wait(self) -> None:
        """A book is being made: the first page, if that is up, takes no more orders."""
        if self._welcome is not None:
            self._welcome.wait()

    def go_on(self) -> None:
        """No book is being made any more: the first page, if that is still up, takes orders again."""
        if self._welcome is not None and self._welcome.waiting:
            self._welcome.go_on()

    def _gone(self, page: WelcomePage) -> None:
        if page is self._welcome:
            self._welcome = None

    def knock(self, path: Path, minutes: int, practice: Practice | None = None) -> None:
        """The log-in of a book, which locks after so many minutes; the first page where none can be read.

        ``practice`` = it is that county: a password forgotten there must not shut it for good.
        """
        frame = self._framed(practice) if practice is not None else None
        try:
            door = Door(self._furniture, path, backup=last_copy(path), minutes=minutes, frame=frame, parent=self)
        except Trouble as trouble:
            self.welcome(trouble, path)
            return
        door.passed.connect(partial(self.passed.emit, path))
        door.page.other_wanted.connect(partial(self.welcome, None, None))
        door.page.demo_wanted.connect(self.demo_wanted)
        door.page.rescue_wanted.connect(partial(self.rescue, path))
        self._help("login", door.page)
        door.page.destroyed.connect(door.deleteLater)
        self.shown.emit(door.page)

    def _framed(self, practice: Practice) -> Frame:
        from .practice import PracticeFrame

        return partial(PracticeFrame, self._furniture.scale, practice)

    def rescue(self, lost: Path | None = None, *, reopen: bool = False, unfinished: Unfinished | None = None) -> None:
        """Where a damaged or ``lost`` book comes back, or one from another PC is opened. ``reopen`` = it was open.

        What is ``unfinished`` in the first page stands there again where the clerk goes back.
        """
        from .rescue import RescuePage

        page = RescuePage(self._furniture, self._books, self._records, lost)
        page.rescued.connect(self.open_wanted)
        known = lost is not None and (reopen or protected(lost))
        page.left.connect(
            partial(self.open_wanted.emit, lost) if known else partial(self.welcome, None, lost, unfinished)
        )
        self._help("backup", page)
        self.shown.emit(page)

    def _help(self, page_id: str, page: LoginPage | RescuePage | WelcomePage) -> None:
        page.help_wanted.connect(lambda: help_on(self._furniture, page_id, page))
