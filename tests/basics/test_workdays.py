"""Working days with the holidays of a year (EL-14, appendix B)."""

from datetime import date

import pytest

from xunion_desktop.basics.workdays import add_workdays, is_workday

HOLIDAYS = {date(2021, 6, 14): False, date(2021, 9, 18): True, date(2021, 9, 20): False, date(2021, 9, 21): False}


@pytest.mark.parametrize(
    ("day", "number", "last"),
    [
        (date(2021, 6, 7), 4, date(2021, 6, 11)),
        (date(2021, 6, 11), 4, date(2021, 6, 18)),
        (date(2021, 6, 11), 1, date(2021, 6, 15)),
        (date(2021, 9, 17), 1, date(2021, 9, 18)),
        (date(2021, 9, 18), 1, date(2021, 9, 22)),
        (date(2021, 6, 12), 0, date(2021, 6, 12)),
        (date(2021, 6, 15), -1, date(2021, 6, 11)),
    ],
)
def test_working_days_skip_weekends_and_holidays(day, number, last):
    assert add_workdays(day, number, HOLIDAYS) == last


def test_a_weekend_works_where_the_list_says_so():
    assert is_workday(date(2021, 9, 18), HOLIDAYS)
    assert not is_workday(date(2021, 9, 18), {})
