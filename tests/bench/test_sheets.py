"""How fast sheets are read and planned, as ratios to the raw work in the same run.

Run by ``python -m pytest tests/bench/test_sheets.py -s``.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from xunion_desktop.basics.problems import Problem
from xunion_desktop.sheets.importer import Existing, Target
from xunion_desktop.sheets.plan import read_plan
from xunion_desktop.sheets.read import read_workbook
from xunion_desktop.sheets.readers import read_session, read_years
from xunion_desktop.store.columns import Column, Kind

LEDGER = Path(__file__).parents[1] / "data" / "branches_ledger.xls"
TARGETS = (
    Target(Column("name", "工会名称")),
    Target(Column("code", "统一社会信用代码", Kind.CREDIT_CODE)),
    Target(Column("founded", "建会时间", Kind.DATE)),
    Target(Column("session", "届次", Kind.WHOLE), read=read_session),
    Target(Column("start", "本届任期/起", Kind.DATE)),
    Target(Column("years", "本届任期/届(年)", Kind.WHOLE), read=read_years),
    Target(Column("staff", "职工数/总数", Kind.WHOLE)),
    Target(Column("women", "职工数/其中:女", Kind.WHOLE)),
    Target(Column("members", "会员数/总数", Kind.WHOLE)),
    Target(Column("chair", "工会主席/姓名")),
    Target(Column("phone", "工会主席/联系电话", Kind.PHONE)),
    Target(Column("womens", "女工委", Kind.YES_NO)),
)


@dataclass
class Nobody:
    """An importer without rules, so that only the sheets' own work is measured."""

    targets: tuple[Target, ...] = TARGETS
    match_by: tuple[str, ...] = ("code", "name")
    register: str = "branches"
    title: str = "台账"
    measure: str = "家"
    today: date = field(default_factory=lambda: date(2026, 11, 2))

    def complete(self, values: dict[str, Any]) -> dict[str, Any]:
        return values

    def check(self, _values: dict[str, Any]) -> list[Problem]:
        return []

    def existing(self) -> Existing:
        return Existing([])

    def remembered(self) -> dict[str, str]:
        return {}


def seconds(work: Callable[[], Any], times: int = 5) -> float:
    """The best of some runs."""
    best = 1e9
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def tell(line: str) -> None:
    """Show the figures where pytest runs with -s."""
    sys.stdout.write(f"\n{line}\n")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """100,000 rows of 12 columns."""
    path = tmp_path_factory.mktemp("large") / "large.xlsx"
    with Workbook(path, {"constant_memory": True}) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, ["工会名称", "统一社会信用代码", "建会时间", *[f"第{n}栏" for n in range(9)]])
        for row in range(1, 100_001):
            sheet.write_row(row, 0, [f"示例乡第{row}工会委员会", f"81141123MC{row:08d}"])
            sheet.write_datetime(row, 2, datetime(2020, 1, 1 + row % 28), day)
            sheet.write_row(row, 3, [row % 400, row % 40, row % 7, "是", "机关", "", "瓦塘镇", "", row])
    return path


def test_the_ledger_is_read_and_planned_well_under_half_a_second():
    taken = seconds(lambda: read_plan(read_workbook(LEDGER).first(), Nobody()))
    tell(f"ledger of 218 rows: {taken * 1000:.0f} ms")
    assert taken < 0.25


def test_a_large_sheet_takes_less_than_twice_the_time_of_bare_calamine(large):
    bare = seconds(lambda: CalamineWorkbook.from_path(large).get_sheet_by_index(0).to_python(), 2)
    ours = seconds(lambda: read_workbook(large), 2)
    tell(f"100,000 x 12: calamine {bare:.2f} s, read_workbook {ours:.2f} s, ratio {ours / bare:.2f}")
    assert ours < 2 * bare


def test_twenty_thousand_rows_are_planned_in_proportion_to_two_hundred(large):
    [sheet] = read_workbook(large).sheets
    sheet.rows, rows = sheet.rows[:201], sheet.rows
    few = seconds(lambda: read_plan(sheet, Nobody()))
    sheet.rows = rows[:20_001]
    many = seconds(lambda: read_plan(sheet, Nobody()), 1)
    tell(f"200 rows {few * 1000:.0f} ms, 20,000 rows {many:.2f} s, ratio {many / few:.0f}")
    assert many < 200 * few
