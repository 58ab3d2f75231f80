"""Sums of a table's columns."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xunion_desktop.basics.problems import refuses
from xunion_desktop.paper.tabular import Column
from xunion_desktop.paper.totals import Adder, read_value

COLUMNS = (Column(("项目",)), Column(("数量",), "whole", total=True), Column(("金额",), "money", total=True))


@pytest.fixture
def adder():
    return Adder(COLUMNS)


def sums(adder, *rows):
    return adder.add([adder.values(row, number) for number, row in enumerate(rows, 1)])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.50", "1234.5"),
        ("￥80", "80"),
        ("80元", "80"),
        ("", "0"),
        ("—", "0"),
        ("-3", "-3"),
        ("１２", "12"),
        ("1，２34．5", "1234.5"),
        ("5.", "5"),
        (".5", "0.5"),
    ],
)
def test_a_number_is_read_as_it_is_written(text, value):
    assert read_value(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "十二",
        "12人",
        "NaN",
        "1e",
        "inf",
        "1e5",
        "1E5",
        "１ｅ５",
        "Infinity",
        "1_000",
        "1,2",
        "12,34",
        "1.2.3",
        "+",
        ".",
        "٣",
    ],
)
def test_what_is_no_number_is_none(text):
    assert read_value(text) is None


def test_money_is_shown_to_the_fen(adder):
    assert adder.shown(sums(adder, ("球", "2", "1,200"), ("网", "1", "0.5"))) == {1: "3", 2: "1,200.50"}


def test_numbers_keep_the_decimals_they_came_with(adder):
    assert adder.shown(sums(adder, ("线", "1.25", "0"), ("绳", "2.5", "0")))[1] == "3.75"


def test_a_cell_that_is_no_number_names_row_and_column(adder):
    sums(adder, ("球", "2", "1"), ("网", "两个", "1"))
    assert "第 2 行的“数量”写的是“两个”" in adder.problems[0].sentence
    assert refuses(adder.problems)


def test_a_power_of_ten_is_refused_and_not_added_up(adder):
    assert sums(adder, ("球", "1", "1e5")) == (1, 0)
    assert "“金额”写的是“1e5”，不是能相加的数" in adder.problems[0].sentence


def test_an_amount_finer_than_a_fen_is_refused(adder):
    sums(adder, ("球", "1", "0.005"))
    assert "比分还小" in adder.problems[0].sentence


def test_the_last_money_is_written_in_capitals(adder):
    """DC-32."""
    assert adder.capitals(sums(adder, ("球", "1", "1,680.32"))) == "人民币壹仟陆佰捌拾元叁角贰分"


def test_a_negative_sum_is_not_written_in_capitals(adder):
    assert adder.capitals(sums(adder, ("退款", "1", "-1"))) == ""
    assert refuses(adder.problems)


def test_a_table_without_money_has_no_capitals():
    adder = Adder(COLUMNS[:2])
    assert adder.capitals(sums(adder, ("球", "1"))) == ""
    assert adder.problems == []


@given(st.lists(st.integers(-(10**12), 10**12), max_size=20), st.integers(0, 20))
def test_the_parts_add_up_to_the_whole(fens, cut):
    adder = Adder(COLUMNS[::2])
    values = [adder.values(("", str(Decimal(fen) / 100)), 1) for fen in fens]
    assert adder.add((adder.add(values[:cut]), adder.add(values[cut:]))) == adder.add(values)
    assert adder.add(values)[0] * 100 == sum(fens)
