"""Capitals: an amount as it is written in full on vouchers and tables (人民币大写, DC-32, 支付结算办法附一)."""

from __future__ import annotations

from .money import show_amount
from .problems import Problem

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("仟", "佰", "拾", "")
_LARGEST = 10**18  # fen: beyond 9,999 万亿 there is no word


def in_capitals(fen: int) -> str:
    """Write whole fen in capitals: 1005 元 → 人民币壹仟零伍元整.

    House style where the rule leaves the choice: no 零 before 角 after a yuan that ends in 0, no 整 after 角. What
    cannot be written so (``capitals_problems``) is a ValueError.
    """
    if capitals_problems(fen):
        raise ValueError(fen)
    yuan, rest = divmod(fen, 100)
    jiao, cent = divmod(rest, 10)
    words = f"{_spelled(yuan)}元" if yuan or not rest else ""
    if jiao:
        words += f"{_DIGITS[jiao]}角"
    elif cent and yuan:
        words += "零"
    return f"人民币{words}{_DIGITS[cent]}分" if cent else f"人民币{words}{'' if jiao else '整'}"


def capitals_problems(fen: int, field: str = "") -> list[Problem]:
    """Say why this amount cannot be written in capitals."""
    if fen < 0:
        sentence = f"金额是负数（{show_amount(fen)} 元），写不成大写。"
        return [Problem(sentence, field, rule="DC-32", remedy="请核对各项金额；冲减的另列一行，合计不能是负数。")]
    if fen >= _LARGEST:
        return [Problem(f"金额 {show_amount(fen)} 元太大，写不成大写。", field, rule="DC-32", remedy="请核对金额。")]
    return []


def _spelled(number: int) -> str:
    """A whole number in words; one 零 for every run of zeros inside it, none at its end."""
    for unit, word in ((10**8, "亿"), (10**4, "万")):
        if number >= unit:
            high, low = divmod(number, unit)
            gap = "零" if 0 < low < unit // 10 else ""
            return _spelled(high) + word + gap + (_spelled(low) if low else "")
    return _below_ten_thousand(number)


def _below_ten_thousand(number: int) -> str:
    words, gap = "", False
    for digit, place in zip(f"{number:04d}", _PLACES, strict=True):
        if digit == "0":
            gap = bool(words)
        else:
            words += ("零" if gap else "") + _DIGITS[int(digit)] + place
            gap = False
    return words or "零"
