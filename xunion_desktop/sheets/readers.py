"""Readers: how a cell becomes the value of a column, by the column's kind.

Only the spelling is read here; whether the value may be so (check digits, more members than staff) is for the rules
of the room.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from xunion_desktop.basics.codes import tidy_code, tidy_phone
from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.basics.wording import one_line
from xunion_desktop.sheets.cells import FAULT_CODES, Cell, CellFault, is_blank, plain
from xunion_desktop.sheets.date_cells import read_date_cell, read_month_cell
from xunion_desktop.sheets.importer import Reader, Reading, Target
from xunion_desktop.sheets.labels import normal
from xunion_desktop.sheets.number_cells import (
    read_digits,
    read_money,
    read_percent,
    read_session,
    read_whole,
    read_years,
)
from xunion_desktop.store.columns import Column, Kind, is_masked

__all__ = ["read_cell", "read_session", "read_years", "reader_of"]

_STROKES = frozenset("/-—－–\\") | {"——", "--"}
_NOTHING = frozenset({"无", "空", "暂无", "没有", "不详", "未知"})
_YES = frozenset(["是", "有", "对", "已", "已建", "已成立", "√", "✓", "✔", "1", "y", "yes", "true"])
_NO = frozenset(["否", "无", "没有", "未", "未建", "未成立", "不是", "×", "✗", "x", "0", "n", "no", "false"])
_TEXTS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.YES_NO, Kind.CHOICE, Kind.LINK})


def read_cell(target: Target, cell: Cell, today: date) -> Reading:
    """The value of the cell for this target; a stroke, 无 in a column of dates or numbers, 139****7120 are blank."""
    text = plain(cell)
    if isinstance(cell, CellFault) or text in FAULT_CODES or re.fullmatch(r"Err:\d+", text):
        return Reading(
            problem=Problem(f"单元格里是公式错误 {text}，读不出内容。", remedy="请在表里改成数值，或在这里填写。")
        )
    if target.column.sensitive and is_masked(text):
        return Reading()  # it went out masked: the book knows better
    if is_blank(cell) or text in _STROKES or (target.column.kind not in _TEXTS and text in _NOTHING):
        return Reading()
    return reader_of(target)(cell, today)


def reader_of(target: Target) -> Reader:
    """The target's own reader, else that of its column's kind."""
    if target.read:
        return target.read
    column = target.column
    if column.kind is Kind.CHOICE:
        return lambda cell, today: _choice(column, cell)
    return _READERS[column.kind]


def _text(cell: Cell, _today: date) -> Reading:
    return Reading(plain(cell) or None)


def _long_text(cell: Cell, _today: date) -> Reading:
    text = cell if isinstance(cell, str) else plain(cell)
    lines = [one_line(line) for line in text.splitlines()]
    return Reading("\n".join(lines).strip() or None)


def _code(cell: Cell, _today: date) -> Reading:
    reading = read_digits(cell)
    return reading if reading.problem else Reading(tidy_code(reading.value) or None)


def _phone(cell: Cell, _today: date) -> Reading:
    reading = read_digits(cell)
    return reading if reading.problem else Reading(tidy_phone(reading.value) or None)


def _yes_no(cell: Cell, _today: date) -> Reading:
    word = unicodedata.normalize("NFKC", plain(cell)).casefold()
    if word in {"空", "不详"}:
        return Reading()
    if word in _YES or word in _NO:
        return Reading(word in _YES)
    return Reading(problem=Problem(f"这里应是“是”或“否”，表里是“{plain(cell)}”。", remedy="请改成“是”或“否”。"))


def _choice(column: Column, cell: Cell) -> Reading:
    """The value whose word this is; a word that only one choice begins with (事业 → 事业单位) is taken with a doubt."""
    if not column.choices:
        return _text(cell, date.min)
    text = normal(plain(cell))
    words = {normal(word): value for value, word in column.choices}
    if text in words:
        return Reading(words[text])
    like = [(value, word) for value, word in column.choices if normal(word).startswith(text)]
    if len(like) == 1:
        value, word = like[0]
        return Reading(value, Problem(f"“{plain(cell)}”读作“{word}”。", level=Level.DOUBT, remedy="请核对。"))
    known = "、".join(word for _, word in column.choices)
    return Reading(problem=Problem(f"{column.label}里没有“{plain(cell)}”这一项。", remedy=f"请改成：{known}。"))


_READERS: dict[Kind, Reader] = {
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _long_text,
    Kind.WHOLE: read_whole,
    Kind.MONEY: read_money,
    Kind.PERCENT: read_percent,
    Kind.DATE: read_date_cell,
    Kind.MONTH: read_month_cell,
    Kind.YES_NO: _yes_no,
    Kind.LINK: _text,
    Kind.FILE: _text,
    Kind.ID_NUMBER: _code,
    Kind.CREDIT_CODE: _code,
    Kind.PHONE: _phone,
    Kind.CARD: _code,
}
