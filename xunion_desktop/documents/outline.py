"""The outline of a body: headings 一、（一）1.（1） in plain paragraphs (domain §6.3), and numbers out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.basics.wording import chinese_number, read_number

_CHINESE = "[一二三四五六七八九十]{1,3}"
_LEVELS = (
    re.compile(f"({_CHINESE})、"),
    re.compile(f"（({_CHINESE})）"),
    re.compile(r"(\d{1,2})[.．](?!\d)"),
    re.compile(r"（(\d{1,2})）"),
)
_WRITTEN = ("{}、", "（{}）", "{}.", "（{}）")


@dataclass(frozen=True)
class Heading:
    """One numbered paragraph: its place among the paragraphs, its level from 1 to 4, its number."""

    place: int
    level: int
    number: int
    mark: str

    @property
    def due(self) -> str:
        """The mark as it is written."""
        return written(self.level, self.number)


def written(level: int, number: int) -> str:
    """The mark of a heading: 三、 （三） 3. （3）."""
    return _WRITTEN[level - 1].format(chinese_number(number) if level <= 2 else number)


def heading(paragraph: str, place: int = 0) -> Heading | None:
    """What a paragraph is headed by; None = it has no number."""
    for level, pattern in enumerate(_LEVELS, 1):
        found = pattern.match(paragraph)
        number = read_number(found[1]) if found else None
        if found and number:
            return Heading(place, level, number, found[0])
    return None


def headings(paragraphs: Sequence[str]) -> list[Heading]:
    """All headings in their order."""
    return [found for place, text in enumerate(paragraphs) if (found := heading(text, place))]


def order_problems(paragraphs: Sequence[str], field: str = "") -> list[Problem]:
    """Where the numbers jump: 一、 followed by 三、; a lower level begins anew under each higher one."""
    return [
        Problem(f"“{one.mark}”前面没有“{due}”，序号不连续。", field, Level.DOUBT, "DC-31")
        for one, due in _jumps(headings(paragraphs))
    ]


def _jumps(found: Sequence[Heading]) -> Iterator[tuple[Heading, str]]:
    last = dict.fromkeys(range(1, 5), 0)
    for one in found:
        if one.number not in {last[one.level] + 1, 1}:
            yield one, written(one.level, last[one.level] + 1)
        last[one.level] = one.number
        last.update(dict.fromkeys(range(one.level + 1, 5), 0))
