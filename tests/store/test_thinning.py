"""Thinning over simulated days: what stays is dense near today and thins out, and nothing good is lost to the clock."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from xunion_desktop.store.thinning import keep

NOW = datetime(2026, 11, 24, 18, 0)
DAY = timedelta(days=1)


def office(days: int, months: int, per_day: int = 6) -> set[datetime]:
    """What is left after an office backed up ``per_day`` times on every working day and thinned each time."""
    kept: set[datetime] = set()
    for day in reversed(range(days)):
        if (NOW - day * DAY).weekday() >= 5:
            continue
        for hour in reversed(range(per_day)):
            now = NOW - day * DAY - timedelta(hours=hour)
            kept = keep(kept | {now}, now, months)
    return kept


def between(times: set[datetime], first: int, last: int) -> list[datetime]:
    """Those that are from ``first`` to less than ``last`` days old."""
    return sorted(time for time in times if first * DAY <= NOW - time < last * DAY)


@pytest.fixture(scope="module")
def three_years() -> set[datetime]:
    return office(1095, 24)


def test_all_of_two_days_stay(three_years: set[datetime]):
    assert len(between(three_years, 0, 2)) == 12


def test_then_the_last_of_each_day_for_two_weeks(three_years: set[datetime]):
    daily = between(three_years, 2, 14)
    assert {time.hour for time in daily} == {18}
    assert [time.date() for time in daily] == sorted({time.date() for time in daily})
    assert len(daily) == 8  # working days from 11 to 20 November


def test_then_the_last_of_each_week_for_three_months(three_years: set[datetime]):
    fridays_and_ends_of_months = between(three_years, 14, 92)
    assert all(time.weekday() == 4 or (time + DAY).month != time.month for time in fridays_and_ends_of_months)
    assert len([time for time in fridays_and_ends_of_months if time.weekday() == 4]) == 11


def test_then_the_last_of_each_month_until_the_age_set_in_office(three_years: set[datetime]):
    months = [(time.year, time.month) for time in between(three_years, 92, 5000)]
    year = [(2025, month) for month in range(1, 13)]
    assert months == [(2024, 11), (2024, 12), *year, *((2026, month) for month in range(1, 8))]


def test_no_age_means_for_good():
    assert len(office(1095, 0)) > len(office(1095, 24))


@pytest.mark.parametrize(
    ("ages", "kept"),
    [
        ([0.0], [0.0]),  # days
        ([0.1, 0.2, 1.9], [0.1, 0.2, 1.9]),
        ([3.0, 3.1, 3.2], [3.0]),
        ([400.0], [400.0]),  # the last one is never removed
        ([-365.0, 0.0], [-365.0, 0.0]),  # made before the clock was set back
    ],
)
def test_rules_one_by_one(ages: list[float], kept: list[float]):
    times = {NOW - age * DAY for age in ages}
    assert keep(times, NOW, 12) == {NOW - age * DAY for age in kept}


def test_a_clock_that_is_ten_years_ahead_costs_not_all():
    times = office(60, 12)
    kept = keep(times | {NOW + 3650 * DAY}, NOW + 3650 * DAY, 12)
    assert len({time.date() for time in kept & times}) == 4


def test_thinning_twice_removes_no_more():
    times = office(400, 12)
    assert keep(times, NOW, 12) == times


def test_nothing_is_kept_of_nothing():
    assert keep([], NOW, 12) == set()


def test_every_month_of_an_office_that_backs_up_once_a_week_is_there():
    times: set[datetime] = set()
    for week in reversed(range(60)):
        now = NOW - week * 7 * DAY
        times = keep(times | {now}, now, 24)
    assert {(time.year, time.month) for time in times} >= {(2026, month) for month in range(1, 12)}
