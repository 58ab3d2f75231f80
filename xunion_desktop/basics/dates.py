"""Dates as ledgers and clerks have them: known to the year, the month or the day, in many spellings.

The stored form everywhere is ISO text (2021, 2021-06, 2021-06-03), whose text order is the order of the dates.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import total_ordering

from .wording import read_number

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SPELLINGS = tuple(
    re.compile(spelling)
    for spelling in (
        r"(?P<y>\d{4})年?",
        r"(?P<y>\d{4})[-./、年](?P<m>\d{1,2})[月.]?",
        r"(?P<y>\d{4})[-./、年](?P<m>\d{1,2})[-./、月](?P<d>\d{1,2})[日号.]?",
        r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)?",
    )
)
_SHORT = tuple(
    re.compile(spelling) for spelling in (r"(?P<m>\d{1,2})[-./月](?P<d>\d{1,2})[日号]?", r"(?P<m>\d\d)(?P<d>\d\d)")
)
_RELATIVE = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "前天": -2, "明天": 1, "明日": 1, "后天": 2}
_CLOCK = re.compile(r"[ T]\d{1,2}:\d\d(:\d\d(\.\d+)?)?$")
_BLANK_AT_MARK = re.compile(r"(?<=[-./、年月])\s+|\s+(?=[-./、年月日号])")
_CHINESE_NUMBER = re.compile("[零〇○一二三四五六七八九十]+")
_YEARS = range(1900, 2101)


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A date known to the year, the month or the day. Ordered as its ISO text.

    ValueError where there is no such day.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The fully known date."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def parse(cls, iso: str) -> PartialDate:
        """Read the stored form; ValueError for anything else."""
        found = _ISO.fullmatch(iso)
        if not found:
            raise ValueError(iso)
        return cls(*(int(part) for part in found.groups() if part))

    @property
    def iso(self) -> str:
        """The stored form: 2021, 2021-06, 2021-06-03."""
        return f"{self.year:04d}" + "".join(f"-{part:02d}" for part in (self.month, self.day) if part is not None)

    @property
    def chinese(self) -> str:
        """As written in papers: 2021年, 2021年6月, 2021年6月3日."""
        month = "" if self.month is None else f"{self.month}月"
        return f"{self.year}年{month}" + ("" if self.day is None else f"{self.day}日")

    @property
    def first(self) -> date:
        """The first day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def exact(self) -> date | None:
        """The day, where it is known."""
        return self.first if self.day is not None else None

    def plus_years(self, years: int) -> PartialDate:
        """The same day ``years`` later, known as well as this one; 29 February falls on 28 February (EL-10)."""
        year = self.year + years
        if self.month is None or self.day is None:
            return PartialDate(year, self.month)
        return PartialDate(year, self.month, min(self.day, monthrange(year, self.month)[1]))

    def __lt__(self, other: object) -> bool:
        return self.iso < other.iso if isinstance(other, PartialDate) else NotImplemented

    def __str__(self) -> str:
        return self.iso


def read_date(text: str, today: date | None) -> PartialDate | None:
    """Read what a clerk types or a ledger holds; None = not understood, or no such day.

    Spellings: 2021-06-03, 2021/6/3, 2021.06.03, 2021年6月3日, 二〇二一年六月三日, 20210603; without the day 2021.6,
    2021年6月, 202106; the year alone 2021, 2021年. What a clerk may shorten (0801, 8.1, 8月1日, 今天, 昨天) counts
    from ``today``; a reader of ledgers gives None for it, since in a file written long ago these mean nothing sure.
    """
    plain = _plain(text)
    if today is not None and plain in _RELATIVE:
        return PartialDate.of(today + timedelta(days=_RELATIVE[plain]))
    for spelling in _SPELLINGS:
        found = spelling.fullmatch(plain)
        if found and int(found["y"]) in _YEARS:
            return _possible(found.groupdict())
    if today is not None:
        for spelling in _SHORT:
            found = spelling.fullmatch(plain)
            if found:
                return _possible({"y": str(today.year), **found.groupdict()})
    return None


def serial_date(number: float) -> date | None:
    """The day of an Excel serial number (1900 system); None for no day, for the 29 February 1900 that never was."""
    whole = int(number)
    if not 1 <= whole <= 73415 or whole == 60:  # 73415 = 2100-12-31
        return None
    return date(1899, 12, 31 if whole < 60 else 30) + timedelta(days=whole)


def _plain(text: str) -> str:
    """Half-width, without clock time and blanks beside the marks, Chinese digits as digits."""
    plain = unicodedata.normalize("NFKC", text.replace("—", "-")).strip()
    plain = _CLOCK.sub("", plain)
    plain = _BLANK_AT_MARK.sub("", plain)
    if "年" in plain or "月" in plain:
        plain = _CHINESE_NUMBER.sub(lambda found: str(read_number(found[0])), plain)
    return plain


def _possible(parts: dict[str, str | None]) -> PartialDate | None:
    """The date of these parts, None where the calendar has no such day."""
    year, month, day = (int(part) if part else None for part in (parts["y"], parts.get("m"), parts.get("d")))
    try:
        return PartialDate(year or 0, month, day)
    except ValueError:
        return None
