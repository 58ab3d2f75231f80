"""Readings: how the text in a one-line field becomes a value, and how the value is written there. No Qt.

A reading returns the value and, where the text is not understood, one sentence that says what would be.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from xunion_desktop.basics.codes import tidy_code, tidy_phone
from xunion_desktop.basics.dates import read_date
from xunion_desktop.basics.money import read_amount, show_amount
from xunion_desktop.basics.wording import one_line, read_ordinal
from xunion_desktop.store.columns import Kind

LONGEST = 200  # characters of a text in one line; what is longer is a remark, or pasted by mistake
Read = Callable[[str], tuple[Any, str]]


@dataclass(frozen=True)
class Reading:
    """Both ways of one kind, and whether the field shows how it understands what is being typed."""

    read: Read
    write: Callable[[Any], str] = str
    explains: bool = False


def reading_of(kind: Kind, today: date) -> Reading:
    """The reading for values of this kind."""
    readings = {
        Kind.WHOLE: Reading(_whole, lambda value: f"{value:,}"),
        Kind.MONEY: Reading(_money, show_amount, explains=True),
        Kind.PERCENT: Reading(_percent, lambda value: f"{value / 100:.2f}%"),
        Kind.DATE: Reading(lambda text: _date(text, today), explains=True),
        Kind.MONTH: Reading(lambda text: _month(text, today), explains=True),
        Kind.CREDIT_CODE: Reading(lambda text: (tidy_code(text), "")),
        Kind.ID_NUMBER: Reading(lambda text: (tidy_code(text), "")),
        Kind.CARD: Reading(lambda text: (re.sub(r"\s", "", text), "")),
        Kind.PHONE: Reading(lambda text: (tidy_phone(text), "")),
    }
    return readings.get(kind, Reading(_text))


def _text(text: str) -> tuple[str | None, str]:
    line = one_line(text)
    if len(line) > LONGEST:
        return None, f"有 {len(line):,} 个字，最多写 {LONGEST} 个。"
    return line, ""


def _whole(text: str) -> tuple[int | None, str]:
    plain = text.replace(",", "").replace("，", "").strip()
    if re.fullmatch(r"[+-]?\d{1,15}", plain):
        return int(plain), ""
    if plain.startswith("第") and (number := read_ordinal(plain)) is not None:  # 第三届
        return number, ""
    return None, "这里填整数，如 42。"


def _money(text: str) -> tuple[int | None, str]:
    fen = read_amount(text)
    return (fen, "") if fen is not None else (None, "看不懂这个金额，可写 1234.50 或 1.2万。")


def _percent(text: str) -> tuple[int | None, str]:
    found = re.fullmatch(r"\s*(\d{1,6})(?:\.(\d{1,2}))?\s*[%％]?\s*", text)
    if found is None:
        return None, "这里填百分数，如 86.4%。"
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")), ""


def _date(text: str, today: date) -> tuple[str | None, str]:
    day = read_date(text, today)
    return (day.iso, "") if day is not None else (None, "看不懂这个日期，可写 2026-8-1、0801、8.1 或 今天。")


def _month(text: str, today: date) -> tuple[str | None, str]:
    day = read_date(text, today)
    if day is None or day.month is None:
        return None, "这里填年月，如 2026-08。"
    return f"{day.year:04d}-{day.month:02d}", ""
