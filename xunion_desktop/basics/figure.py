"""Figure: a number that can be proved: its records, and a sentence that explains it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Figure:
    """One number of a room, as of any day.

    ``label(as_of)`` is its name (60 日内到期: the office's own days of that day), ``value(as_of)`` counts,
    ``keys(as_of)`` lists the records behind it (of ``register``), ``chip`` is the filter that shows just these
    ("" = open by keys), ``explain(as_of)`` says in one Chinese sentence how it is counted, ``note(as_of)`` is the small
    second line. ``tone`` is plain, red, amber or green (notes.md, tokens).
    """

    id: str
    label: Callable[[date], str]
    unit: str
    register: str
    value: Callable[[date], int]
    keys: Callable[[date], list[str]]
    explain: Callable[[date], str]
    note: Callable[[date], str] = lambda as_of: ""
    chip: str = ""
    tone: Callable[[int], str] = lambda value: "plain"
