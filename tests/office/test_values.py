"""The one way to the office's data: dated values by day, dictionaries by year, holidays."""

from datetime import date

import pytest

from xunion_desktop.basics.workdays import add_workdays
from xunion_desktop.office import values
from xunion_desktop.office.records import DatedValue, Entry, Holiday
from xunion_desktop.office.words import OFFERED, office_words

TODAY = date(2026, 11, 23)
RATE = "示例比例"


@pytest.fixture
def rates(book):
    """40 until the end of March 2024 (known to the month), 45 from April 2024 on."""
    with book.deed("设比例") as deed:
        deed.save(DatedValue(name=RATE, value="40", unit="%", valid_to="2024-03", source="旧办法"))
        deed.save(DatedValue(name=RATE, value="45", unit="%", valid_from="2024-04", source="新办法", doc_no="示例1号"))


def test_value_holds_to_the_last_day_of_its_month(rates):
    assert values.dated(RATE, date(2024, 3, 31)) == "40"


def test_next_value_holds_from_the_first_day_of_its_month(rates):
    assert values.dated(RATE, date(2024, 4, 1)) == "45"


def test_value_nobody_declared_is_not_set(book):
    assert values.dated("没有这个数", TODAY) is None


def test_value_present_by_name_only_is_not_set(book):
    assert values.dated("节日慰问年度限额", TODAY) is None
    assert values.explained("节日慰问年度限额", TODAY) == "节日慰问年度限额：未设置。"


def test_unknown_value_is_shown_as_not_set(book):
    assert DatedValue.get(DatedValue.name == "节日慰问年度限额").title() == "节日慰问年度限额：未设置"


def test_deleted_value_no_longer_holds(book, rates):
    with book.deed("删") as deed:
        deed.delete(DatedValue.get((DatedValue.name == RATE) & (DatedValue.value == "45")))
    assert values.dated(RATE, TODAY) is None


def test_explanation_names_span_and_source(rates):
    assert values.explained(RATE, TODAY) == "示例比例：45 %（自2024年4月起；新办法，示例1号）。"


def test_explanation_says_where_the_day_is_not_certain(rates):
    assert "请核对当天是否适用" in values.explained(RATE, date(2024, 4, 10))


def test_reminder_days_are_a_list(book):
    assert values.dated_numbers(values.REMINDER_DAYS, TODAY) == [180, 90, 30, 0]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        (values.DUE_SOON_DAYS, 60),
        (values.REQUEST_DAYS, 15),
        (values.LONGEST_EXTENSION, 183),
        (values.WOMEN_COMMITTEE_FROM, 10),
        (values.UNION_NEEDED_FROM, 25),
    ],
)
def test_numbers_the_first_paper_needs_are_shipped(book, name, number):
    assert values.dated_number(name, TODAY) == number


def test_terms_are_three_or_five_years(book):
    assert values.dated_numbers(values.TERM_YEARS, TODAY) == [3, 5]


def test_words_of_a_year_belong_to_that_year_alone(book):
    assert "“六乱”整治" in values.words(values.FOCUS_TASKS, date(2021, 6, 1))
    assert values.words(values.FOCUS_TASKS, date(2022, 6, 1)) == []


def test_townships_stand_in_the_order_of_their_codes(book):
    codes = [entry.code for entry in values.entries(values.TOWNSHIPS, TODAY)]
    assert codes == sorted(codes)


def test_every_dictionary_has_its_source(book):
    assert {entry.word for entry in Entry.select() if not entry.source} == set()


def test_working_days_follow_the_notice(book):
    known = values.holidays(2026)
    assert add_workdays(date(2026, 9, 30), 1, known) == date(2026, 10, 8)
    assert known[date(2026, 10, 10)] is True


def test_five_working_days_jump_the_dragon_boat_festival(book):
    assert add_workdays(date(2021, 6, 10), 5, values.holidays(2021)) == date(2021, 6, 18)


def test_year_without_a_notice_is_not_known(book):
    assert values.holidays_known(2026)
    assert not values.holidays_known(2031)


def test_working_weekends_are_weekends(book):
    assert all(date.fromisoformat(day.day).weekday() >= 5 for day in Holiday.select().where(Holiday.works))


def test_office_offers_just_the_words_it_names(book):
    assert tuple(office_words(TODAY)) == OFFERED


def test_office_words_are_empty_where_nothing_is_set(book):
    words = office_words(TODAY)
    assert (words["联系人"], words["联系电话"], words["本会地址"]) == ("", "", "")


def test_today_is_written_in_chinese(book):
    assert office_words(TODAY)["今天"] == "2026年11月23日"


def test_blank_book_has_an_unsaved_own_union(empty_book):
    assert values.office().name == ""
