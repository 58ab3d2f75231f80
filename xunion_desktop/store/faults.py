"""Faults of the database, told to a clerk: what happened, and what to do now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import apsw
import peewee as pw

from xunion_desktop.basics.errors import Trouble

_FULL = ("磁盘满了，这一步没有写进去，本子没有改动。", "请腾出一些空间后再试。")
_DAMAGED = (
    "本子的数据库损坏了，有的内容读不出来。",
    "请到“备份与恢复”（打不开的在第一页“从备份恢复”）恢复最近一份验证过的备份；本子文件夹里的文件不要动。",
)
_BUSY = ("本子正被另一个程序占用，这一步没有写进去。", "请等复制、备份或杀毒做完后再试。")
_FORBIDDEN = ("没有写入本子的权限，这一步没有写进去。", "请把本子放到能写的文件夹，或请管理员放开权限。")
_DISK = ("读写磁盘出错，这一步没有做成。", "请检查磁盘或优盘是否接好，然后再试；不行就到“备份与恢复”从备份恢复。")

_OF_DATABASE: dict[type[BaseException], tuple[str, str]] = {
    apsw.FullError: _FULL,
    apsw.BusyError: _BUSY,
    apsw.LockedError: _BUSY,
    apsw.ReadOnlyError: _FORBIDDEN,
    apsw.PermissionsError: _FORBIDDEN,
    apsw.CantOpenError: _FORBIDDEN,
    apsw.IOError: _DISK,
    apsw.CorruptError: _DAMAGED,
    apsw.NotADBError: _DAMAGED,
}

DATABASE_FAULTS = (apsw.Error, pw.PeeweeException)
_NO_ROOM = (apsw.SQLITE_IOERR_SHMSIZE, apsw.SQLITE_IOERR_SHMMAP)


def damaged() -> Trouble:
    """Return what is said of a database that cannot be read."""
    return Trouble(*_DAMAGED)


@contextmanager
def database_told() -> Iterator[None]:
    """Turn what the database suffers from the world into Trouble; bugs in statements stay bugs."""
    try:
        yield
    except DATABASE_FAULTS as fault:
        trouble = as_trouble(fault)
        if trouble is None:
            raise
        raise trouble from fault


def as_trouble(fault: BaseException) -> Trouble | None:
    """Return what is told of a fault of the database; None = the world has no part in it."""
    cause = getattr(fault, "orig", fault)  # peewee wraps the driver's own error in its own
    told = _FULL if is_full(cause) else _OF_DATABASE.get(type(cause))
    return Trouble(*told) if told else None


def is_full(fault: BaseException) -> bool:
    """Whether it is for want of space: a log of a database that cannot grow says so in its own way."""
    return isinstance(fault, apsw.FullError) or getattr(fault, "extendedresult", 0) in _NO_ROOM
