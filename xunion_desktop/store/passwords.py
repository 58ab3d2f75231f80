"""Passwords: which one is good enough to be set."""

from xunion_desktop.basics.errors import Trouble

SHORTEST = 6  # characters; a Chinese one counts twice: it is one of thousands


def demand_good(password: str) -> None:
    """Refuse a password that is too short to be one, or nothing but blanks, which nobody sees himself type."""
    if sum(1 if letter.isascii() else 2 for letter in password) < SHORTEST:
        raise Trouble(f"密码太短，至少 {SHORTEST} 个字符（汉字一个算两个）。", "请换一个长一些的，比如几个词连在一起。")
    if not password.strip():
        raise Trouble("密码不能全是空格。", "请换一个看得出来的，比如几个词连在一起。")
