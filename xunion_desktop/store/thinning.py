"""Thinning: which backups stay when there are many. Pure: times in, times out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

ALL = timedelta(days=2)
DAILY = timedelta(days=14)
WEEKLY = timedelta(days=92)
DAYS_THAT_STAY = 5  # a clock that is wrong by years must not cost more than the old copies

Span = Callable[[datetime], Any]


def keep(times: Iterable[datetime], now: datetime, months: int) -> set[datetime]:
    """Return the times to keep: all of 2 days, then the last of each day for 2 weeks, of each week for 3 months.

    The last of each month stays until it is ``months`` old (0 = for good), those of the latest days on which there
    were any stay whatever the clock says, and so does all that lies in the future.
    """
    known = set(times)
    kept = set(sorted(_last_of(_day, known))[-DAYS_THAT_STAY:])
    kept |= {time for time in known if now - time < ALL}
    kept |= {time for time in _last_of(_day, known) if now - time < DAILY}
    kept |= {time for time in _last_of(_week, known) if now - time < WEEKLY}
    return kept | {time for time in _last_of(_month, known) if not months or _months(time, now) < months}


def _last_of(span: Span, times: Iterable[datetime]) -> set[datetime]:
    return set({span(time): time for time in sorted(times)}.values())


def _day(time: datetime) -> Any:
    return time.date()


def _week(time: datetime) -> Any:
    return tuple(time.isocalendar())[:2]


def _month(time: datetime) -> Any:
    return time.year, time.month


def _months(time: datetime, now: datetime) -> int:
    """Whole months from ``time`` to ``now``."""
    return (now.year - time.year) * 12 + now.month - time.month - (now.day < time.day)
