"""Moments as a clerk says them: 今天 08:31."""

from __future__ import annotations

from datetime import datetime


def spoken(moment: datetime, now: datetime) -> str:
    """今天 08:31, 昨天 17:40, 11-20 09:05; of another year 2025-11-20 09:05."""
    moment = moment.astimezone(now.tzinfo)
    days = (now.date() - moment.date()).days
    day = {0: "今天", 1: "昨天"}.get(days) or (f"{moment:%m-%d}" if moment.year == now.year else f"{moment:%Y-%m-%d}")
    return f"{day} {moment:%H:%M}"
