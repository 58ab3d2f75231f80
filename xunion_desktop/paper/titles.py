"""Titles: broken by sense into lines that make a trapezoid or a diamond (DC-10 table, 标题).

A line never ends inside a word of the office's language or with 和, never begins with 的, and no two breaks make an
hourglass. A writer who knows better puts a line break into the title; then nothing is decided here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from math import ceil

from .breaking import NEVER_FIRST, NEVER_LAST
from .fonts import is_wide
from .setting import Compositor
from .titlewords import WORDS

ONE_LINE = 18.0  # characters of 二号 on one line; 20 would touch both edges
REACH = 4  # characters that a cut may stand off the even place
KEPT = 300  # ways to cut that are followed further

_COUNT = "[0-9一二三四五六七八九十百千零〇两]+"
_COUNTED = "届(?:委员会|理事会)?|次(?:全体会议|会员代表大会|会员大会|职工代表大会)?|[期号批个项条章季轮]"
_WHOLE = re.compile(  # 第十二届委员会, 第三次, 2026年12月28日, 2026—2030年, ——, 《吕梁市总工会
    f"第{_COUNT}(?:{_COUNTED})?|{_COUNT}(?:—{_COUNT})?年(?:{_COUNT}月(?:{_COUNT}日)?)?|{_COUNT}月{_COUNT}日|——"
    "|(?<=[《“、])[^《“、]{1,3}[省市县区]总工会"
)

_ENDS_A_NAME = re.compile("[局厅](?![长面部机域势])")

_INSIDE, _HALF_KNOWN, _UNKNOWN = 100.0, 6.0, 14.0
_LOOSE_END, _EQUAL, _HOURGLASS, _SHORT, _LINE = 60.0, 12.0, 60.0, 80.0, 12.0


def break_title(title: str) -> tuple[str, ...]:
    """The lines of a title."""
    if "\n" in title:
        return tuple(line.strip() for line in title.split("\n") if line.strip())
    return break_by_sense(title, ONE_LINE)


@lru_cache(512)
def break_by_sense(text: str, room: float) -> tuple[str, ...]:
    """The lines of a text of which each has ``room`` characters, one more where the sense asks for it."""
    width = _width(text)
    if width <= room:
        return (text,) if text else ()
    least = ceil(width / room)
    cuts = min(
        (candidate for lines in (least, least + 1) for candidate in _candidates(text, lines)),
        key=lambda candidate: (_cost(text, candidate, room), candidate),
    )
    edges = (0, *cuts, len(text))
    return tuple(text[start:end] for start, end in pairwise(edges))


def lines_that_fit(title: str, room: float, size: float, compositor: Compositor) -> tuple[tuple[str, ...], float]:
    """The lines of a title over a table ``room`` mm wide, and the type in points in which they all go into it."""
    written = tuple(line.strip() for line in title.splitlines() if line.strip())
    if not written or max(compositor.line(line, "小标宋", size).width for line in written) <= room:
        return written, size
    lines = break_title(title)
    widest = max(compositor.line(line, "小标宋", size).width for line in lines)
    return lines, min(size, size * room / widest)


def _candidates(title: str, lines: int) -> list[tuple[int, ...]]:
    """The best ways to cut into this many lines, each cut not far from where an even one would be."""
    step = len(title) / lines
    found: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    for number in range(1, lines):
        even = round(step * number)
        near = range(max(1, even - REACH), min(len(title), even + REACH + 1))
        longer = (
            (cost + _break_cost(title, cut) + 0.8 * (cut - (cuts[-1] if cuts else 0) - step) ** 2, (*cuts, cut))
            for cost, cuts in found
            for cut in near
            if not cuts or cut > cuts[-1]
        )
        found = sorted(longer)[:KEPT]
    return [cuts for _, cuts in found]


def _cost(title: str, cuts: tuple[int, ...], room: float) -> float:
    edges = (0, *cuts, len(title))
    widths = [_width(title[start:end]) for start, end in pairwise(edges)]
    return sum(_break_cost(title, cut) for cut in cuts) + _shape_cost(widths, room)


def _shape_cost(widths: list[float], room: float) -> float:
    mean = sum(widths) / len(widths)
    cost = sum((width - mean) ** 2 for width in widths) * 0.8 + len(widths) * _LINE
    cost += sum(1000.0 for width in widths if width > room + 1)
    cost += sum(_SHORT for width in widths if width < min(4.0, room / 4))
    cost += _EQUAL if max(widths) - min(widths) < 1 else 0.0
    hourglass = any(a > b < c for a, b, c in zip(widths, widths[1:], widths[2:], strict=False))
    return cost + (_HOURGLASS if hourglass else 0.0)


def _break_cost(title: str, cut: int) -> float:
    before, after = title[cut - 1], title[cut]
    if after in NEVER_FIRST or before in NEVER_LAST or (before.isascii() and after.isascii()):
        return 10 * _INSIDE
    if _inside_word(title, cut) or _ENDS_A_NAME.match(title, cut):
        return _INSIDE
    if after in "的之" or before in "和及与暨":
        return _LOOSE_END
    if after in "《“第" or before in "》”、" or after in "和及与暨":
        return 0.0
    known = title[:cut].endswith(WORDS), title.startswith(WORDS, cut)
    return (_UNKNOWN, _HALF_KNOWN, 0.0)[sum(known)]


@lru_cache(4096)
def _inside_word(title: str, cut: int) -> bool:
    if any(found.start() < cut < found.end() for found in _WHOLE.finditer(title)):
        return True
    return any(title.startswith(word, start) for word in WORDS for start in range(max(0, cut - len(word) + 1), cut))


def _width(text: str) -> float:
    return sum(1.0 if is_wide(char) else 0.5 for char in text)
