"""Exports: what is seen, as it is seen: the shown rows and columns as Excel, or as a roster on paper (design.md §9).

Loaded when something goes out for the first time: what writes workbooks and PDFs takes as long to load as the page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.basics.saving import save
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.pdf import pdf_bytes
from xunion_desktop.paper.table import roster
from xunion_desktop.sheets.write import write_register
from xunion_desktop.store.columns import Column

from .cells import Shown
from .progress import Progress
from .seen import Seen


def write_excel(seen: Seen, target: Path, progress: Progress) -> Path:
    """The rows as a workbook that can be imported again."""
    rows = seen.records(progress)
    write_register(target, seen.title, seen.outgoing(), rows, progress, last_line=seen.watermark)
    return target


def write_roster(seen: Seen, target: Path, progress: Progress) -> Path:
    """The rows as a landscape table on paper, with its day, repeated head and page numbers; whole or not at all."""
    columns = list(zip([shown for shown, _ in seen.columns], seen.outgoing(), strict=True))
    rows = [[_text(shown, column, record) for shown, column in columns] for record in seen.records(progress)]
    heads = [(column.label, column.kind, float(shown.width)) for shown, column in seen.columns]
    fonts, printed = FontBook(), PartialDate.of(seen.today).chinese
    pages = roster(seen.title, heads, rows, fonts=fonts, printed=printed, foot=seen.watermark, stamp=seen.stamp).pages
    save(target, pdf_bytes(pages, fonts=fonts, title=seen.title))
    return target


def _text(shown: Shown, column: Column, record: Any) -> str:
    return shown.words(record) if shown.words else column.text(record)
