"""Chinese numbers, counts with names, full-width marks, tidy lines."""

import pytest

from xunion_desktop.basics.wording import (
    chinese_number,
    has_unseen,
    in_few,
    names_and_count,
    one_line,
    read_number,
    read_ordinal,
)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (5, "五"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (31, "三十一"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (2010, "二千零一十"),
        (9999, "九千九百九十九"),
    ],
)
def test_numbers_are_written_as_read(number, words):
    assert chinese_number(number) == words
    assert read_number(words) == number


@pytest.mark.parametrize("number", [-1, 10000])
def test_only_small_numbers_are_written_in_words(number):
    with pytest.raises(ValueError, match=str(number)):
        chinese_number(number)


@pytest.mark.parametrize(
    ("text", "number"), [("二〇一九", 2019), ("二○二零", 2020), ("12", 12), ("", None), ("几", None)]
)
def test_digits_in_a_row_are_one_number(text, number):
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("value", "ordinal"),
    [
        ("第四届", 4),
        ("四届", 4),
        ("三", 3),
        ("2", 2),
        ("第2届", 2),
        ("第 ２ 届", 2),
        ("第十二届委员会", 12),
        ("二十一届", 21),
        ("2.0", 2),
        (4, 4),
        (4.0, 4),
    ],
)
def test_a_ledger_spells_the_term_in_many_ways(value, ordinal):
    assert read_ordinal(value) == ordinal


@pytest.mark.parametrize("value", ["", None, "无", "本届", "第四次换届", 0, "0", -1, 2.5, True])
def test_what_is_no_ordinal_is_not_guessed(value):
    assert read_ordinal(value) is None


@pytest.mark.parametrize(
    ("names", "total", "words"),
    [
        ([], 0, ""),
        (["甲"], 1, "甲"),
        (["甲", "乙"], None, "甲、乙2家"),
        (["甲", "乙"], 9, "甲、乙等9家"),
        (["甲", "乙", "丙", "丁"], None, "甲、乙、丙等4家"),
    ],
)
def test_a_few_are_named_and_all_are_counted(names, total, words):
    assert names_and_count(names, total) == words


def test_the_unit_and_how_many_are_named_may_be_chosen():
    assert names_and_count(["王甲", "李乙", "张丙"], unit="人", limit=2) == "王甲、李乙等3人"


def test_in_the_window_the_count_stands_between_blanks():
    assert names_and_count(["王甲", "李乙"], 9, limit=1, gap=" ") == "王甲等 9 家"


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("\u3000\u3000赵家坪乡文化站工会 ", "赵家坪乡文化站工会"),
        ("王\u3000明", "王明"),
        ("示例煤业\n有限公司", "示例煤业有限公司"),
        ("a\xa0\xa0b", "a b"),
        ("\ufeff甲 A 乙", "甲 A 乙"),
        ("\u200b", ""),
    ],
)
def test_stray_blanks_go(text, tidy):
    assert one_line(text) == tidy


@pytest.mark.parametrize(
    "mark", ["\u200b", "\u202e", "\ufeff", "\xad", "\n", "\x07", "\u2028", "\u3164", "\u2800", "\ud800"]
)
def test_what_nobody_sees_in_a_name_is_found(mark):
    assert has_unseen(f"兴县{mark}总工会")


@pytest.mark.parametrize("name", ["", "兴县 总工会", "王\u3000明", "A·B（甲）—1", "𡋾\U000e0100", "\U000323af\ue000"])
def test_what_is_seen_or_rare_or_a_blank_is_not(name):
    assert not has_unseen(name)


def test_a_few_sentences_are_joined_without_double_stops():
    assert in_few(["甲。", "乙。"]) == "甲；乙"
    assert in_few(["甲。"] * 9) == "甲；甲；甲；等 9 处"
