"""How values stand in a workbook that we write: each kind with its format; what names a thing is text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from xunion_desktop.store.columns import NUMBERS, Column, Kind

_NUMBER_FORMATS = {Kind.WHOLE: "0", Kind.MONEY: "#,##0.00", Kind.PERCENT: "0.00%", Kind.DATE: "yyyy-mm-dd"}
_DIVISORS = {Kind.MONEY: 100, Kind.PERCENT: 10_000}
_NARROWEST, _WIDEST = 6, 40


class Formats:
    """The cell formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def __call__(self, **properties: Any) -> Any:
        """The format with these properties beside those of all cells."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            common = {"font_name": "宋体", "font_size": 11, "valign": "vcenter", "border": 1, "border_color": "#BFBFBF"}
            self._made[key] = self._book.add_format({**common, **properties})
        return self._made[key]

    def of(self, kind: Kind, **properties: Any) -> Any:
        """The format of a kind: numbers right, the rest left; text cells (@) where a spreadsheet would count."""
        align = "right" if kind in NUMBERS else "left"
        number = _NUMBER_FORMATS.get(kind, "@")
        return self(num_format=number, align=align, text_wrap=kind is Kind.LONG_TEXT, **properties)


def write_value(sheet: Worksheet, row: int, place: int, column: Column, record: Any, formats: Formats) -> None:
    """Write the value that ``record`` has in ``column`` into the cell."""
    value, form = column.value(record), formats.of(column.kind)
    if value is None or value == "":
        sheet.write_blank(row, place, None, form)
    elif column.kind in NUMBERS:
        sheet.write_number(row, place, value / _DIVISORS.get(column.kind, 1), form)
    elif column.kind is Kind.DATE and len(value) == 10:
        sheet.write_datetime(row, place, date.fromisoformat(value), form)
    else:
        sheet.write_string(row, place, column.text(record), form)


def width_of(texts: Iterable[str]) -> int:
    """A column width in characters that shows these texts; a Chinese character takes two."""
    widest = max((max(map(_columns, text.splitlines()), default=0) for text in texts), default=0)
    return min(max(widest + 2, _NARROWEST), _WIDEST)


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def set_up_print(sheet: Worksheet, first: int, last: int) -> None:
    """A4 landscape, as wide as the page, the header rows on every page, page x of y below."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.repeat_rows(first, last)
    sheet.set_footer("&C第 &P 页　共 &N 页")


def set_widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    """Give each column its width."""
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
