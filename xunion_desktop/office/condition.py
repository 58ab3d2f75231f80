"""A line of the 体检: what was looked at, how it is, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a line is; the value is its pill."""

    GOOD = "好"
    LOOK = "看"
    MEND = "要改"


@dataclass(frozen=True)
class Line:
    """One line: what was looked at, how it is, and what to do."""

    title: str
    state: State
    sentence: str
    remedy: str = ""
