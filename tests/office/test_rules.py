"""Spans known to the day, the month or the year, and the plain checks of the office's data."""

from dataclasses import dataclass
from datetime import date

import pytest

from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.basics.problems import Level
from xunion_desktop.office.rules import (
    Span,
    digits_problems,
    holding,
    name_problems,
    numbers,
    prefix_problems,
    span_problems,
    whole_day_problems,
)

MARCH = PartialDate(2024, 3)


@dataclass
class Row:
    value: str
    span: Span


def test_span_without_limits_always_holds():
    assert Span().holds(date(1949, 10, 1))


def test_span_from_a_month_holds_from_its_first_day():
    assert Span(start=MARCH).holds(date(2024, 3, 1))
    assert not Span(start=MARCH).holds(date(2024, 2, 29))


def test_span_to_a_month_holds_to_its_last_day():
    assert Span(end=MARCH).holds(date(2024, 3, 31))
    assert not Span(end=MARCH).holds(date(2024, 4, 1))


def test_span_to_a_year_holds_to_december():
    assert Span(end=PartialDate(2024)).holds(date(2024, 12, 31))


def test_day_inside_an_unknown_start_is_not_certain():
    assert not Span(start=MARCH).certain(date(2024, 3, 10))


def test_day_after_an_unknown_start_is_certain():
    assert Span(start=MARCH).certain(date(2024, 3, 31))


def test_day_inside_an_unknown_end_is_not_certain():
    assert not Span(end=MARCH).certain(date(2024, 3, 10))


def test_exact_span_is_certain_on_its_first_day():
    assert Span(start=PartialDate(2024, 3, 5)).certain(date(2024, 3, 5))


def test_later_begun_row_wins_where_two_hold():
    old, new = Row("old", Span(PartialDate(2020))), Row("new", Span(PartialDate(2024, 7)))
    assert holding([new, old], date(2024, 7, 1)) is new
    assert holding([new, old], date(2024, 6, 30)) is old


def test_row_without_a_start_yields_to_one_with_a_start():
    always, begun = Row("always", Span()), Row("begun", Span(PartialDate(2024)))
    assert holding([begun, always], date(2024, 5, 1)) is begun


def test_nothing_holds_before_the_first_start():
    assert holding([Row("", Span(PartialDate(2024)))], date(2023, 12, 31)) is None


def test_span_is_said_with_what_is_known():
    assert Span(MARCH).said == "自2024年3月起"
    assert Span(MARCH, PartialDate(2025)).said == "2024年3月—2025年"
    assert Span().said == "长期"


def test_span_that_ends_before_it_begins_is_refused():
    (problem,) = span_problems(Span(PartialDate(2024, 7), MARCH))
    assert problem.field == "valid_to"


def test_span_within_one_month_is_allowed():
    assert span_problems(Span(MARCH, MARCH)) == []


def test_list_of_numbers_is_read():
    assert numbers("180、90、30、0") == [180, 90, 30, 0]


@pytest.mark.parametrize("word", [" ", "兴工函〔2026〕", "兴 工函", "XGH"])
def test_prefix_that_is_not_plain_chinese_is_refused(word):
    (problem,) = prefix_problems(word)
    assert problem.rule == "DC-30"


def test_prefix_that_is_not_known_yet_is_allowed():
    assert prefix_problems("") == []


def test_plain_prefix_is_allowed():
    assert prefix_problems("兴工函") == []


@pytest.mark.parametrize("field", ["name", "short_name", "superior"])
@pytest.mark.parametrize("name", ["兴" * 41, "兴县\u200b总工会", "\u202e兴县总工会", "兴县\n总工会"])
def test_a_name_too_long_or_not_seen_whole_is_refused_at_its_field(field, name):
    (problem,) = name_problems({field: name})
    assert (problem.field, problem.level) == (field, Level.ERROR)
    assert problem.remedy


@pytest.mark.parametrize(
    "name", ["", "兴县总工会", "某某（集团）有限公司工会", "A&B 公司工会", "𡋾村\U000e0100工会", "兴" * 40]
)
def test_names_of_unions_are_taken(name):
    assert name_problems({"name": name}) == []


def test_wrong_postcode_is_a_doubt():
    (problem,) = digits_problems("33600", "postcode", "邮政编码", 6)
    assert problem.level is Level.DOUBT


def test_empty_postcode_is_no_problem():
    assert digits_problems("", "postcode", "邮政编码", 6) == []


def test_holiday_needs_a_whole_day():
    assert whole_day_problems(PartialDate(2026, 5))
    assert whole_day_problems(PartialDate(2026, 5, 1)) == []
