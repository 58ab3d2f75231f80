"""DayClock: a window left open over midnight goes on with the new day; a day given with --today stands still."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from .desk import Desk

_LOOK_EVERY_MS = 60_000


class Dated(Protocol):
    """What goes by a day as well."""

    today: date


class DayClock(QObject):
    """Over one desk, as long as it stands; ``turned`` tells the new day."""

    turned = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._others: list[Dated] = []
        if desk.today == clock_day():
            timer = QTimer(self)
            timer.timeout.connect(self.look)
            timer.start(_LOOK_EVERY_MS)

    def lead(self, other: Dated) -> None:
        """Something else goes by the same day from now on."""
        self._others.append(other)

    def look(self) -> None:
        """See which day it is."""
        today, desk = clock_day(), self._desk
        if desk.today != today:
            for each in (desk, *self._others):
                each.today = today
            self.turned.emit(today)
            desk.changed.emit(frozenset())


def clock_day() -> date:
    """The day on the clock of this PC."""
    return datetime.now().astimezone().date()
