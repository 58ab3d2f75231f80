"""Partial dates and the spellings of ledgers and clerks (EL-10)."""

from datetime import date

import pytest

from xunion_desktop.basics.dates import PartialDate, read_date, serial_date

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2021-06-03", "2021-06-03"),
        ("2024-6-1", "2024-06-01"),
        ("2021/05/10", "2021-05-10"),
        ("2020.05.14", "2020-05-14"),
        ("2019年8月10日", "2019-08-10"),
        ("2019年8月10号", "2019-08-10"),
        ("20210603", "2021-06-03"),
        ("2021、6、3", "2021-06-03"),
        ("2021-06-03 00:00:00", "2021-06-03"),
        (" 2021 年 6 月 3 日\u3000", "2021-06-03"),
        ("２０２１．０６．０３", "2021-06-03"),
        ("二〇一九年六月三日", "2019-06-03"),
        ("二零二〇年十二月三十一日", "2020-12-31"),
        ("二○一〇年二月二十日", "2010-02-20"),
        ("2011.8", "2011-08"),
        ("2021.10", "2021-10"),
        ("2021.1", "2021-01"),
        ("2021年6月", "2021-06"),
        ("二〇一九年十月", "2019-10"),
        ("202106", "2021-06"),
        ("2021", "2021"),
        ("2021年", "2021"),
        ("二〇一九年", "2019"),
    ],
)
def test_a_ledger_spells_dates_in_many_ways(text, iso):
    assert read_date(text, None) == PartialDate.parse(iso)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("0801", "2026-08-01"),
        ("8.1", "2026-08-01"),
        ("8-1", "2026-08-01"),
        ("8月1日", "2026-08-01"),
        ("八月一日", "2026-08-01"),
        ("1231", "2026-12-31"),
        ("今天", "2026-11-24"),
        ("昨天", "2026-11-23"),
        ("前天", "2026-11-22"),
        ("明天", "2026-11-25"),
    ],
)
def test_a_clerk_may_shorten_a_date_of_this_year(text, iso):
    assert read_date(text, TODAY) == PartialDate.parse(iso)


@pytest.mark.parametrize("text", ["0801", "8.1", "今天"])
def test_a_ledger_may_not_shorten(text):
    assert read_date(text, None) is None


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "无", "2021-02-30", "2021.13", "2021-00-01", "2023-02-29", "1330", "99", "6年3月", "2021年6日",
        "1821-06-03", "2021年6月3日至2024年6月2日", "2021..6", "一二三四五年", "3日",
    ],
)  # fmt: skip
def test_what_is_no_date_is_not_guessed(text):
    assert read_date(text, TODAY) is None


@pytest.mark.parametrize(
    ("iso", "first", "last", "chinese"),
    [
        ("2021-06-03", date(2021, 6, 3), date(2021, 6, 3), "2021年6月3日"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "2024年2月"),
        ("2021", date(2021, 1, 1), date(2021, 12, 31), "2021年"),
    ],
)
def test_a_partial_date_spans_the_days_it_may_mean(iso, first, last, chinese):
    known = PartialDate.parse(iso)
    assert (known.first, known.last, known.chinese, known.iso, str(known)) == (first, last, chinese, iso, iso)


def test_only_a_day_is_exact():
    assert PartialDate(2021, 6, 3).exact == date(2021, 6, 3)
    assert PartialDate(2021, 6).exact is None


def test_a_full_date_is_known_to_the_day():
    assert PartialDate.of(date(2021, 6, 3)) == PartialDate(2021, 6, 3)


@pytest.mark.parametrize(
    ("iso", "years", "later"),
    [
        ("2018-06-20", 3, "2021-06-20"),
        ("2024-02-29", 3, "2027-02-28"),
        ("2024-02-29", 4, "2028-02-29"),
        ("2021-06", 5, "2026-06"),
        ("2021", 3, "2024"),
    ],
)
def test_a_term_ends_years_later_known_as_well_as_it_began(iso, years, later):
    assert PartialDate.parse(iso).plus_years(years).iso == later


def test_partial_dates_sort_as_their_iso_text():
    isos = ["2020", "2020-12-31", "2021", "2021-06", "2021-06-03", "2021-06-10", "2021-10", "2022"]
    assert [known.iso for known in sorted(map(PartialDate.parse, reversed(isos)))] == isos
    assert PartialDate(2021, 6) <= PartialDate(2021, 6) < PartialDate(2021, 6, 1)


@pytest.mark.parametrize("iso", ["", "2021-6", "2021-06-31", "2021-13", "20210603", "2021-06-03 "])
def test_only_the_stored_form_is_parsed(iso):
    with pytest.raises(ValueError):  # noqa: PT011 - the message is nobody's business
        PartialDate.parse(iso)


def test_a_day_needs_its_month():
    with pytest.raises(ValueError, match="month"):
        PartialDate(2021, None, 3)


@pytest.mark.parametrize(
    ("number", "day"),
    [(1, date(1900, 1, 1)), (59, date(1900, 2, 28)), (61, date(1900, 3, 1)), (44350, date(2021, 6, 3))],
)
def test_a_serial_number_of_a_workbook_is_a_day(number, day):
    assert serial_date(number) == day


def test_the_clock_of_a_serial_number_does_not_count():
    assert serial_date(44350.99) == date(2021, 6, 3)


@pytest.mark.parametrize("number", [0, -3, 60, 13912345678])
def test_other_numbers_are_no_days(number):
    assert serial_date(number) is None
