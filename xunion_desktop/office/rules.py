"""What holds when: spans known to the day, the month or the year; and the plain checks of the office's own data."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.basics.wording import has_unseen

NAMES = {"name": "单位全称", "short_name": "简称", "superior": "上级工会"}
LONGEST = 40  # characters of a name; the folder of the book has it too: ours, far below what file systems take
_PREFIX = re.compile(r"[一-鿿]{1,12}")


@dataclass(frozen=True)
class Span:
    """From when to when something holds. None = no limit on that side."""

    start: PartialDate | None = None
    end: PartialDate | None = None

    def holds(self, day: date) -> bool:
        """Whether it holds on ``day``; a month or year counts whole, from its first day or to its last."""
        begun = self.start is None or self.start.first <= day
        return begun and (self.end is None or day <= self.end.last)

    def certain(self, day: date) -> bool:
        """Whether no unknown day of the month or year could change the answer for ``day``."""
        if self.start is not None and self.start.first <= day < self.start.last:
            return False
        return self.end is None or not self.end.first < day <= self.end.last

    @property
    def said(self) -> str:
        """The span in words: 自2024年1月1日起, 2021年—2023年, 长期."""
        if self.start and self.end:
            return f"{self.start.chinese}—{self.end.chinese}"
        if self.start:
            return f"自{self.start.chinese}起"
        return f"至{self.end.chinese}止" if self.end else "长期"


class Spanned(Protocol):
    """A row that holds for a span and carries a value ("" = 未设置)."""

    @property
    def span(self) -> Span:
        """From when to when it holds."""
        ...


Row = TypeVar("Row", bound=Spanned)


def holding(rows: Iterable[Row], day: date) -> Row | None:
    """Of rows of one name the one that holds on ``day``: the latest begun wins where two overlap."""
    standing = [row for row in rows if row.span.holds(day)]
    return max(standing, key=lambda row: row.span.start.first if row.span.start else date.min, default=None)


def numbers(text: str) -> list[int]:
    """Read the whole numbers of a value: '180、90、30、0' -> [180, 90, 30, 0]."""
    return [int(number) for number in re.findall(r"\d+", text)]


def span_problems(span: Span) -> list[Problem]:
    """Find a span that ends before it begins."""
    if span.start and span.end and span.end.last < span.start.first:
        return [Problem("截止早于起始。", "valid_to")]
    return []


def name_problems(names: Mapping[str, str], kept: Collection[str] = ()) -> list[Problem]:
    """Refuse names of unions, given by field (``NAMES``), that are too long or hold what nobody sees.

    Those that stand so in the book are ``kept``, and only doubted: they bar nobody from saving something else.
    """
    found = []
    for field, name in names.items():
        level = Level.DOUBT if field in kept else Level.ERROR
        if len(name) > LONGEST:
            told = f"{NAMES[field]}太长：现在 {len(name)} 个字，最多 {LONGEST} 个。"
            found.append(Problem(told, field, level, remedy="请写短一些。"))
        if has_unseen(name):
            told = f"{NAMES[field]}里有看不见的符号，多半是复制的时候带进来的。"
            found.append(Problem(told, field, level, remedy="请清空这一栏，重新打一遍。"))
    return found


def prefix_problems(word: str, field: str = "word") -> list[Problem]:
    """Refuse a 代字 that is not plain Chinese characters (DC-30). An empty one is 未设置: what needs it asks for it."""
    if not word or _PREFIX.fullmatch(word):
        return []
    return [Problem("代字只能是汉字，不带括号、年份和空格。", field, rule="DC-30", remedy="例如：兴工函。")]


def double_problems(words: Mapping[str, str]) -> list[Problem]:
    """Refuse one 代字 for two uses; ``words`` are given by field, the later one is marked (DC-30)."""
    first: dict[str, str] = {}
    doubles = [field for field, word in words.items() if word and first.setdefault(word, field) != field]
    return [Problem("这个代字另一类文件已经在用，文号会混在一起。", field, rule="DC-30") for field in doubles]


def digits_problems(text: str, field: str, label: str, count: int) -> list[Problem]:
    """Doubt a filled-in code that has not ``count`` digits."""
    if not text or (text.isascii() and text.isdigit() and len(text) == count):
        return []
    return [Problem(f"{label}应为 {count} 位数字。", field, Level.DOUBT)]


def whole_day_problems(day: PartialDate | None) -> list[Problem]:
    """Refuse a month or a year where one day is meant."""
    if day is not None and day.exact:
        return []
    return [Problem("节假日要写到日。", "day", rule="DC-33")]
