"""A clock that stands still, and a PC that is called the same everywhere: for pictures that can be made again."""

from __future__ import annotations

import datetime as dt
import itertools
import os
import platform
import random
import shutil
import time
from typing import NamedTuple

DAY = dt.date(2026, 11, 24)
_MOMENT = dt.datetime(2026, 11, 24, 8, 31, tzinfo=dt.timezone(dt.timedelta(hours=8)))
_PC = "办公室一"


class _Usage(NamedTuple):
    """What a disk holds, in bytes."""

    total: int = 500 * 10**9
    used: int = 200 * 10**9
    free: int = 300 * 10**9


class _Then(dt.datetime):
    """datetime whose now is always the same."""

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> _Then:
        moment = _MOMENT.astimezone(tz)
        return cls.fromtimestamp(moment.timestamp(), tz)


def stand_still() -> None:
    """From now on, for everything that is imported later; call it first of all."""
    start = int(_MOMENT.timestamp())
    ticks = itertools.count()
    time.tzset()
    time.time = lambda: start + next(ticks) / 1e6
    time.time_ns = lambda: start * 10**9 + next(ticks) * 1_000_000  # keys sort as they were made
    dt.datetime = _Then  # type: ignore[misc]
    os.urandom = random.Random(1).randbytes  # noqa: S311 - the books made here are thrown away
    platform.node = lambda: _PC
    shutil.disk_usage = lambda _path: _Usage()  # type: ignore[assignment]
