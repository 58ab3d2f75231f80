"""Document numbers (文号): 代字〔年〕n号, one count per 代字 and year, without gaps (DC-30)."""

from __future__ import annotations

from dataclasses import dataclass


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


def following(taken: int | None) -> int:
    """Give the serial after the highest one taken so far in this 代字 and year (None = none yet)."""
    return (taken or 0) + 1


def span_said(numbers: list[SpelledNumber]) -> str:
    """Say a run of numbers short: 兴工函〔2026〕38–46号; several 代字 or years are listed in turn."""
    runs: dict[tuple[str, int], list[int]] = {}
    for number in numbers:
        runs.setdefault((number.prefix, number.year), []).append(number.serial)
    return "、".join(_run(prefix, year, serials) for (prefix, year), serials in runs.items())


def _run(prefix: str, year: int, serials: list[int]) -> str:
    first, last = min(serials), max(serials)
    return spelled(prefix, year, first) if first == last else f"{prefix}〔{year}〕{first}–{last}号"
