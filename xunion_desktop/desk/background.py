"""Background: work that takes longer than a quarter of a second, in a thread, with progress and a way out.

A worker gets plain data and a ``Progress`` to call; it touches no widget. ``Trouble`` is caught here once and told by
``messages``; anything else is a bug and goes to the excepthook of the main thread (design.md §5, §6).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from xunion_desktop.basics.errors import Cancelled, Trouble

from .progress import Progress

Work = Callable[[Progress], Any]


class Job(QObject):
    """One piece of work under way. Its signals arrive in the main thread; ``ended`` comes last, however it ended."""

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    _returned = Signal(object)
    _raised = Signal(object)

    def __init__(self, title: str, work: Work, parent: QObject, *, stoppable: bool, writes: bool) -> None:
        super().__init__(parent)
        self.title = title
        self.stoppable = stoppable
        self.writes = writes
        self._work = work
        self._stop = False
        self._returned.connect(self._on_returned, Qt.ConnectionType.QueuedConnection)
        self._raised.connect(self._on_raised, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop; it does at its next report of progress."""
        self._stop = self.stoppable

    def run(self) -> None:
        """Do the work (called in the worker thread)."""
        try:
            result = self._work(self._report)
        except BaseException as error:  # noqa: BLE001 - handed to the main thread, where bugs are raised again
            self._raised.emit(error)
        else:
            self._returned.emit(result)

    def _report(self, done: int, total: int) -> None:
        if self._stop:
            raise Cancelled
        self.progressed.emit(done, total)

    @Slot(object)
    def _on_returned(self, result: object) -> None:
        try:
            self.done.emit(result)
        finally:
            self._end()

    @Slot(object)
    def _on_raised(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        elif isinstance(error, Trouble):
            self.failed.emit(error)
        self._end()
        if not isinstance(error, Cancelled | Trouble):
            sys.excepthook(type(error), error, error.__traceback__)

    def _end(self) -> None:
        self.ended.emit()
        self.deleteLater()


class _Run(QRunnable):
    """What the pool runs; the job itself lives in the main thread."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


class Background(QObject):
    """The one place where jobs run, one after another; ``started`` lets the window show the one under way."""

    started = Signal(object)
    about_to_write = Signal()  # a long deed begins: keep what is typed now, editing is shut until ``written``
    written = Signal()
    trouble = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._jobs: set[Job] = set()

    @property
    def busy(self) -> bool:
        """Whether any job has not ended yet."""
        return bool(self._jobs)

    @property
    def writing(self) -> bool:
        """Whether a long deed is under way: the window stays readable, editing is shut."""
        return any(job.writes for job in self._jobs)

    def run(
        self, title: str, work: Work, done: Callable[[Any], None], *, stoppable: bool = True, writes: bool = False
    ) -> Job:
        """Start ``work`` and call ``done`` with its result; a Trouble goes to ``trouble`` (the messages)."""
        if writes:
            self.about_to_write.emit()
        job = Job(title, work, self, stoppable=stoppable, writes=writes)
        self._jobs.add(job)
        job.done.connect(done)
        job.failed.connect(self.trouble)
        job.ended.connect(lambda: self._ended(job))
        self._pool.start(_Run(job))
        self.started.emit(job)
        return job

    def _ended(self, job: Job) -> None:
        self._jobs.discard(job)
        if job.writes:
            self.written.emit()

    def close(self) -> None:
        """Cancel what may be cancelled and wait for the rest (at the end of the program)."""
        for job in self._jobs:
            job.cancel()
        self._pool.waitForDone()
