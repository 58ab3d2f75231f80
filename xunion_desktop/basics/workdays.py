"""Working days by the State Council's yearly list of holidays and of weekends that work (EL-14)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta


def is_workday(day: date, holidays: Mapping[date, bool]) -> bool:
    """Whether the office works on ``day``; ``holidays`` holds the exceptions (True = works, False = free)."""
    return holidays.get(day, day.weekday() < 5)


def add_workdays(day: date, number: int, holidays: Mapping[date, bool]) -> date:
    """The ``number``-th working day after ``day`` (before it, if negative); ``day`` itself does not count."""
    step = timedelta(days=1 if number >= 0 else -1)
    left = abs(number)
    while left:
        day += step
        left -= is_workday(day, holidays)
    return day
