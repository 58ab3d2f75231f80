"""Dates in cells: real dates, serial numbers, and all spellings of a ledger; what is not known is not made up."""

from __future__ import annotations

import re
from datetime import date, datetime

from xunion_desktop.basics.dates import PartialDate, read_date, serial_date
from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.sheets.cells import Cell, plain
from xunion_desktop.sheets.importer import Reading

_SERIALS = range(14_611, 73_416)  # 1940 to 2100: what stands in a ledger as 44105 is a day of these
_WHOLE = re.compile(r"\d+(?:\.0+)?")


def read_date_cell(cell: Cell, today: date) -> Reading:
    """The ISO text of a date, as far as it is known (2021, 2021-06, 2021-06-03), with a doubt where it is not whole."""
    if isinstance(cell, datetime):
        return Reading(cell.date().isoformat())
    if isinstance(cell, date):
        return Reading(cell.isoformat())
    if isinstance(cell, float) and not cell.is_integer():
        return _year_and_fraction(cell, today)
    text = plain(cell)
    if _WHOLE.fullmatch(text):
        text = text.partition(".")[0]
        if int(text) in _SERIALS:
            return _serial(int(text))
    return _spelled(text, today)


def read_month_cell(cell: Cell, today: date) -> Reading:
    """The ISO text of a month; a day that is written is let go."""
    reading = read_date_cell(cell, today)
    if reading.value is None:
        return reading
    if len(reading.value) == 4:
        return Reading(problem=Problem(f"“{plain(cell)}”没有月份。", remedy="请写成 2021-06。"))
    return Reading(reading.value[:7], None if reading.value[7:] == "" else reading.problem)


def _serial(number: int) -> Reading:
    day = serial_date(number)
    assert day
    return _doubtful(PartialDate.of(day), f"{number} 是表格软件的日期序号，读作 {day.isoformat()}。")


def _year_and_fraction(number: float, today: date) -> Reading:
    """2021.8 typed as a number is August; 2021.1 may have been 2021.10, whose nought the spreadsheet drops."""
    text = repr(number)
    if re.fullmatch(r"(?:19|20)\d\d\.1", text):
        return _doubtful(PartialDate(int(number)), f"{text} 分不清是 1 月还是 10 月，只记到年。")
    if int(number) in _SERIALS:
        return _serial(int(number))
    return _spelled(text, today)


def _spelled(text: str, today: date) -> Reading:
    found = read_date(text, None)
    if found is None:
        found = read_date(text, today)
        if found:
            return _doubtful(found, f"“{text}”没有写年份，读作 {found.chinese}。")
        return Reading(problem=Problem(f"读不懂日期“{text}”。", remedy="请写成 2021-06-03；不知道日的写 2021-06。"))
    if found.month is None:
        return _doubtful(found, f"“{text}”只有年份，月日不详。")
    if found.day is None:
        return _doubtful(found, f"“{text}”只有年月，日不详。")
    return Reading(found.iso)


def _doubtful(found: PartialDate, sentence: str) -> Reading:
    return Reading(found.iso, Problem(sentence, level=Level.DOUBT, remedy="请核对；知道准确日期的请补上。"))
