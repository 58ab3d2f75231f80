"""Money in whole fen: read what a clerk types, show what a paper prints."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_AMOUNT = re.compile(r"[¥￥]?(-?)[¥￥]?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(亿|千万|百万|万|千|百)?元?")
_UNITS = {"": 1, "百": 100, "千": 1000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000}


def read_amount(text: str) -> int | None:
    """Fen of 1234.5, 1,234.50, ￥1234.50元, 1.2万; None = not understood, or finer than a fen."""
    plain = unicodedata.normalize("NFKC", text).replace("，", ",").replace("−", "-")
    found = _AMOUNT.fullmatch(re.sub(r"\s", "", plain))
    if not found or not (found[2] or (found[3] or "").strip(".")):
        return None
    number = Decimal((found[2] or "0").replace(",", "") + (found[3] or "").rstrip("."))
    fen = number * _UNITS[found[4] or ""] * 100
    if fen != fen.to_integral_value():
        return None
    return -int(fen) if found[1] else int(fen)


def show_amount(fen: int) -> str:
    """1,234.50; below zero -1,234.50."""
    yuan, rest = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{yuan:,}.{rest:02d}"
