"""Seen: what a table shows now, to go out as it is seen (design.md §9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from xunion_desktop.store.columns import Column
from xunion_desktop.store.registers import Register

from .cells import Shown
from .progress import Progress

PAGE = 500


@dataclass(frozen=True)
class Seen:
    """What a table shows now: the rows by key, the columns in their order, and the day."""

    register: Register
    title: str
    keys: Sequence[str]
    columns: Sequence[tuple[Shown, Column]]
    today: date

    def records(self, progress: Progress) -> list[Any]:
        """Read all the rows; pages of them between two reports of progress."""
        found: list[Any] = []
        for start in range(0, len(self.keys), PAGE):
            progress(start, len(self.keys))
            found += self.register.rows(self.keys[start : start + PAGE], self.today)
        return found
