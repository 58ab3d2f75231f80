"""Wording: Chinese numbers, counts with names, tidy lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_DIGITS = "零一二三四五六七八九"
_VALUES = {character: value for value, character in enumerate(_DIGITS)} | {"〇": 0, "○": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af〇"
_BLANKS = re.compile(r"[\s\u200b\u200e\u200f\u2060\ufeff]+")
_BLANK_IN_HAN = re.compile(f"(?<=[{HAN}])[\\s\u200b\u200e\u200f\u2060\ufeff]+(?=[{HAN}])")
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # controls, signs without width, those that turn the line, line ends
_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"  # letters and signs by their kind, of which nothing is drawn
_ORDINAL = re.compile(r"第?(\d{1,3}|[零〇○一二三四五六七八九十百]{1,6})(?:届.*|次|)")


def chinese_number(number: int) -> str:
    """Write 0 to 9999 as read: 5 → 五, 12 → 十二, 105 → 一百零五."""
    if not 0 <= number <= 9999:
        raise ValueError(number)
    words = ""
    gap = False
    for unit, place in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            words += ("零" if gap and words else "") + _DIGITS[digit] + place
            gap = False
        else:
            gap = True
    if words.startswith("一十"):
        words = words[1:]
    return words or "零"


def read_number(text: str) -> int | None:
    """Read 12, 十二, 二十三, 一百零五, or digits in a row (二〇一九); None = no number."""
    if text.isdecimal():
        return int(text)
    if not text or any(character not in _VALUES and character not in _PLACES for character in text):
        return None
    if not any(character in _PLACES for character in text):
        return int("".join(str(_VALUES[character]) for character in text))
    total = 0
    digit: int | None = None
    for character in text:
        if character in _PLACES:
            total += (1 if digit is None else digit) * _PLACES[character]
            digit = None
        else:
            digit = _VALUES[character]
    return total + (digit or 0)


def read_ordinal(value: object) -> int | None:
    """Read 届次 as ledgers hold it: '第四届', '三', '2', '第2届', 4, 4.0. None = none or not understood."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return int(value) if value == int(value) and value > 0 else None
    text = _BLANKS.sub("", unicodedata.normalize("NFKC", str(value))).removesuffix(".0")
    found = _ORDINAL.fullmatch(text)
    number = read_number(found[1]) if found else None
    return number or None


def in_few(sentences: Sequence[str], limit: int = 3) -> str:
    """Join the first few of some sentences, and say how many there are: 甲；乙；丙；等 9 处."""
    told = "；".join(sentence.rstrip("。；") for sentence in sentences[:limit])
    return f"{told}；等 {len(sentences)} 处" if len(sentences) > limit else told


def names_and_count(
    names: Sequence[str], total: int | None = None, unit: str = "家", limit: int = 3, gap: str = ""
) -> str:
    """Name at most ``limit`` of ``total`` things: '甲', '甲、乙2家', '甲、乙、丙等9家'.

    ``gap`` stands on both sides of the count: none on paper, a blank in the window (等 9 家).
    """
    total = len(names) if total is None else total
    named = names[:limit]
    if total <= 1 or not named:
        return "、".join(named)
    return "、".join(named) + ("等" if total > len(named) else "") + f"{gap}{total}{gap}{unit}"


def has_unseen(name: str) -> bool:
    """Whether a name holds what nobody sees, so that two that look alike are not, or a line that says another thing."""
    return any(char in _FILLERS or unicodedata.category(char) in _UNSEEN for char in name)


def one_line(text: str) -> str:
    """Tidy what was typed or pasted: no blanks at the ends or between Chinese characters, elsewhere single ones.

    Ledgers set short names apart (王　明) and indent rows with blanks of every kind.
    """
    return _BLANKS.sub(" ", _BLANK_IN_HAN.sub("", text)).strip()
