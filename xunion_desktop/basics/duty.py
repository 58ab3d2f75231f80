"""Duty: one thing that is due, in one sentence, with its rule, its records and its next paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Urgency(StrEnum):
    """The dot before the sentence: red = overdue, amber = soon, green = done today."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"


@dataclass(frozen=True)
class Duty:
    """One line of 今日要办.

    ``register`` and ``chip`` (or ``keys``) say which records stand behind it; ``paper`` is the form id of the next
    paper ("" = none) and ``deed`` the words on its button, with the count in them (印换届提醒函 9 封).
    ``page`` = the page of the menu 设置 where it is done instead.
    """

    text: str
    date: date
    rule: str
    note: str = ""
    urgency: Urgency = Urgency.AMBER
    register: str = ""
    chip: str = ""
    keys: tuple[str, ...] = ()
    paper: str = ""
    deed: str = ""
    page: str = ""
