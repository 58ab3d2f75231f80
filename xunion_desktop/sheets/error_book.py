"""The error workbook: the rows of an import that are refused or doubtful, under the headings of their source.

The reason stands as a comment on the cell and, in words, in a last column 问题 that is not read back.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.sheets.cells import Cell, is_blank, plain
from xunion_desktop.sheets.mapping import PROBLEM_LABEL
from xunion_desktop.sheets.plan import ImportPlan
from xunion_desktop.sheets.plan_rows import Action, PlanRow
from xunion_desktop.sheets.sheet_cells import Formats, set_up_print, set_widths, width_of

_COLOURS = {Level.ERROR: "#F8D7D7", Level.DOUBT: "#FFF2CC"}
_TITLE_ROWS = 2
_PROBLEM_WIDTH = 50


def write_error_sheet(book: Workbook, sheet: Worksheet, plan: ImportPlan, last_line: str = "") -> int:
    """Fill the sheet, perhaps with a line under it that is not read back; returns how many rows are in it."""
    formats = Formats(book)
    rows = [row for row in plan.rows if row.action is not Action.LEFT_OUT and (row.errors or row.open_doubts)]
    kept = [heading.index for heading in plan.headings if heading.label != PROBLEM_LABEL]
    sheet.write_string(0, 0, f"{plan.importer.title}：要核对的 {len(rows)} 行", book.add_format({"bold": True}))
    note = "红色的要改才能写入，黄色的请核对；改好保存后再导入这个文件。最后一列不读。"
    sheet.write_string(1, 0, note, book.add_format({"font_color": "#7F7F7F"}))
    below = _TITLE_ROWS + _write_header(sheet, formats, plan, kept)
    for index, row in enumerate(rows):
        _write_row(sheet, formats, plan, row, below + index, kept)
    if last_line:
        sheet.write_string(below + len(rows) + 1, 0, last_line, book.add_format({"font_color": "#C00000"}))
    texts = [[plan.headings[at].label.rpartition("/")[2], *(plain(row.cells[at]) for row in rows)] for at in kept]
    set_widths(sheet, [*map(width_of, texts), _PROBLEM_WIDTH])
    sheet.freeze_panes(below, 0)
    set_up_print(sheet, _TITLE_ROWS, below - 1)
    return len(rows)


def _write_header(sheet: Worksheet, formats: Formats, plan: ImportPlan, kept: list[int]) -> int:
    """The header as in the source, one row or two with merged labels; returns its height."""
    form = formats(bold=True, align="center", bg_color="#F2F2F2", text_wrap=True)
    upper = [*(plan.header.upper[at] for at in kept), PROBLEM_LABEL]
    lower = [*(plan.header.lower[at] for at in kept), ""]
    two = any(lower)
    place = 0
    while place < len(upper):
        end = place
        if lower[place]:
            while end + 1 < len(upper) and lower[end + 1] and upper[end + 1] == upper[place]:
                end += 1
            for column in range(place, end + 1):
                sheet.write_string(_TITLE_ROWS + 1, column, lower[column], form)
        bottom = _TITLE_ROWS + (1 if two and not lower[place] else 0)
        if (bottom, end) == (_TITLE_ROWS, place):
            sheet.write_string(_TITLE_ROWS, place, upper[place], form)
        else:
            sheet.merge_range(_TITLE_ROWS, place, bottom, end, upper[place], form)
        place = end + 1
    return 2 if two else 1


def _write_row(sheet: Worksheet, formats: Formats, plan: ImportPlan, row: PlanRow, at: int, kept: list[int]) -> None:
    targets = plan.mapping
    problems = [*row.errors, *row.open_doubts]
    for place, index in enumerate(kept):
        name = targets.get(index, "")
        about = [problem for problem in problems if name and problem.field == name]
        cell: Cell = row.corrections.get(name, row.cells[index])
        form = {"bg_color": _COLOURS[min((p.level for p in about), key=list(_COLOURS).index)]} if about else {}
        _write_cell(sheet, at, place, cell, formats, form)
        if about:
            sheet.write_comment(at, place, "\n".join(map(_told, about)), {"x_scale": 2, "author": ""})
    sheet.write_string(at, len(kept), "；".join(map(_told, problems)), formats(num_format="@", text_wrap=True))


def _told(problem: Problem) -> str:
    return problem.sentence + problem.remedy


def _write_cell(sheet: Worksheet, row: int, place: int, cell: Cell, formats: Formats, form: dict[str, Any]) -> None:
    """The cell as it stood; a long number as text, so that no spreadsheet shortens it."""
    if is_blank(cell):
        sheet.write_blank(row, place, None, formats(**form))
    elif isinstance(cell, datetime | date):
        sheet.write_datetime(row, place, cell, formats(num_format="yyyy-mm-dd", **form))
    elif isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) < 1e9:
        sheet.write_number(row, place, cell, formats(**form))
    else:
        sheet.write_string(row, place, plain(cell), formats(num_format="@", **form))
