"""Copying: the backups that make themselves, in both places, while a book is on the desk."""

from __future__ import annotations

from xunion_desktop.desk.copying_clock import CopyingClock
from xunion_desktop.desk.desk import Desk

from .safekeeping import Safekeeping


def copying(desk: Desk) -> CopyingClock:
    """Begin to copy the book of this desk by itself."""
    places = Safekeeping(desk.book, desk.settings)
    return CopyingClock(
        desk.book,
        lambda reason, progress: places.make(reason, desk.today, progress).here,
        desk.jobs,
        desk.messages,
        desk,
    )
