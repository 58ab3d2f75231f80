"""Numbers in cells: counts, years, 届次, money, percent; and the digits of long numbers that spreadsheets spoil."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal

from xunion_desktop.basics.money import read_amount
from xunion_desktop.basics.problems import Problem
from xunion_desktop.basics.wording import read_number, read_ordinal
from xunion_desktop.sheets.cells import Cell, plain
from xunion_desktop.sheets.importer import Reading

_WHOLE = re.compile(r"([+-]?\d+)(?:\.0*)?(?:[人名个家户岁年届次期张份]|人次|周岁)?")
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_SCIENTIFIC = re.compile(r"(\d)(?:\.(\d+))?[Ee]\+?(\d{1,3})")
_YEARS = re.compile(r"(\d{1,2}|[一二三四五六七八九十]{1,3})(?:\.0)?(?:年|周年)?(?:一届|制)?")
_KEPT_DIGITS = 10**15  # spreadsheets keep 15 digits of a number


def read_whole(cell: Cell, _today: date) -> Reading:
    """A count: 40, 40.0, '1,234', '40人', '４０', 四十."""
    if isinstance(cell, bool | date):
        return _no_number(cell)
    if isinstance(cell, float) and not cell.is_integer():
        return Reading(problem=Problem(f"“{plain(cell)}”不是整数。", remedy="请改成整数。"))
    text = _tidy(cell)
    found = _WHOLE.fullmatch(text)
    number = int(found[1]) if found else read_number(text)
    return _no_number(cell) if number is None else Reading(number)


def read_years(cell: Cell, _today: date) -> Reading:
    """A length in years: 5, '5年', '三年', '3年一届'."""
    found = None if isinstance(cell, date) else _YEARS.fullmatch(_tidy(cell))
    number = read_number(found[1]) if found else None
    if number is None:
        return Reading(problem=Problem(f"读不懂年数“{plain(cell)}”。", remedy="请写成 3 或 5。"))
    return Reading(number)


def read_session(cell: Cell, _today: date) -> Reading:
    """届次 (EL-10): '第四届', '三', '2', 2."""
    number = read_ordinal(cell if isinstance(cell, int | float) else plain(cell))
    if number is None:
        return Reading(problem=Problem(f"读不懂届次“{plain(cell)}”。", remedy="请写成“第四届”或 4。"))
    return Reading(number)


def read_money(cell: Cell, _today: date) -> Reading:
    """Whole fen of an amount in yuan: 1234.5, '1,234.50', '1.2万'."""
    if isinstance(cell, bool | date):
        return _no_number(cell)
    if isinstance(cell, int | float):
        fen = Decimal(repr(cell)) * 100
        amount = int(fen.to_integral_value()) if abs(fen - fen.to_integral_value()) < Decimal("0.001") else None
    else:
        amount = read_amount(plain(cell))
    if amount is None:
        return Reading(problem=Problem(f"读不懂金额“{plain(cell)}”。", remedy="请写成 1234.50，最多到分。"))
    return Reading(amount)


def read_percent(cell: Cell, _today: date) -> Reading:
    """Hundredths of a percent: the cell 0.864 (shown as 86.4%), '86.4%', 86.4."""
    text = _tidy(cell)
    found = None if isinstance(cell, bool | date) else re.fullmatch(r"(\d+(?:\.\d+)?)(%?)", text)
    if not found:
        return _no_number(cell)
    number = Decimal(found[1])
    if not found[2] and number <= 1:
        number *= 100
    return Reading(int((number * 100).to_integral_value()))


def read_digits(cell: Cell) -> Reading:
    """A number that names something (phone, id, account, code) as text, with all its digits.

    An ERROR where the spreadsheet has dropped digits: 1.38E+10, or more than 15 digits kept as a number.
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _lost(cell) if abs(cell) >= _KEPT_DIGITS else Reading(plain(cell))
    text = plain(cell)
    found = _SCIENTIFIC.fullmatch(text)
    if found:
        digits, exponent = found[1] + (found[2] or ""), int(found[3])
        return Reading(digits.ljust(exponent + 1, "0")) if len(digits) > exponent else _lost(cell)
    return Reading(re.sub(r"^(\d+)\.0+$", r"\1", text))


def _lost(cell: Cell) -> Reading:
    sentence = f"长数字“{cell}”被表格软件变成科学计数，后几位已丢。"
    return Reading(problem=Problem(sentence, remedy="请按原始材料重新填写；表格里先把这一列设成“文本”。"))


def _no_number(cell: Cell) -> Reading:
    return Reading(problem=Problem(f"这里应是数字，表里是“{plain(cell)}”。", remedy="请改成数字。"))


def _tidy(cell: Cell) -> str:
    """Half-width, without blanks and thousands marks."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", plain(cell)))
    return _GROUPED.sub("", text)
