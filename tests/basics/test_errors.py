"""Trouble and problems: what the world does, and what was typed wrongly."""

import re

from xunion_desktop.basics.errors import Trouble, in_code
from xunion_desktop.basics.problems import Level, Problem, refuses


def test_trouble_says_what_happened_and_what_to_do():
    trouble = Trouble("磁盘满了。", "请腾出空间后再试。")
    assert str(trouble) == "磁盘满了。请腾出空间后再试。"


def test_only_an_error_refuses():
    doubts = [Problem("请看。", level=Level.DOUBT), Problem("知道就好。", level=Level.HINT)]
    assert not refuses([])
    assert not refuses(doubts)
    assert refuses([*doubts, Problem("不对。")])


def refused() -> None:
    try:
        raise ValueError("会员白云峰")
    except ValueError as cause:
        raise Trouble("“白云峰”不能保存。", "请改。") from cause


def told() -> str:
    try:
        refused()
    except Trouble as trouble:
        return in_code(trouble)
    return ""


def test_the_log_has_the_places_and_the_classes_of_all_causes():
    assert re.fullmatch(
        r"test_errors.py:\d+ told > test_errors.py:\d+ refused > Trouble, from test_errors.py:\d+ refused > ValueError",
        told(),
    )


def test_the_log_has_none_of_the_words():
    assert "白云峰" not in told()


def test_an_error_that_was_never_raised_has_its_class_only():
    assert in_code(ValueError("x")) == "ValueError"
