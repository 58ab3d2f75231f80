"""The hybrid clock: wall time that never runs backwards, so that deeds of several PCs can be put in an order."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime

_COUNTER_BITS = 16
_EARLIEST, _LATEST = date(1970, 1, 2), date(2999, 12, 30)  # Windows knows no midnight of this PC outside


@dataclass
class HybridClock:
    """48 bits of milliseconds and 16 bits of counter in one whole number; ``last`` is the latest one known."""

    last: int = 0

    def tick(self, milliseconds: int | None = None) -> int:
        """Return a reading later than all before, even where the PC's clock was set back."""
        now = time.time_ns() // 1_000_000 if milliseconds is None else milliseconds
        self.last = max(self.last + 1, now << _COUNTER_BITS)
        return self.last

    def meet(self, foreign: int) -> None:
        """Take note of a reading that came from elsewhere."""
        self.last = max(self.last, foreign)


def moment(reading: int) -> datetime:
    """Return the wall time within a reading, in the zone of this PC."""
    return datetime.fromtimestamp((reading >> _COUNTER_BITS) / 1000, UTC).astimezone()


def first_reading(day: date) -> int:
    """Return the earliest reading that a day of this PC can have."""
    day = min(max(day, _EARLIEST), _LATEST)
    midnight = datetime(day.year, day.month, day.day).astimezone()
    return int(midnight.timestamp() * 1000) << _COUNTER_BITS


def local_time(reading: int) -> str:
    """Return the wall time within a reading as it is stored and shown: 2026-11-03T09:41:07+08:00."""
    return moment(reading).isoformat(timespec="seconds")
