"""人民币大写: the vectors of DC-32, the rules of 零 and 整, what cannot be written so."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xunion_desktop.basics.capitals import capitals_problems, in_capitals
from xunion_desktop.basics.problems import refuses

DIGITS = {digit: value for value, digit in enumerate("零壹贰叁肆伍陆柒捌玖")}
VECTORS = [
    ("0", "人民币零元整"),
    ("0.05", "人民币伍分"),
    ("10", "人民币壹拾元整"),
    ("1005", "人民币壹仟零伍元整"),
    ("1680.32", "人民币壹仟陆佰捌拾元叁角贰分"),
    ("6007.14", "人民币陆仟零柒元壹角肆分"),
    ("16409.02", "人民币壹万陆仟肆佰零玖元零贰分"),
    ("325.04", "人民币叁佰贰拾伍元零肆分"),
    ("107000.53", "人民币壹拾万柒仟元伍角叁分"),
    ("100010", "人民币壹拾万零壹拾元整"),
    ("100000001", "人民币壹亿零壹元整"),
]
RULES = [
    ("0.5", "人民币伍角"),
    ("0.55", "人民币伍角伍分"),
    ("1.05", "人民币壹元零伍分"),
    ("1.50", "人民币壹元伍角"),
    ("20.05", "人民币贰拾元零伍分"),
    ("1001", "人民币壹仟零壹元整"),
    ("1010", "人民币壹仟零壹拾元整"),
    ("10001000", "人民币壹仟万壹仟元整"),
    ("10000100", "人民币壹仟万零壹佰元整"),
    ("10100000", "人民币壹仟零壹拾万元整"),
    ("100001000", "人民币壹亿零壹仟元整"),
    ("100010000", "人民币壹亿零壹万元整"),
    ("110000000", "人民币壹亿壹仟万元整"),
    ("1000000000000", "人民币壹万亿元整"),
    ("1000100000000", "人民币壹万零壹亿元整"),
    ("1234567890123.45", "人民币壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分"),
    ("9999999999999999.99", "人民币玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
]


def fen(yuan: str) -> int:
    whole, _, rest = yuan.partition(".")
    return int(whole) * 100 + int(f"{rest}00"[:2])


def number(words: str) -> int:
    """A whole number in capitals, read the plain way: what stands before 亿, before 万, after them."""
    for unit, worth in (("亿", 10**8), ("万", 10**4)):
        high, found, low = words.rpartition(unit)
        if found:
            return number(high) * worth + number(low)
    pairs = pairwise(f"{words.replace('零', '')}.")
    worths = {"拾": 10, "佰": 100, "仟": 1000, ".": 1}
    return sum(DIGITS[digit] * worths[place] for digit, place in pairs if digit in DIGITS)


def value(words: str) -> int:
    """Fen of an amount in capitals."""
    yuan, _, rest = words.removeprefix("人民币").rpartition("元")
    small = {word: DIGITS[before] for before, word in pairwise(rest) if word in "角分"}
    return number(yuan) * 100 + small.get("角", 0) * 10 + small.get("分", 0)


@pytest.mark.parametrize(("yuan", "words"), VECTORS + RULES)
def test_an_amount_in_capitals(yuan, words):
    assert in_capitals(fen(yuan)) == words


@given(st.integers(0, 10**18 - 1))
def test_the_words_say_the_amount(amount):
    assert value(in_capitals(amount)) == amount


@given(st.integers(0, 10**18 - 1))
def test_zeros_never_stand_side_by_side(amount):
    assert "零零" not in in_capitals(amount)


@pytest.mark.parametrize("amount", [-1, -100_00, 10**18])
def test_what_has_no_words_is_a_problem(amount):
    assert refuses(capitals_problems(amount))


@pytest.mark.parametrize("amount", [-1, 10**18])
def test_what_has_no_words_is_not_written(amount):
    with pytest.raises(ValueError, match=str(amount)):
        in_capitals(amount)


def test_the_problem_says_how_much():
    assert "-1,234.50" in capitals_problems(-1234_50, "金额")[0].sentence
