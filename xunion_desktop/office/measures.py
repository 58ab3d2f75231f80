"""Measures: what a dated value may be: a whole number, some of them, a decimal, 是 or 否; and within which limits.

They are shipped beside the first values (``resources/values.toml``). A name that the office made up is free.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from xunion_desktop.basics.problems import Problem
from xunion_desktop.basics.resources import resource_table

_WHOLE, _DECIMAL = re.compile(r"\d{1,9}"), re.compile(r"\d{1,9}(\.\d{1,4})?")
_BETWEEN = re.compile(r"[、,;\s]+")
YES_NO = ("是", "否")


class Sort(StrEnum):
    """Of which sort a value is."""

    WHOLE = "whole"
    LIST = "list"
    DECIMAL = "decimal"
    YES_NO = "yes_no"


@dataclass(frozen=True)
class Measure:
    """The sort of a value and the least and the most that a number of it may be."""

    sort: Sort
    least: int = 0
    most: int = 0

    def numbers(self, text: str) -> list[Decimal] | None:
        """Read the numbers of a value; None where it is not of this sort or beyond the limits."""
        plain = unicodedata.normalize("NFKC", text).strip()
        if self.sort is Sort.YES_NO:
            return [] if plain in YES_NO else None
        parts = _BETWEEN.split(plain) if self.sort is Sort.LIST else [plain]
        spelling = _DECIMAL if self.sort is Sort.DECIMAL else _WHOLE
        if not all(part.isascii() and spelling.fullmatch(part) for part in parts):
            return None
        found = [Decimal(part) for part in parts]
        return found if all(self.least <= number <= self.most for number in found) else None

    @property
    def said(self) -> str:
        """What is expected, in words."""
        span = f"{self.least:,} 到 {self.most:,}"
        return {
            Sort.YES_NO: "填“是”或“否”",
            Sort.LIST: f"填 {span} 的整数，几个数用顿号隔开",
            Sort.DECIMAL: f"填 {span} 的数，可以带小数",
            Sort.WHOLE: f"填 {span} 的整数",
        }[self.sort]


@cache
def shipped_measures() -> Mapping[str, Measure]:
    """Give the measure of every shipped value, by its name."""
    content = resource_table("values.toml")
    return {row["name"]: _measure(row) for row in content["value"]}


def value_problems(name: str, text: str, field: str = "value") -> list[Problem]:
    """Refuse a value that is not what its name measures; an empty one is 未设置, a name of the office's own is free."""
    measure = shipped_measures().get(name)
    if not text or measure is None or measure.numbers(text) is not None:
        return []
    return [Problem(f"“{name}”不能是 {text}。", field, remedy=f"{measure.said}；不知道就留空。")]


def sound(name: str, text: str) -> bool:
    """Whether the program may reckon with this value."""
    return not value_problems(name, text)


def _measure(row: Mapping[str, Any]) -> Measure:
    least, most = row.get("range", (0, 0))
    return Measure(Sort(row["sort"]), least, most)
