"""A block pasted from a spreadsheet: text with tabs, as WPS and Excel put it on the clipboard, becomes a sheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.sheets.cells import Row, all_blank
from xunion_desktop.sheets.header import Header, one_row
from xunion_desktop.sheets.read import Sheet

NAME = "粘贴的内容"


def pasted_sheet(text: str) -> Sheet:
    """The rows of the block, all of the same width. Trouble where there is nothing in it."""
    lines = _lines(text)
    while lines and all_blank(lines[-1]):
        lines.pop()
    if not lines:
        raise Trouble("剪贴板里没有可以粘贴的内容。", "请先在 WPS 或 Excel 里选中要粘贴的几行，再复制。")
    width = max(map(len, lines))
    return Sheet(NAME, [[*line, *[""] * (width - len(line))] for line in lines])


def headed(sheet: Sheet, labels: Sequence[str]) -> tuple[Sheet, Header]:
    """The same block under the headings of the table it is pasted into; what goes beyond them is numbered."""
    width = len(sheet.rows[0])
    heads: Row = [*labels[:width], *(f"第 {place} 栏" for place in range(len(labels) + 1, width + 1))]
    with_heads = Sheet(sheet.name, [heads, *sheet.rows])
    return with_heads, one_row(with_heads, 0)


def _lines(text: str) -> list[Row]:
    """Cells with a line break stand in quotation marks; a lone quotation mark is a character like any other."""
    try:
        return [[*line] for line in csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True)]
    except csv.Error:
        return [[*line.split("\t")] for line in text.splitlines()]
