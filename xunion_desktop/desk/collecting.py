"""Collecting: while a worker runs, cycles of objects are collected in the main thread only.

Python collects in whatever thread asks for memory. A widget that is part of such a cycle would be taken down by a
worker, beside the main thread that is painting it: Qt does not bear that, the program ends without a word.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY = 500  # milliseconds; a worker makes few cycles, they wait that long for nothing


class Collecting(QObject):
    """Python's collector of cycles, held while there are workers; a clock of the main thread does its work then."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = QTimer(self)
        self._clock.setInterval(EVERY)
        self._clock.timeout.connect(self.look)

    def hold(self) -> None:
        """A worker begins (called in the main thread)."""
        gc.disable()
        if not self._clock.isActive():
            self._clock.start()

    def release(self) -> None:
        """The last worker has ended."""
        self._clock.stop()
        gc.enable()

    @Slot()
    def look(self) -> None:
        """Collect the oldest generation that Python would collect now."""
        waiting = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, most) in enumerate(waiting) if count > most]
        if due:
            gc.collect(max(due))
