"""What 首页 tells, reckoned from the book: figures and duties as plain values, in any thread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from xunion_desktop.basics.duty import Duty
from xunion_desktop.basics.figure import Figure
from xunion_desktop.basics.room import Room
from xunion_desktop.store.registers import Register

from .rules import first_figures, in_order


@dataclass(frozen=True)
class Told:
    """One figure as of a day, in words."""

    figure: Figure
    name: str
    value: int
    note: str
    sentence: str


@dataclass(frozen=True)
class Reckoned:
    """All of it; ``blank`` = the book holds nothing yet that figures are reckoned from."""

    figures: tuple[Told, ...]
    duties: tuple[Duty, ...]
    blank: bool


def reckon(rooms: Sequence[Room], registers: Iterable[Register], today: date) -> Reckoned:
    """Reckon the first figures and all duties; ``registers`` are those that figures are reckoned from."""
    figures = first_figures(figure for room in rooms for figure in room.figures)
    duties = in_order(duty for room in rooms for duty in room.duties(today))
    return Reckoned(tuple(told(figure, today) for figure in figures), tuple(duties), not largest(registers, today))


def told(figure: Figure, today: date) -> Told:
    """Reckon one figure."""
    return Told(figure, figure.label(today), figure.value(today), figure.note(today), figure.explain(today))


def largest(registers: Iterable[Register], today: date) -> int:
    """How many records the longest of these registers has."""
    return max((register.count("all", "", today) for register in registers), default=0)
