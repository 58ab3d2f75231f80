"""Amounts in whole fen."""

import pytest

from xunion_desktop.basics.money import read_amount, show_amount


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("12", 1200),
        ("12.5", 1250),
        ("1,234.50", 123450),
        ("１，２３４．５", 123450),
        ("￥1234.50元", 123450),
        (" 1 234.5 ", 123450),
        ("1.2万", 1_200_000),
        ("1.2万元", 1_200_000),
        ("1.2345万", 1_234_500),
        ("3千", 300_000),
        ("1.05亿", 10_500_000_000),
        (".5", 50),
        ("5.", 500),
        ("-3", -300),
        ("0", 0),
        ("10.00000", 1000),
    ],
)
def test_a_clerk_spells_amounts_in_many_ways(text, fen):
    assert read_amount(text) == fen


@pytest.mark.parametrize("text", ["", "无", "万", ".", "元", "1.234", "1.23456789万", "1,23.4", "1.2.3", "12人"])
def test_what_is_no_amount_or_finer_than_a_fen_is_not_guessed(text):
    assert read_amount(text) is None


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (0, "0.00"),
        (5, "0.05"),
        (123450, "1,234.50"),
        (-123450, "-1,234.50"),
        (-5, "-0.05"),
        (10**12, "10,000,000,000.00"),
    ],
)
def test_an_amount_is_shown_with_two_places(fen, text):
    assert show_amount(fen) == text


@pytest.mark.parametrize("fen", [0, 1, 99, 100, 123456789, -7])
def test_what_is_shown_can_be_read_again(fen):
    assert read_amount(show_amount(fen)) == fen
