"""Disclosure: what goes with personal data that is shown or taken out in clear (SV-40: 个人信息保护法第五十一条)."""

from __future__ import annotations

from datetime import datetime

from .errors import Trouble
from .wording import one_line

SHORTEST = 4  # letters, digits, characters: 核对电话


def reason_of(text: str) -> str:
    """The reason as it is written down; Trouble where none was given, or one that says nothing (。。)."""
    reason = one_line(text)
    if sum(letter.isalnum() for letter in reason) < SHORTEST or len(set(reason)) == 1:
        raise Trouble("没有写明原因。", f"请写一句为什么要看或要导出，至少 {SHORTEST} 个字，会记进日志。")
    return reason


def watermark(reason: str, user: str, now: datetime) -> str:
    """The line that every page and every workbook in clear carries: for what, by whom, when."""
    by = f"导出人：{user}，" if user else ""
    return f"含个人信息，仅限“{reason}”使用，不得外传。{by}导出时间：{now:%Y-%m-%d %H:%M}"
