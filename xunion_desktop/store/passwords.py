"""Passwords: which one is good enough to be set."""

from itertools import pairwise

from xunion_desktop.basics.errors import Trouble

SHORTEST = 6  # characters; a Chinese one counts twice: it is one of thousands
_DIGITS = "01234567890"


def demand_good(password: str) -> None:
    """Refuse a password that is too short to be one, that everybody tries first, or that is nothing but blanks."""
    if sum(1 if letter.isascii() else 2 for letter in password) < SHORTEST:
        raise Trouble(f"密码太短，至少 {SHORTEST} 个字符（汉字一个算两个）。", "请换一个长一些的，比如几个词连在一起。")
    if not password.strip():
        raise Trouble("密码不能全是空格。", "请换一个看得出来的，比如几个词连在一起。")
    if is_a_row(password):
        raise Trouble("密码太好猜：一个字重复到底，或者一串连着的数字、字母。", "请换一个，比如几个词连在一起。")


def is_a_row(password: str) -> bool:
    """Whether each character is the one before again, or the next of a row: aaaaaaaa, 12345678, 0987654321, fedcba."""
    steps = {ord(after) - ord(before) for before, after in pairwise(password)}
    return steps in ({0}, {1}, {-1}) or password in _DIGITS or password[::-1] in _DIGITS
