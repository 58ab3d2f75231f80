"""Document numbers (文号): 代字〔年〕n号, one count per 代字 and year, without gaps (DC-30)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, order=True)
class SpelledNumber:
    """One document number taken apart."""

    prefix: str
    year: int
    serial: int

    def __str__(self) -> str:
        """Write it as it is printed."""
        return spelled(self.prefix, self.year, self.serial)


def spelled(prefix: str, year: int, serial: int) -> str:
    """Write a number: full-width 〔〕, whole year, no leading zero, no 第."""
    return f"{prefix}〔{year}〕{serial}号"


def read_number(text: str) -> SpelledNumber:
    """Take a number apart that was written by ``spelled``."""
    prefix, _, rest = text.partition("〔")
    year, _, serial = rest.partition("〕")
    return SpelledNumber(prefix, int(year), int(serial.removesuffix("号")))


def following(taken: int | None) -> int:
    """Give the serial after the highest one taken so far in this 代字 and year (None = none yet)."""
    return (taken or 0) + 1


def span_said(numbers: Iterable[SpelledNumber]) -> str:
    """Say numbers short: 兴工函〔2026〕38–46、49号; several 代字 or years are listed in turn."""
    found: dict[tuple[str, int], set[int]] = {}
    for number in numbers:
        found.setdefault((number.prefix, number.year), set()).add(number.serial)
    return "、".join(f"{prefix}〔{year}〕{_runs(serials)}号" for (prefix, year), serials in found.items())


def _runs(serials: Iterable[int]) -> str:
    """Those that follow each other are said by the first and the last."""
    runs = [[serial for _, serial in run] for _, run in groupby(enumerate(sorted(serials)), lambda at: at[1] - at[0])]
    return "、".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
