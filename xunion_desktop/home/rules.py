"""What 首页 puts first. Pure: duties and figures in, their order out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from xunion_desktop.basics.duty import Duty, Urgency
from xunion_desktop.basics.figure import Figure

FIGURES = 5
_WEEKDAYS = "一二三四五六日"
_WEIGHT = {Urgency.RED: 0, Urgency.AMBER: 1, Urgency.GREEN: 2}


def in_order(duties: Iterable[Duty]) -> list[Duty]:
    """What must be done first stands first: overdue before soon before done, and the oldest day first."""
    return sorted(duties, key=lambda duty: (_WEIGHT[duty.urgency], duty.date))


def first_figures(figures: Iterable[Figure]) -> list[Figure]:
    """The figures of 首页: the first five, in the order of the rooms."""
    return list(figures)[:FIGURES]


def day_in_words(day: date) -> str:
    """2026年11月24日　星期二."""
    return f"{day.year}年{day.month}月{day.day}日　星期{_WEEKDAYS[day.weekday()]}"


def second_line(duty: Duty) -> str:
    """The small line under a duty: what stands behind it, and its rule."""
    return " • ".join(part for part in (duty.note, duty.rule) if part)
