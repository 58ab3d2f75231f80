"""Axes with round ticks, values told in 万, shares that add up to 100 %."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xunion_desktop.paper.charts.scale import WAN, counted_in, percentages, scale_for, shown

NUMBERS = st.lists(st.floats(-1e9, 1e9, allow_nan=False).filter(lambda n: n == 0 or abs(n) > 1e-6), max_size=20)


@pytest.mark.parametrize(
    ("values", "low", "high", "step"),
    [
        ([], 0, 1, 1),
        ([0], 0, 1, 1),
        ([7], 0, 8, 2),
        ([1, 2, 3], 0, 3, 1),
        ([37], 0, 40, 10),
        ([-30, 28], -40, 40, 20),
        ([0.3], 0, 0.3, 0.1),
        ([12345], 0, 12500, 2500),
    ],
)
def test_the_ticks_of_an_axis_are_round(values, low, high, step):
    scale = scale_for(values)
    assert (scale.low, scale.high) == pytest.approx((low, high))
    assert scale.step == pytest.approx(step)


@given(NUMBERS)
def test_an_axis_holds_all_its_values_and_zero(values):
    scale = scale_for(values)
    assert scale.low <= min([0, *values]) + abs(scale.step) * 1e-6
    assert scale.high >= max([0, *values]) - abs(scale.step) * 1e-6


@given(NUMBERS)
def test_an_axis_has_few_ticks(values):
    assert 2 <= len(scale_for(values).ticks) <= 9


@given(st.lists(st.integers(-20, 20), min_size=1))
def test_whole_values_have_whole_ticks(values):
    assert all(tick == int(tick) for tick in scale_for(values).ticks)


def test_many_thousands_are_told_in_wan():
    assert counted_in([123_456]) == (WAN, "万")


def test_thousands_are_told_as_they_are():
    assert counted_in([99_999]) == (1, "")


@pytest.mark.parametrize(("value", "text"), [(1200, "1,200"), (1.5, "1.5"), (-0.0, "0"), (0.333, "0.33"), (-2, "-2")])
def test_a_value_is_shown_without_needless_zeros(value, text):
    assert shown(value) == text


@given(st.lists(st.integers(0, 10**6), min_size=1).filter(any))
def test_shares_add_up_to_a_hundred(values):
    assert sum(round(share * 10) for share in percentages(values)) == 1000


def test_thirds_get_the_rest_once():
    assert percentages([1, 1, 1]) == [33.4, 33.3, 33.3]


def test_nothing_has_no_shares():
    assert percentages([0, 0]) == [0.0, 0.0]
