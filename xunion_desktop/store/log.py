"""The log: what was done that changed no record, and must be told all the same.

Log-ins, wrong passwords, sensitive values shown or taken out in clear (with the reason), erasures, restores. Its
entries are records of the store, journaled and chained like all others, never undone; a deed that only wrote the log
stands apart from the clerk's deeds (role ``LOGGED``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from .clock import moment
from .entries import LOGGED, DeedEntry, JournalEntry
from .fields import Choice, Key, LongText, Text
from .machines import machines
from .record import Record, bound


class Logged(StrEnum):
    """What an entry of the log is about."""

    LOGIN = "login"
    LOGOUT = "logout"
    FAILED = "failed"
    KEYS = "keys"
    SHOWN = "shown"
    TAKEN_OUT = "taken_out"
    ERASED = "erased"
    EMPTIED = "emptied"
    RESTORED = "restored"
    LOST = "lost"
    OTHER = "other"


WORDS = {
    Logged.LOGIN: "登录",
    Logged.LOGOUT: "退出登录",
    Logged.FAILED: "密码输错",
    Logged.KEYS: "密码和恢复码",
    Logged.SHOWN: "查看原文",
    Logged.TAKEN_OUT: "导出或打印原文",
    Logged.ERASED: "依法清除",
    Logged.EMPTIED: "清空回收站",
    Logged.RESTORED: "恢复备份",
    Logged.LOST: "记录缺失",
    Logged.OTHER: "其他",
}


class LogEntry(Record):
    """One entry of the log. It may be about a record, without standing in the way of that record's undo."""

    label: ClassVar[str] = "日志"
    fixed: ClassVar[bool] = True

    event = Choice(
        verbose_name="事项", help_text="哪一类事", choices=tuple((str(event), word) for event, word in WORDS.items())
    )
    sentence = LongText(verbose_name="内容", help_text="做了什么")
    reason = LongText(verbose_name="原因", help_text="为什么", default="")
    of_kind = Text(verbose_name="对象种类", help_text="哪一种记录", default="")
    of_key = Key(verbose_name="对象", help_text="哪一条记录", default="", index=True)

    def title(self) -> str:
        """Return what happened."""
        return self.sentence


@dataclass(frozen=True)
class LogLine:
    """An entry of the log as it is listed: when, who, on which PC, what, why."""

    key: str
    time: str
    user: str
    machine: str
    event: Logged
    sentence: str
    reason: str
    of_kind: str
    of_key: str
    clock: int = 0

    @property
    def word(self) -> str:
        """What the event is called."""
        return WORDS[self.event]


def log_lines(
    limit: int = 200, event: Logged | None = None, of_key: str = "", before: int = 0, user: str | None = None
) -> Iterator[LogLine]:
    """Give the last entries (before a reading of the clock), the latest first; of one event, user, or record."""
    entry, row, deed = LogEntry, JournalEntry, DeedEntry
    if not entry.select(entry.id).limit(1).exists():
        return  # of an empty table SQLite has no statistics: it would walk through the whole journal
    query = (
        entry.select(
            entry.id, row.clock, deed.user, row.replica, entry.event, entry.sentence, entry.reason, entry.of_kind,
            entry.of_key,
        )
        .join(row, on=(row.key == entry.id))
        .join(deed, on=(deed.id == row.deed))
        .where(row.kind == entry.kind_of())
        .order_by(row.clock.desc(), entry.id.desc())
        .limit(limit)
    )  # fmt: skip
    if event is not None:
        query = query.where(entry.event == event)
    if of_key:
        query = query.where(entry.of_key == of_key)
    if before:
        query = query.where(row.clock < before)
    if user is not None:
        query = query.where(deed.user == user)
    named = machines()
    for key, clock, who, replica, happened, *said in bound.raw(query):
        time = moment(clock).strftime("%Y-%m-%d %H:%M")
        sentence, reason, kind, about = said
        yield LogLine(key, time, who, named.get(replica, ""), Logged(happened), sentence, reason, kind, about, clock)


def logged_deed(event: Logged) -> tuple[str, str]:
    """Return label and role of the deed that writes an entry."""
    return WORDS[event], LOGGED
