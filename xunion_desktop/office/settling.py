"""Settling the users after a restore: the roles of the backup meet the passwords of today, and somebody must look.

What differs is written into the book's log, which no backup loses, and stays a duty until an administrator said that
it is settled.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.book import Book
from xunion_desktop.store.log import Logged, log_lines

from .access import found
from .users import admins, users

STOPPED = "停用"
_TO_SETTLE, _BETWEEN = "恢复后要核对的用户：", "；"
_SETTLED = "恢复后的用户都核对过了。"

Roles = Mapping[str, str]


def roles_now() -> Roles:
    """Give the role of each user of the open book; 停用 of those who may not log in."""
    return {str(user.name): str(user.role) if user.active else STOPPED for user in users()}


def settle_restored(book: Book, before: Roles | None, restorer: str) -> list[str]:
    """Write down what an administrator must look at in a book that was just restored; returns it, one user a sentence.

    ``before`` = the roles of the book that was there (None = it could not be read). Where the backup knows no
    administrator, who restored it stays one. Nothing of it keeps the book from being opened.
    """
    if not book.keys.protected:
        return []
    with suppress(Trouble):
        if restorer and not admins():
            found(book, restorer)
        told = differences(before or {}, roles_now(), book.keys.names())
        if told:
            book.log(Logged.OTHER, f"{_TO_SETTLE}{_BETWEEN.join(told)}。", user="")
        return told
    return []


def differences(before: Roles, now: Roles, names: list[str]) -> list[str]:
    """Say of each user what is not as it was, or cannot be so: a password without a role, a role without a password."""
    told = []
    for name in sorted({*before, *now, *names}):
        was, role = before.get(name), now.get(name)
        if role is None and name in names:
            told.append(f"{name}有密码、能登录，名单里没有他")
        elif role not in (None, STOPPED) and name not in names:
            told.append(f"{name}在名单里是“{role}”，没有密码，不能登录")
        elif was is not None and role is not None and was != role:
            told.append(f"{name}恢复前是“{was}”，现在是“{role}”")
    return told


def to_settle() -> list[str]:
    """Give what still has to be looked at after the last restore of the open book."""
    for line in log_lines(50, Logged.OTHER):
        if line.sentence == _SETTLED:
            break
        if line.sentence.startswith(_TO_SETTLE):
            return line.sentence.removeprefix(_TO_SETTLE).rstrip("。").split(_BETWEEN)
    return []


def settled(book: Book) -> None:
    """An administrator looked at all of it."""
    book.log(Logged.OTHER, _SETTLED)
