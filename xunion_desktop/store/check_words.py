"""How the check names what it found. Whoever writes with a tool may write anything anywhere: naming never fails."""

from __future__ import annotations

import logging
from typing import Any

from xunion_desktop.basics.errors import in_code

from .clock import moment
from .record import Record

OUTSIDE = "有人在程序之外动过本子。请留住现在的文件夹，和最近一份验证过的备份对照，查明后从备份恢复。"
RESTORE = "请不要再改动本子，从最近一份验证过的备份恢复。"
log = logging.getLogger(__name__)


def called(record: type[Record], key: object) -> str:
    """Name a record: 房屋“东院”; where its values cannot be read any more, by its key."""
    try:
        found = record.get_or_none(record.id == key)
        return f"{record.label}“{found.title()}”" if found else record.label
    except Exception as fault:  # noqa: BLE001 - a title reads values, and any value may have been written there
        log.warning("a title cannot be read: %s", in_code(fault))
        return f"{record.label}（名称读不出来，编号 {str(key)[:12]}）"


def time_of(clock: Any) -> str:
    """Say when a reading of the clock was; an altered one may say anything."""
    try:
        return moment(clock).strftime("%Y-%m-%d %H:%M")
    except (TypeError, ValueError, OverflowError, OSError):
        return "时间不明"
