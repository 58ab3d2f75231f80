"""Exports: what is seen, as it is seen: the shown rows and columns as Excel, or as a roster on paper (design.md §9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.pdf import write_pdf
from xunion_desktop.paper.table import roster
from xunion_desktop.sheets.write import write_register
from xunion_desktop.store.columns import Column
from xunion_desktop.store.registers import Register

from .cells import Shown
from .masking import masked
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


def write_excel(seen: Seen, target: Path, progress: Progress) -> Path:
    """The rows as a workbook that can be imported again."""
    columns = [column for _, column in seen.columns]
    write_register(target, seen.title, columns, seen.records(progress), progress)
    return target


def write_roster(seen: Seen, target: Path, fonts: FontBook, note: str, progress: Progress) -> Path:
    """The rows as a landscape table on paper, with repeated head and page numbers."""
    rows = [[_text(shown, column, record) for shown, column in seen.columns] for record in seen.records(progress)]
    heads = [(column.label, column.kind, float(shown.width)) for shown, column in seen.columns]
    write_pdf(roster(seen.title, heads, rows, fonts=fonts, note=note).pages, target, fonts=fonts, title=seen.title)
    return target


def _text(shown: Shown, column: Column, record: Any) -> str:
    return shown.words(record) if shown.words else masked(column, column.text(record))
