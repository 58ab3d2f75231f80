"""MessageLine: the strip over the status line that shows what Messages say and which job is under way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from .background import Background, Job
from .boxes import column, label, row
from .buttons import button
from .icons import Icons
from .messages import Answer, Messages, Note
from .notes import NoteCard
from .scale import Scale

STAYS_MS = 9000


class MessageLine(QWidget):
    """The last note and the running job; nothing to say, no strip."""

    def __init__(
        self, scale: Scale, icons: Icons, messages: Messages, jobs: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._scale, self._icons = scale, icons
        self._note: NoteCard | None = None
        self._dropped: Callable[[], None] | None = None
        self._job = JobStrip(scale)
        self._box: QVBoxLayout = column(scale, self._job, gap=0)
        self.setLayout(self._box)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        messages.said.connect(self.show_note)
        jobs.started.connect(self._job.follow)
        self._messages = messages
        jobs.started.connect(self._follow)

    @Slot(object)
    def _follow(self, job: Job) -> None:
        """The jobs outlive this line: whatever listens to them must go with it, so it is a method of it."""
        job.cancelled.connect(self._say_stopped_writing if job.writes else self._say_stopped)

    @Slot()
    def _say_stopped(self) -> None:
        self._messages.say("已取消。", tone="grey")

    @Slot()
    def _say_stopped_writing(self) -> None:
        self._messages.say("已取消，什么也没有写入。", tone="grey")

    @property
    def note(self) -> NoteCard | None:
        """The note that is shown now."""
        return self._note

    @Slot(object)
    def show_note(self, note: Note) -> None:
        """Show this note instead of the last one; it goes by itself unless it asks or warns."""
        dropped = self._take_away()
        answers = [Answer(answer.words, self._then_clear(answer)) for answer in note.answers]
        self._dropped = note.dropped
        self._note = NoteCard(self._scale, self._icons, note.text, note.second, note.tone, answers)
        line = self._note.layout()
        if note.stays and not note.answers and line is not None:
            line.addWidget(button("知道了", self.clear, "small"))
        self._box.insertWidget(0, self._note)
        if not note.stays:
            self._timer.start(STAYS_MS)
        if dropped is not None:
            dropped()  # last: what is said then stands in the place of this note, not beside it

    @Slot()
    def clear(self) -> None:
        """Take the note away."""
        dropped = self._take_away()
        if dropped is not None:
            dropped()

    def _take_away(self) -> Callable[[], None] | None:
        """Take the note off the line, and return what is to be called unless it was answered."""
        self._timer.stop()
        dropped, self._dropped = self._dropped, None
        if self._note is not None:
            self._note.hide()
            self._note.deleteLater()
            self._note = None
        return dropped

    def _then_clear(self, answer: Answer) -> Callable[[], None]:
        def act() -> None:
            self._take_away()
            answer.act()

        return act


class JobStrip(QWidget):
    """The job under way: its name, how far it is, and 取消 where it may be stopped."""

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[Job] = []
        self._title = label("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._count = label("", "second")
        self._stop = button("取消", self._cancel, "small")
        line = row(scale, self._title, self._bar, self._count, self._stop, gap=12, margins=(20, 6, 20, 6))
        line.setStretch(1, 1)
        self.setLayout(line)
        self.hide()

    @Slot(object)
    def follow(self, job: Job) -> None:
        """Show this job until it ends."""
        self._jobs.append(job)
        job.progressed.connect(self._show_progress)
        job.ended.connect(self._ended)
        self._show_first()

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(f"{done:,} / {total:,}" if total else "")

    @Slot()
    def _ended(self) -> None:
        self._jobs = [job for job in self._jobs if job is not self.sender()]
        self._show_first()

    def _show_first(self) -> None:
        self.setVisible(bool(self._jobs))
        if self._jobs:
            self._title.setText(self._jobs[0].title)
            self._stop.setVisible(self._jobs[0].stoppable)
            self._bar.setRange(0, 0)
            self._count.setText("")

    def _cancel(self) -> None:
        if self._jobs:
            self._jobs[0].cancel()
