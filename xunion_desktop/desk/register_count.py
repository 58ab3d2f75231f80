"""RegisterCount: what the filters of a register find and what its rows come to; told when the clerk has stopped typing.

A long register shows its rows first and is counted beside the window.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from .background import Job
from .chips import ChipRow, ChipText
from .desk import Desk
from .record_list import NO_CHIP, RecordList
from .sums import Tally

COUNT_MS = 120
AT_ONCE = 3000  # records that are counted and summed before one would notice


class RegisterCount(QObject):
    """Counts for one list and its chips; ``told`` = they show it now. ``long`` = it takes a while."""

    told = Signal()

    def __init__(self, desk: Desk, rows: RecordList, chips: ChipRow, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._list, self._chips = desk, rows, chips
        self._glance: Job | None = None
        self.long = rows.register.count() > AT_ONCE
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COUNT_MS)
        self._timer.timeout.connect(self.now)

    @property
    def waits(self) -> bool:
        """Whether it is waited for the clerk to stop typing."""
        return self._timer.isActive()

    def soon(self) -> None:
        """Other words are searched for: counted when the clerk has stopped typing."""
        self._timer.start()

    def start(self) -> None:
        """At once where it is quick; a long register shows its rows first."""
        if self.long:
            self._timer.start()
        else:
            self.now()

    @Slot()
    def now(self) -> None:
        """Count what the list asks for; a count that is under way is no longer wanted."""
        if self._glance is not None:
            self._glance.cancel()
            self._glance = None
        if self.long:
            self._glance = self._desk.jobs.glance(self._list.to_count(), self._show)
        else:
            self._show(self._list.to_count()())

    @Slot(object)
    def _show(self, counted: Tally) -> None:
        self._glance = None
        if counted.query.rows != self._list.model.query.rows:
            return  # something else is asked for meanwhile, and counted soon
        if not counted.query.text:
            self.long = counted.counts[NO_CHIP] > AT_ONCE
        self._list.show_tally(counted)
        current, chips = self._chips.current, self._list.register.chips
        self._chips.show_chips([ChipText(chip.id, chip.label, counted.counts[chip.id]) for chip in chips])
        self._chips.check(current)
        self.told.emit()
