"""Leaving: the way out of the open book: pages are asked whether they may be left, the last copy is made, it closes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from xunion_desktop.desk.background import Job
from xunion_desktop.desk.furniture import Furniture
from xunion_desktop.desk.locking import Locking
from xunion_desktop.desk.one_window import OneWindow
from xunion_desktop.desk.waiting_page import WaitingPage

if TYPE_CHECKING:
    from .stay import Stay


class Leaving(QObject):
    """``stay`` is the one in the open book (None = none is open). ``logged_out`` brings the book that asks for a log-in
    again.
    """

    logged_out = Signal(Path)

    def __init__(self, furniture: Furniture, stage: OneWindow, locking: Locking, parent: QObject) -> None:
        super().__init__(parent)
        self._furniture, self._stage, self._locking = furniture, stage, locking
        self.stay: Stay | None = None
        locking.log_out_wanted.connect(self.log_out)
        locking.unlocked.connect(self._go_on)
        locking.may_go = self.may_go

    @Slot(bool)
    def _go_on(self, back: bool) -> None:
        """Who locked it goes on: nothing given up behind his back, for a shutdown that was called off, stays so."""
        if back and self.stay is not None:
            self.stay.go_on()

    @Slot()
    def log_out(self) -> None:
        """退出登录: somebody else may log in."""
        stay = self.stay
        if stay is not None and stay.book.keys.protected and self.may(self.log_out):
            stay.say_farewell()
            self.after(partial(self.logged_out.emit, stay.book.marker))

    def after(self, then: Callable[[], object]) -> None:
        """Leave the open book, after its last copy, and go on; whatever stands in the way is asked about first."""
        if self.may_go(partial(self.after, then)):
            self.at_once()
            then()

    def may_go(self, then: Callable[[], object]) -> bool:
        """Whether the book may be left now, after its last copy; else ``then`` is called when it may."""
        if not self.may(then):
            return False
        copies = self.stay.copies if self.stay is not None else None
        return copies is None or copies.leave(then)

    def may(self, then: Callable[[], object]) -> bool:
        """Whether no page is in the middle of anything and all that is typed is kept; else it is asked.

        ``then`` is done once who is asked lets it go. Behind the lock nobody could answer: there it is stopped at once,
        but what cannot be kept stays behind it, and the lock says so.
        """
        if self.stay is None:
            return True
        parting = self.stay.window.parting
        if self._locking.door is None:
            return parting.may_leave(then)
        if not parting.keeps_all():
            self._locking.tell_unkept()
            return False
        parting.halt()
        return True

    def at_once(self) -> None:
        """Close the book, and before it the window that reads it."""
        stay, self.stay = self.stay, None
        if stay is not None:
            stay.window.parting.halt()
            stay.window.parting.give_up()
            stay.forgo_copy()
            self._locking.forget()
            self._stage.close()
            self._furniture.jobs.close()
            stay.close()
            stay.deleteLater()

    @Slot(object)
    def show_copy(self, job: Job) -> None:
        """The last copy is being made: said over whatever window is up."""
        door = self._locking.door
        over = door.page if door is not None else self._stage.up
        if over is not None:
            WaitingPage(self._furniture.scale, job, over)

    def session_ends(self, _manager: object) -> None:
        """The PC shuts down and waits for nobody: the window closes without a last copy."""
        if self.stay is not None:
            self.stay.window.parting.halt()
            self.stay.forgo_copy()
            if self._locking.door is not None:
                self.stay.window.parting.give_up()  # nobody is there who could make room
