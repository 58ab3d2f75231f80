"""DraftKeeper: writes what is typed into the book's drafts soon after the clerk stops typing, and at every leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Slot

from .desk import Desk

DRAFT_MS = 400


class DraftKeeper(QObject):
    """The draft of one form at a time. ``typed`` tells what differs from the book now, by field."""

    def __init__(self, desk: Desk, typed: Callable[[], Mapping[str, str]], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._typed = desk, typed
        self._place = ""
        self._waiting = False  # something was typed since the draft was written last
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self.keep)
        desk.jobs.about_to_write.connect(self.keep)
        desk.jobs.written.connect(self._go_on)

    def load(self, place: str) -> dict[str, str]:
        """Stand at this place from now on; returns the draft that was kept there."""
        self._place = place
        self._waiting = False
        return dict(self._desk.book.drafts.load(place) or {}) if place else {}

    def note(self) -> None:
        """Something was typed: it is written when the clerk pauses."""
        self._waiting = True
        self._timer.start()

    def keep(self) -> bool:
        """Write it now; False = it could not be written (that is told), and the next time it is tried again."""
        if not self._waiting or not self._place or self._desk.jobs.writing:
            return True
        self._timer.stop()
        self._waiting = not self._desk.messages.attempt(self._write)
        return not self._waiting

    def _write(self) -> None:
        """Where nothing differs from the book any more, the draft goes."""
        typed = dict(self._typed())
        if typed:
            self._desk.book.drafts.save(self._place, typed)
        else:
            self._desk.book.drafts.drop(self._place)

    def drop(self) -> None:
        """It was saved, or is not wanted."""
        self._timer.stop()
        self._waiting = False
        if self._place:
            self._desk.messages.attempt(lambda: self._desk.book.drafts.drop(self._place))

    @Slot()
    def _go_on(self) -> None:
        """A long deed has ended: what was typed meanwhile may be written."""
        if self._waiting:
            self._timer.start()
