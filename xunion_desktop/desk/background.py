"""Background: work that takes longer than a quarter of a second, in a thread, with progress and a way out.

A worker gets plain data and a ``Progress`` to call; it touches no widget. ``Trouble`` is caught here once and told by
``messages``; anything else is a bug and goes to the excepthook of the main thread (design.md §5, §6).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from xunion_desktop.basics.errors import Cancelled, Trouble

from .collecting import Collecting
from .progress import Progress
from .raw_faults import as_trouble

Work = Callable[[Progress], Any]


class Job(QObject):
    """One piece of work under way. Its signals arrive in the main thread; ``ended`` comes last, however it ended.

    What it does and how it ended lie here alone, and the main thread takes them away: the method of a page, or the
    frames of an error in it, may be the last that holds the page, and a widget that goes in a worker ends the program.
    """

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, title: str, work: Work, parent: QObject, *, stoppable: bool, writes: bool) -> None:
        super().__init__(parent)
        self.title = title
        self._work = work
        self._result: Any = None
        self._error: BaseException | None = None
        self.stoppable = stoppable
        self.writes = writes
        self.stopped = False

    def cancel(self) -> None:
        """Ask the work to stop; it does at its next report of progress."""
        self.stopped = self.stoppable

    def do(self, report: Progress) -> None:
        """Do the work (in the worker thread); no local name may hold anything of it."""
        try:
            self._result = self._work(report)
        except BaseException as error:  # noqa: BLE001 - handed to the main thread, where bugs are raised again
            self._error = error

    def take(self) -> tuple[Any, BaseException | None]:
        """Take away what it returned and what it raised (in the main thread); it holds nothing any more."""
        result, error = self._result, self._error
        del self._work, self._result, self._error
        return result, error


class Background(QObject):
    """The one place where jobs run, one after another; ``started`` lets the window show the one under way.

    The worker tells this object, never the job, that it is through: a job may be gone as soon as that has arrived.
    """

    started = Signal(object)
    about_to_write = Signal()  # a long deed begins: keep what is typed now, editing is shut until ``written``
    written = Signal()
    trouble = Signal(object)

    _moved = Signal(object, int, int)
    _came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = _one_thread()
        self._readers = _one_thread()
        self._jobs: set[Job] = set()
        self._glances: set[Job] = set()
        self._collecting = Collecting(self)
        self._moved.connect(self._on_moved, Qt.ConnectionType.QueuedConnection)
        self._came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether any job has not ended yet."""
        return bool(self._jobs)

    @property
    def writing(self) -> bool:
        """Whether a long deed is under way: the window stays readable, editing is shut."""
        return any(job.writes for job in self._jobs)

    def run(
        self,
        title: str,
        work: Work,
        done: Callable[[Any], None],
        *,
        stoppable: bool = True,
        writes: bool = False,
        failed: Callable[[Trouble], None] | None = None,
    ) -> Job:
        """Start ``work`` and call ``done`` with its result; a Trouble goes to ``failed``, else to ``trouble``."""
        if writes:
            self.about_to_write.emit()
        job = Job(title, work, self, stoppable=stoppable, writes=writes)
        job.done.connect(done)
        job.failed.connect(failed or self.trouble)
        self._jobs.add(job)
        self._collecting.hold()
        self._threads.submit(self._do, job)
        self.started.emit(job)
        return job

    def glance(self, read: Callable[[], Any], done: Callable[[Any], None]) -> Job:
        """Read something beside the jobs, quietly, so that the clerk can go on typing; cancelled, it is not told."""

        def look(report: Progress) -> Any:
            report(0, 0)  # it may have been cancelled while it waited
            return read()

        job = Job("", look, self, stoppable=True, writes=False)
        job.done.connect(done)
        job.failed.connect(self.trouble)
        self._glances.add(job)
        self._collecting.hold()
        self._readers.submit(self._do, job)
        return job

    def _do(self, job: Job) -> None:
        """Do its work (in the worker thread)."""

        def report(done: int, total: int) -> None:
            if job.stopped:
                raise Cancelled
            self._moved.emit(job, done, total)

        job.do(report)
        self._came.emit(job)

    @Slot(object, int, int)
    def _on_moved(self, job: Job, done: int, total: int) -> None:
        if job in self._jobs:
            job.progressed.emit(done, total)

    @Slot(object)
    def _on_came(self, job: Job) -> None:
        if job not in self._jobs | self._glances:
            return  # the book was closed meanwhile
        result, error = job.take()
        if job in self._glances and job.stopped:
            error = Cancelled()
        self._jobs.discard(job)
        self._glances.discard(job)
        self._let_collect()
        try:
            if error is None:
                job.done.emit(result)
            elif (trouble := as_trouble(error)) is not None:
                job.failed.emit(trouble)
            elif isinstance(error, Cancelled):
                job.cancelled.emit()
            else:
                sys.excepthook(type(error), error, error.__traceback__)
        finally:
            job.ended.emit()
            if job.writes:
                self.written.emit()
            job.deleteLater()

    def _let_collect(self) -> None:
        """No worker is at work any more: Python may collect as it likes."""
        if not self._jobs | self._glances:
            self._collecting.release()

    def cancel(self) -> None:
        """Ask whatever is under way to stop; what may not be stopped goes on."""
        for job in self._jobs | self._glances:
            job.cancel()

    def close(self) -> None:
        """Cancel what may be cancelled and wait for the rest: the book is going to be closed."""
        self.cancel()
        self._threads.shutdown(wait=True, cancel_futures=True)
        self._readers.shutdown(wait=True, cancel_futures=True)
        for job in self._jobs | self._glances:
            job.take()
            job.ended.emit()
            job.deleteLater()
        self._jobs.clear()
        self._glances.clear()
        self._let_collect()
        self._threads = _one_thread()
        self._readers = _one_thread()


def _one_thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
