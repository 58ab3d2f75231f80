"""Seen: what a table shows now, to go out as it is seen (design.md §9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from xunion_desktop.store.columns import Column, masked_column
from xunion_desktop.store.registers import Register

from .cells import Shown
from .progress import Progress

PAGE = 500


@dataclass(frozen=True)
class Seen:
    """What a table shows now: the rows by key, the columns in their order, and the day.

    Sensitive columns go out masked, unless there is a ``watermark``: the line that must go with what is in clear.
    """

    register: Register
    title: str
    keys: Sequence[str]
    columns: Sequence[tuple[Shown, Column]]
    today: date
    watermark: str = ""
    stamp: str = ""  # at the edges of a roster on paper that is not valid

    @property
    def sensitive(self) -> list[Column]:
        """The columns whose values are masked."""
        return [column for shown, column in self.columns if column.sensitive and shown.words is None]

    def outgoing(self) -> list[Column]:
        """The columns as they may go out."""
        columns = [column for _, column in self.columns]
        return columns if self.watermark else [masked_column(column) for column in columns]

    def records(self, progress: Progress) -> list[Any]:
        """Read all the rows; pages of them between two reports of progress."""
        found: list[Any] = []
        for start in range(0, len(self.keys), PAGE):
            progress(start, len(self.keys))
            found += self.register.rows(self.keys[start : start + PAGE], self.today)
        return found
