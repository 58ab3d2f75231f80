"""Totals: the sums of a table's columns on each page, from page to page and at its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from unicodedata import normalize

from xunion_desktop.basics.capitals import capitals_problems, in_capitals
from xunion_desktop.basics.money import show_amount
from xunion_desktop.basics.problems import Problem

from .tabular import Column

SUMS = frozenset({"合计", "总计", "小计", "共计"})
NOTHING = frozenset({"", "-", "—", "——", "/"})  # what stands in a cell that counts for nothing
_NUMBER = re.compile(r"[+-]?(?=\.?\d)(?:\d{1,3}(?:,\d{3})+|\d+)?(?:(?<=\d)\.|\.\d+)?", re.ASCII)

Values = tuple[Decimal, ...]


def read_value(text: str) -> Decimal | None:
    """The number in a cell; None where it is none that could be added up."""
    plain = normalize("NFKC", text).replace("−", "-").strip().strip("¥￥元")
    if plain in NOTHING:
        return Decimal(0)
    return Decimal(plain.replace(",", "")) if _NUMBER.fullmatch(plain) else None


class Adder:
    """Adds up the columns of a table that ask for it, and says which cells it cannot read."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = columns
        self.places = [at for at, column in enumerate(columns) if column.total]
        self.problems: list[Problem] = []
        self._decimals = dict.fromkeys(self.places, 0)

    @property
    def nothing(self) -> Values:
        """The sums of no rows."""
        return tuple(Decimal(0) for _ in self.places)

    def values(self, row: Sequence[str], number: int) -> Values:
        """The values of one row; ``number`` is how a problem names it."""
        return tuple(self._value(row[at], at, number) for at in self.places)

    def add(self, rows: Iterable[Values]) -> Values:
        """The sums of these rows."""
        return tuple(sum(column, Decimal(0)) for column in zip(self.nothing, *rows, strict=True))

    def shown(self, sums: Values) -> dict[int, str]:
        """The sums as they are printed, by the place of their column."""
        return {at: self._shown(value, at) for at, value in zip(self.places, sums, strict=True)}

    def row(self, sums: Values) -> list[str]:
        """A row of the sums alone; for the widths of the columns."""
        shown = self.shown(sums)
        return [shown.get(at, "") for at in range(len(self._columns))]

    def capitals(self, sums: Values) -> str:
        """The last sum of money in capitals; "" where it cannot be written so, and that is a problem."""
        money = [value for at, value in zip(self.places, sums, strict=True) if self._columns[at].kind == "money"]
        if not money:
            return ""
        fen = int(money[-1] * 100)
        found = capitals_problems(fen, "合计")
        self.problems += found
        return "" if found else in_capitals(fen)

    def _value(self, text: str, at: int, number: int) -> Decimal:
        value = read_value(text)
        column = self._columns[at]
        if value is None:
            self._refuse(number, f"“{column.label}”写的是“{text}”，不是能相加的数", "请只写数字，不带单位。")
            return Decimal(0)
        finest = -int(value.as_tuple().exponent) if value else 0
        if column.kind == "money" and finest > 2:
            self._refuse(number, f"“{column.label}”写的是“{text}”，比分还小", "请四舍五入到分。")
        self._decimals[at] = max(self._decimals[at], finest)
        return value

    def _refuse(self, number: int, said: str, remedy: str) -> None:
        self.problems.append(Problem(f"第 {number} 行的{said}。", remedy=remedy))

    def _shown(self, value: Decimal, at: int) -> str:
        if self._columns[at].kind == "money":
            return show_amount(int(value * 100))
        return f"{value:,.{self._decimals[at]}f}"
