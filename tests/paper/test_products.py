"""数量 × 单价 beside 金额."""

import pytest

from xunion_desktop.basics.problems import Level
from xunion_desktop.paper.products import product_problems
from xunion_desktop.paper.tabular import Column, Table

COLUMNS = tuple(Column((label,)) for label in ("项目", "数量", "单价", "金额"))


def told(*cells, columns=COLUMNS):
    return [problem.sentence for problem in product_problems(Table((Column(("序号",), "serial"), *columns), (cells,)))]


@pytest.mark.parametrize(
    "cells",
    [
        ("水", "2", "3.00", "6"),
        ("水", "２箱", "1,500", "3,000.00"),
        ("水", "3", "33.333", "100.00"),
        ("水", "", "", "6"),
        ("水", "—", "3", "6"),
        ("水", "一批", "6", "6"),
        ("补助", "12人×3天", "10", "360"),
        ("合计", "2", "3", "9"),
        ("水", "2", "3", "六元"),
        ("水",),
    ],
)
def test_what_fits_or_cannot_be_told_is_no_doubt(cells):
    assert told(*cells) == []


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("水", "2", "3.00", "7"), "第 1 行的数量乘单价是 6.00，“金额”写的是“7”。"),
        (("水", "2", "3.00", ""), "第 1 行的数量乘单价是 6.00，“金额”写的是“”。"),
        (("1", "米面油", "10", "120"), "第 1 行的“数量”写的是“米面油”，不是数。"),
        (("水", "2", "1e5", "6"), "第 1 行的“单价”写的是“1e5”，不是数。"),
    ],
)
def test_what_does_not_fit_is_told_by_its_row(cells, said):
    assert told(*cells) == [said]


def test_it_is_a_doubt():
    [problem] = product_problems(Table(COLUMNS, (("水", "2", "3", "7"),)))
    assert problem.level is Level.DOUBT


def test_a_table_without_these_columns_has_no_products():
    assert told("水", "2", "3", columns=COLUMNS[:3]) == []
