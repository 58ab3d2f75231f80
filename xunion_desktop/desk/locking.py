"""Locking: the window hidden behind a log-in, after some minutes or by Ctrl+L, and brought back by the password."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from .door import Door, Passed
from .furniture import Furniture
from .help_window import help_on
from .lock import Lock

if TYPE_CHECKING:
    from .desk import Desk


_UNKEPT = (
    "有填了还没保存的内容存不进本子，现在换人或者关掉会丢，所以先锁在这里。",
    "请看磁盘是不是满了、优盘是不是还插着，办好以后再点一次；或者请锁屏的人输密码回去处理。",
)


class Locking(QObject):
    """Over the one window of the program. A book without log-in is never locked.

    ``may_go`` tells whether the locked book may be left, and calls what it is given when it may.
    """

    log_out_wanted = Signal()
    locked = Signal()
    unlocked = Signal(bool)  # True = by who locked it; False = that window is gone

    def __init__(self, furniture: Furniture, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._furniture = furniture
        self._watch = Lock(furniture.settings, self)
        self._watch.due.connect(self.lock)
        self._window: QWidget | None = None
        self._desk: Desk | None = None
        self.door: Door | None = None
        self.may_go: Callable[[Callable[[], object]], bool] | None = None

    @property
    def minutes(self) -> int:
        """After how many minutes this PC locks; 0 = never."""
        return self._watch.minutes

    def watch(self, window: QWidget, desk: Desk) -> None:
        """Lock this window from now on."""
        self._window, self._desk = window, desk
        desk.keys_changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """A log-in was set up or given up, or other minutes were chosen."""
        self._watch.watch(on=self._desk is not None and self._desk.book.keys.protected)

    def forget(self) -> None:
        """The window is going."""
        self._window = self._desk = None
        self._watch.watch(on=False)
        if self.door is not None:
            self._take_door_away()
            self.unlocked.emit(False)

    @Slot()
    def close(self) -> None:
        """The window behind was closed for good, having waited for its last copy: what locks it goes too."""
        if self.door is not None:
            self.door.page.close()

    @Slot()
    def lock(self) -> None:
        """Hide the window: what is typed and not saved is kept as drafts, nothing stays in clear."""
        window, desk = self._window, self._desk
        if window is None or desk is None or self.door is not None or not desk.book.keys.protected:
            return
        kept = self._kept(window)
        window.hide()  # first of all: whatever goes wrong from here on, nothing can be seen
        self._clear_clipboard(desk)
        desk.privacy.cover_all()
        book = desk.book
        self.door = Door(self._furniture, book.marker, only=book.user, known=book.keys.keyring, parent=self)
        self.door.passed.connect(self._unlock)
        self.door.page.other_wanted.connect(self.log_out_wanted)
        self.door.page.before_closing = self.may_go
        self.door.page.help_wanted.connect(lambda: help_on(self._furniture, "login", window))
        for other in QApplication.topLevelWidgets():  # a search or a report that lies over the window
            if other.isVisible() and other is not window:
                other.close()
        self.door.page.setGeometry(window.geometry())
        self.door.page.show()
        if not kept:
            self.tell_unkept()
        self._watch.watch(on=False)
        self.locked.emit()

    def _kept(self, window: QWidget) -> bool:
        """Whether what is typed and not saved is kept; locked it is in any case."""
        flush, kept = getattr(window, "flush", None), []
        self._furniture.messages.attempt(lambda: kept.append(flush is None or flush() is not False))
        return kept == [True]

    def tell_unkept(self) -> None:
        """Say on the lock that something behind it cannot be kept, and is lost if anybody goes in instead or closes."""
        if self.door is not None:
            self.door.page.warn(*_UNKEPT)

    @staticmethod
    def _clear_clipboard(desk: Desk) -> None:
        """A number that was copied from a field shown in clear is not left for whoever sits down."""
        clipboard = QGuiApplication.clipboard()
        if desk.privacy.holds_revealed(clipboard.text()):
            clipboard.clear()

    @Slot(object)
    def _unlock(self, _passed: Passed) -> None:
        if self._window is not None:
            self._window.show()
            self._window.activateWindow()
        self._take_door_away()
        self.refresh()
        self.unlocked.emit(True)

    def _take_door_away(self) -> None:
        if self.door is not None:
            self.door.page.hide()
            self.door.page.deleteLater()
            self.door.deleteLater()
            self.door = None
