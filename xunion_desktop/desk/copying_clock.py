"""CopyingClock: backups that make themselves: every half hour if the book was changed, and when it is left."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from xunion_desktop.basics.errors import Trouble, in_code
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.shelf import Backup

from .background import Background
from .messages import Messages
from .moments import spoken
from .progress import Progress

_LOOK_EVERY_MS = 60_000
log = logging.getLogger(__name__)


Copy = Callable[[str, Progress | None], Backup]  # makes a backup for a reason, in every place there is


class CopyingClock(QObject):
    """Over one open book. ``copy`` makes a backup; ``made`` tells each of them, so that the status line says when.

    ``leaving`` tells the job of the last one: the window shows it and may let the clerk go without.
    """

    made = Signal(object)
    leaving = Signal(object)
    _over_now = Signal()

    def __init__(
        self, book: Book, copy: Copy, jobs: Background, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._book, self._jobs, self._messages = book, jobs, messages
        self.copy = copy
        self._backups = Backups.under(book.backups_root, book)
        self._under_way = self._told = self._left = False
        self._then: Callable[[], object] | None = None
        self._over_now.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(_LOOK_EVERY_MS)

    def look(self) -> None:
        """Make one now if it is time and nothing else is under way."""
        if not self._jobs.busy and not self._under_way and self._due():
            self._under_way = True
            job = self._jobs.run("自动备份", partial(self.copy, "自动"), self._tell, failed=self._not_made)
            job.ended.connect(self._over)

    def _due(self) -> bool:
        try:
            return self._backups.due(self._book, _now())
        except Trouble as trouble:  # a damaged page: told once, not every minute
            log.warning("whether a backup is due: %s", in_code(trouble))
            if not self._told:
                self._messages.trouble(trouble)
            self._told = True
            return False

    def _over(self) -> None:
        self._under_way = False

    def _tell(self, backup: Backup) -> None:
        if not backup.proved:
            self._messages.say("刚才的自动备份没有通过验证", f"{backup.fault}。请到“备份与恢复”看看。", tone="amber")
        self.made.emit(backup)

    def _made_last(self, backup: Backup) -> None:
        if not backup.proved:
            log.warning("the last backup is not proved")
        self.made.emit(backup)

    @Slot(object)
    def _not_made(self, trouble: Trouble) -> None:
        """Told, and logged as well: the window may be gone with what it says. 首页 tells it when the book is opened."""
        log.warning("no backup: %s", in_code(trouble))
        self._messages.trouble(trouble)

    def copy_before(self, reason: str, progress: Progress) -> None:
        """Make one before a long deed (in the worker); that it cannot be made is no reason not to do the deed."""
        try:
            self.made.emit(self.copy(reason, progress))
        except Trouble as trouble:
            log.warning("no backup before the deed: %s", in_code(trouble))

    def leave(self, then: Callable[[], object]) -> bool:
        """The book is going to be left. True = nothing is left to copy: go.

        Else what was changed since the last backup is copied now, in the background; ``then`` is called when that is
        over, however it ended: nothing keeps anybody from leaving. One that was given up is made up for after the next
        start, where the last one is half an hour old.
        """
        if self._left or (self._then is None and not self._to_copy()):
            self._left = True
            return True
        under_way, self._then = self._then is not None, then
        if not under_way:
            self._jobs.cancel()
            job = self._jobs.run("备份", partial(self.copy, "退出"), self._made_last, failed=self._not_made)
            job.ended.connect(self._over_now)
            self.leaving.emit(job)
        return False

    @property
    def parting(self) -> bool:
        """Whether the last copy is asked for, or the book is left without one."""
        return self._left or self._then is not None

    def forgo(self) -> None:
        """The book is left at once, without a last copy."""
        self._left = True

    def go_on(self) -> None:
        """It is not left after all: the last copy is made whenever it is, unless one is under way for that already."""
        self._left = self._left and self._then is not None

    def _to_copy(self) -> bool:
        try:
            return self._backups.changed(self._book)
        except Trouble as trouble:
            log.warning("no backup at the end: %s", in_code(trouble))
            return False

    @Slot()
    def _go_on(self) -> None:
        """From the event loop: whoever goes on may take away the window that waited."""
        if not self._left and self._then is not None:
            self._left = True
            self._then()

    def last(self) -> str:
        """When the last proved backup was made: 上次备份 今天 08:31 ("" = none yet)."""
        backup = self._backups.last_proved()
        return f"上次备份 {spoken(backup.time, _now())}" if backup else ""


def _now() -> datetime:
    return datetime.now().astimezone()
