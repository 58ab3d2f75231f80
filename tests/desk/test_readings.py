"""What is typed into a one-line field and what it is read as."""

import pytest

from tests.desk.county import TODAY
from xunion_desktop.desk.editors.readings import reading_of
from xunion_desktop.store.columns import Kind


def read(kind, text):
    return reading_of(kind, TODAY).read(text)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.WHOLE, "1,234", 1234),
        (Kind.WHOLE, "1，234", 1234),
        (Kind.MONEY, "1.2万", 1200000),
        (Kind.MONEY, "1,234.5", 123450),
        (Kind.PERCENT, "86.4%", 8640),
        (Kind.PERCENT, "2", 200),
        (Kind.DATE, "0801", "2026-08-01"),
        (Kind.DATE, "8.1", "2026-08-01"),
        (Kind.DATE, "今天", "2026-11-23"),
        (Kind.DATE, "2021年6月", "2021-06"),
        (Kind.MONTH, "2021-6-3", "2021-06"),
        (Kind.TEXT, "  示例　医院 ", "示例医院"),
        (Kind.PHONE, "139 1234 7120", "13912347120"),
    ],
)
def test_a_clerk_is_understood(kind, text, value):
    assert read(kind, text) == (value, "")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.WHOLE, "十二"),
        (Kind.WHOLE, "1.5"),
        (Kind.MONEY, "很多"),
        (Kind.PERCENT, "一半"),
        (Kind.DATE, "2026-02-30"),
        (Kind.MONTH, "2021"),
    ],
)
def test_what_is_not_understood_has_no_value_and_one_sentence(kind, text):
    value, fault = read(kind, text)
    assert value is None
    assert fault.endswith("。")


def test_a_value_is_written_as_the_register_shows_it():
    assert [reading_of(kind, TODAY).write(12345) for kind in (Kind.WHOLE, Kind.MONEY, Kind.PERCENT)] == [
        "12,345",
        "123.45",
        "123.45%",
    ]


def test_a_text_of_one_line_has_an_end():
    assert read(Kind.TEXT, "甲" * 300) == (None, "有 300 个字，最多写 200 个。")
    assert read(Kind.TEXT, "甲" * 200)[1] == ""


def test_an_ordinal_is_a_whole_number():
    assert read(Kind.WHOLE, "第三届") == (3, "")
