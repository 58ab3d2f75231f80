"""The writer of a book: one at a time, one transaction per deed, numbers noted on the PC before they are committed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from xunion_desktop.basics.errors import Trouble

from .clock import HybridClock, local_time
from .database import BookDatabase
from .deeds import Deed, Note
from .disk_faults import disk_told
from .faults import database_told
from .gateway import Progress
from .journal import DeedHead, Journal
from .replica import ReplicaNote

PATIENCE = 10.0  # seconds that a deed waits for another one; a long import shuts editing by itself
AT_THE_WINDOW = 0.25  # seconds that the main thread waits: no longer may a window stand still


class OneAtATime:
    """The single writer lock of a book: threads take their turn, deeds do not nest."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._holder = 0

    @contextmanager
    def turn(self, *, last: bool = False) -> Iterator[None]:
        """Wait for one's turn; Trouble where another deed takes too long. ``last`` waits however long it takes.

        The main thread had better say so at once than stand still.
        """
        at_the_window = threading.current_thread() is threading.main_thread()
        patience = min(PATIENCE, AT_THE_WINDOW) if at_the_window else PATIENCE
        if self._holder == threading.get_ident():
            raise RuntimeError("deeds do not nest")
        if not self._lock.acquire(timeout=-1 if last else patience):
            raise Trouble("本子正在写入另一项操作，这一步还没有做。", "请等那一项做完后再试。")
        self._holder = threading.get_ident()
        try:
            yield
        finally:
            self._holder = 0
            self._lock.release()


class Writer:
    """Opens the book for deeds and notes, and tells ``tell`` the kinds that were written once they are committed.

    ``guard`` is asked before a deed is committed: Trouble in it, and nothing of the deed is written. While it
    ``lays_ground``, its deeds are never undone.
    """

    def __init__(
        self,
        database: BookDatabase,
        journal: Journal,
        note: ReplicaNote,
        turns: OneAtATime,
        tell: Callable[[frozenset[str]], None],
    ) -> None:
        self._database = database
        self._journal = journal
        self._note = note
        self._turns = turns
        self._tell = tell
        self._clock = HybridClock(journal.last_clock())
        self.guard: Callable[[frozenset[str]], None] = lambda kinds: None
        self.lays_ground = False

    @contextmanager
    def deed(self, head: DeedHead, progress: Progress | None = None) -> Iterator[Deed]:
        """Open the book for one deed: all of it is committed at the end, or nothing."""
        with self._turns.turn():
            head.clock = self._clock.tick()
            deed = Deed(self._database, head, local_time(head.clock), progress)
            deed.changes.ground = self.lays_ground
            before = self._journal.number, dict(self._journal.chains)
            try:
                with database_told(), self._database.writing():
                    yield deed
                    self.guard(deed.changes.kinds)
                    if deed.finish(self._journal):
                        self._note_number()
            except BaseException:
                deed.forget()
                self._step_back(*before)
                raise
        self._tell(deed.changes.kinds)

    @contextmanager
    def note(self) -> Iterator[Note]:
        """Open the book for records that are not journaled."""
        with self._turns.turn(), database_told():
            note = Note(self._database, local_time(self._clock.tick()))
            with self._database.writing():
                yield note
        self._tell(frozenset(note.kinds))

    def _step_back(self, number: int, chains: dict[str, bytes]) -> None:
        if self._journal.number != number:
            self._journal.number, self._journal.chains = number, chains
            self._note_number()

    def _note_number(self) -> None:
        with disk_told(self._note.file):
            self._note.note(self._journal.number)
