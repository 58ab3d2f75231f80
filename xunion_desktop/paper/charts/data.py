"""Data: the rows of a chart as categories and series, and what of them cannot be drawn."""

from __future__ import annotations

from dataclasses import dataclass

from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.paper.tabular import Chart
from xunion_desktop.paper.totals import read_value

from .colours import SERIES

MATTERS = "!"


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values, one for each category; ``matters`` = drawn in red."""

    name: str
    values: tuple[float, ...]
    matters: bool = False


@dataclass(frozen=True, slots=True)
class ChartData:
    """What is drawn; ``matters`` tells which categories are marked, where the chart has but one series."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    matters: tuple[bool, ...] = ()

    @property
    def values(self) -> list[float]:
        """All values."""
        return [value for series in self.series for value in series.values]


def read_data(chart: Chart) -> ChartData:
    """The data; what is no number counts as nothing (``data_problems`` says so)."""
    head, *rows = chart.rows or (("",),)
    values = [[_number(row, at) or 0.0 for row in rows] for at in range(1, len(head))]
    series = tuple(
        Series(_plain(name), tuple(column), name.startswith(MATTERS))
        for name, column in zip(head[1:], values, strict=True)
    )
    names = [row[0] for row in rows]
    return ChartData(tuple(map(_plain, names)), series, tuple(name.startswith(MATTERS) for name in names))


def data_problems(chart: Chart) -> list[Problem]:
    """The values that are no numbers, negative parts of a whole, more series than can be told apart."""
    head, *rows = chart.rows or (("",),)
    found = []
    for row in rows:
        for at in range(1, len(head)):
            value = _number(row, at)
            if value is None:
                said = f"图表里“{_plain(row[0])}”的“{_plain(head[at])}”写的是“{row[at]}”，不是数。"
                found.append(Problem(said, remedy="请只写数字，不带单位。"))
            elif value < 0 and chart.kind == "pie":
                found.append(Problem(f"“{_plain(row[0])}”是负数，画不成饼形图。", remedy="请改用条形图。"))
    if len(head) - 1 > len(SERIES) + any(name.startswith(MATTERS) for name in head[1:]):
        said = f"图表里有 {len(head) - 1} 个系列，黑白打印分不清。"
        found.append(Problem(said, level=Level.DOUBT, remedy="请合并几个。"))
    return found


def _number(row: tuple[str, ...], at: int) -> float | None:
    value = read_value(row[at].rstrip("%％")) if at < len(row) else 0
    return None if value is None else float(value)


def _plain(name: str) -> str:
    return name.removeprefix(MATTERS)
