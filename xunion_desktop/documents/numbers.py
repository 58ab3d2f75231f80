"""Document numbers (文号): 代字〔年〕n号, one count per 代字 and year, without gaps (DC-30)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xunion_desktop.basics.problems import Problem

_SPELLED = re.compile(r"(?P<prefix>[一-鿿]{1,12})〔(?P<year>[12]\d{3})〕(?P<serial>[1-9]\d*)号")
_LOOSE = re.compile(r"\s*(?P<prefix>[一-鿿]+)\s*(?P<open>\S)(?P<year>\d{2,4})(?P<close>\S)(?P<rest>.*)")
_RULE = "DC-30"
_EXAMPLE = "例如：兴工函〔2026〕38号。"


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


def parse(text: str) -> SpelledNumber | None:
    """Read a number written exactly as it is printed; None = it is not one (see ``number_problems``)."""
    match = _SPELLED.fullmatch(text.strip())
    return SpelledNumber(match["prefix"], int(match["year"]), int(match["serial"])) if match else None


def following(taken: int | None) -> int:
    """Give the serial after the highest one taken so far in this 代字 and year (None = none yet)."""
    return (taken or 0) + 1


def number_problems(text: str, field: str = "number") -> list[Problem]:
    """Say what is wrong with a number typed by hand; an empty list means ``parse`` reads it."""
    if parse(text):
        return []
    return [Problem(_fault(text), field, rule=_RULE, remedy=_EXAMPLE)]


def span_said(numbers: list[SpelledNumber]) -> str:
    """Say a run of numbers short: 兴工函〔2026〕38–46号; several 代字 or years are listed in turn."""
    runs: dict[tuple[str, int], list[int]] = {}
    for number in numbers:
        runs.setdefault((number.prefix, number.year), []).append(number.serial)
    return "、".join(_run(prefix, year, serials) for (prefix, year), serials in runs.items())


def _run(prefix: str, year: int, serials: list[int]) -> str:
    first, last = min(serials), max(serials)
    return spelled(prefix, year, first) if first == last else f"{prefix}〔{year}〕{first}–{last}号"


def _fault(text: str) -> str:
    if not text.strip():
        return "没有填文号。"
    match = _LOOSE.fullmatch(text)
    if match is None:
        return "文号写成“代字〔年份〕序号号”。"
    if (match["open"], match["close"]) != ("〔", "〕"):
        return "年份要用六角括号〔〕括起来，不用方括号、圆括号。"
    if len(match["year"]) != 4:
        return "年份要写全四位。"
    return _fault_of_serial(match["rest"].strip())


def _fault_of_serial(rest: str) -> str:
    if rest.startswith("第"):
        return "序号前不加“第”。"
    if rest.startswith("0"):
        return "序号不编虚位，前面不写 0。"
    return "序号用阿拉伯数字，末尾加“号”。"
