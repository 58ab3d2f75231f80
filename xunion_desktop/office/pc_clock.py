"""The clock of this PC: where it stands before what was done last, numbers and days would be wrong."""

from __future__ import annotations

from datetime import datetime, timedelta

from xunion_desktop.store.clock import moment
from xunion_desktop.store.deeds import latest_deeds

MEND = "请在系统设置里校准日期和时间。"
_SLACK = timedelta(minutes=5)


def set_back(now: datetime | None = None) -> str:
    """Say that the clock stands before the last deed of the open book; "" = it does not."""
    now = now or datetime.now().astimezone()
    last = next(latest_deeds(1), None)
    if last is None or moment(last.clock) <= now.astimezone() + _SLACK:
        return ""
    return f"电脑的时间（{now:%Y-%m-%d %H:%M}）早于最后一次操作（{last.time}）。"
