"""Writing workbooks: a register as .xlsx, and the rows of an import that have to be mended."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from xunion_desktop.basics.saving import save
from xunion_desktop.sheets.error_book import write_error_sheet
from xunion_desktop.sheets.importer import Progress
from xunion_desktop.sheets.plan import ImportPlan
from xunion_desktop.sheets.sheet_cells import Formats, set_up_print, set_widths, width_of, write_value
from xunion_desktop.store.columns import Column

_PACE = 500
_MEASURED = 200  # rows whose texts decide the widths
_HEADER = 1
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def write_register(
    path: Path | str,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Any],
    progress: Progress | None = None,
    *,
    last_line: str = "",
) -> None:
    """Write the rows of a register (records, in the order shown) with these columns; it can be imported again.

    A title row, the frozen header with filters, the rows, and perhaps a line under them that is not read back.
    Trouble where the file cannot be saved.
    """
    rows = list(rows)
    data = io.BytesIO()
    with Workbook(data, _OPTIONS) as book:
        formats = Formats(book)
        sheet = book.add_worksheet(sheet_name(title))
        last = max(len(columns) - 1, 0)
        sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 16, "font_name": "宋体"}))
        for place, column in enumerate(columns):
            sheet.write_string(_HEADER, place, column.label, formats(bold=True, align="center", bg_color="#F2F2F2"))
        for index, record in enumerate(rows):
            if progress and index % _PACE == 0:
                progress(index, len(rows))
            for place, column in enumerate(columns):
                write_value(sheet, _HEADER + 1 + index, place, column, record, formats)
        if last_line:
            sheet.write_string(_HEADER + len(rows) + 2, 0, last_line, book.add_format({"font_color": "#C00000"}))
        sheet.freeze_panes(_HEADER + 1, 0)
        sheet.autofilter(_HEADER, 0, _HEADER + len(rows), last)
        measured = rows[:_MEASURED]
        set_widths(sheet, [width_of([c.label + "　", *(c.text(row) for row in measured)]) for c in columns])
        set_up_print(sheet, _HEADER, _HEADER)
    save(Path(path), data.getvalue())


def write_errors(path: Path | str, plan: ImportPlan, *, last_line: str = "") -> int:
    """Write the refused and doubtful rows of a plan, to be mended and read again; returns how many there are.

    ``last_line`` stands under them and is not read back.
    """
    data = io.BytesIO()
    with Workbook(data, _OPTIONS) as book:
        count = write_error_sheet(book, book.add_worksheet(sheet_name(plan.sheet.name)), plan, last_line)
    save(Path(path), data.getvalue())
    return count


def sheet_name(title: str) -> str:
    """A title cut down to what a sheet may be called."""
    return "".join("_" if character in "[]:*?/\\'" else character for character in title)[:31] or "表"
