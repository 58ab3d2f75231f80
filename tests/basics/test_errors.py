"""Trouble and problems: what the world does, and what was typed wrongly."""

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import Level, Problem, refuses


def test_trouble_says_what_happened_and_what_to_do():
    trouble = Trouble("磁盘满了。", "请腾出空间后再试。")
    assert str(trouble) == "磁盘满了。请腾出空间后再试。"


def test_only_an_error_refuses():
    doubts = [Problem("请看。", level=Level.DOUBT), Problem("知道就好。", level=Level.HINT)]
    assert not refuses([])
    assert not refuses(doubts)
    assert refuses([*doubts, Problem("不对。")])
