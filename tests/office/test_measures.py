"""What a dated value may be; one that cannot be is refused beside its field, and never stops the program."""

from datetime import date

import pytest

from xunion_desktop.office import values
from xunion_desktop.office.measures import Measure, Sort, shipped_measures, value_problems
from xunion_desktop.office.pages.value_pages import VALUES
from xunion_desktop.office.records import DatedValue

TODAY = date(2026, 11, 23)
NO_DAYS = ("9999999", "九十", "-5", "1e3", "1000000000000", "60天", "60.5", "３６５１")


@pytest.mark.parametrize("text", NO_DAYS)
def test_days_that_cannot_be_are_refused_beside_the_field(text):
    (problem,) = DatedValue(name=values.DUE_SOON_DAYS, value=text).problems(TODAY)
    assert (problem.field, problem.remedy) == ("value", "填 0 到 3,650 的整数；不知道就留空。")


@pytest.mark.parametrize("text", ["0", "-1", "1e3"])
def test_a_line_of_members_begins_with_one(text):
    assert value_problems(values.UNION_NEEDED_FROM, text)


@pytest.mark.parametrize("text", ["180、90、30、0", "180,90", "180 90", "３０"])
def test_a_list_of_numbers_is_understood(text):
    assert value_problems(values.REMINDER_DAYS, text) == []


def test_one_number_of_a_list_beyond_the_limits_is_refused():
    assert value_problems(values.REMINDER_DAYS, "180、99999")


def test_a_decimal_may_have_a_fraction():
    assert Measure(Sort.DECIMAL, 0, 100).numbers("0.5") is not None


def test_yes_or_no_is_nothing_else():
    assert [bool(value_problems(values.ODD_COMMITTEE, text)) for text in ("是", "否", "有时")] == [False, False, True]


def test_a_name_of_the_office_is_free():
    assert value_problems("示例口径", "九十") == []


def test_what_is_not_known_may_stay_empty():
    assert DatedValue(name=values.DUE_SOON_DAYS, value=None).problems(TODAY) == []


def test_every_shipped_value_is_what_its_name_measures(book):
    rows = list(DatedValue.alive())
    assert {row.name for row in rows} == set(shipped_measures())
    assert [row.name for row in rows if not row.is_sound] == []


@pytest.fixture
def stored(book):
    """A value that got into the book some other way (an older program, a package)."""

    def store(text):
        row = DatedValue.get(DatedValue.name == values.DUE_SOON_DAYS)
        row.value = text
        with book.deed("从旧本子来") as deed:
            deed.save(row)
        return row

    return store


@pytest.mark.parametrize("text", NO_DAYS)
def test_a_stored_value_that_cannot_be_counts_as_not_set(stored, text):
    stored(text)
    assert values.dated_number(values.DUE_SOON_DAYS, TODAY) is None


def test_a_stored_value_that_cannot_be_is_told(stored):
    stored("9999999")
    assert values.explained(values.DUE_SOON_DAYS, TODAY) == "换届到期提前天数：9999999 天，不合理，按未设置算。"


def test_the_page_shows_that_the_value_cannot_be(stored):
    assert VALUES.heading(stored("九十")).state == "不合理"
