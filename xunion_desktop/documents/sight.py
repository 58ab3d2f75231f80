"""Sight: papers of a room that is not open to who is logged in are neither looked at nor printed again."""

from __future__ import annotations

from collections.abc import Sequence

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.room import Room
from xunion_desktop.office.access import rights_in
from xunion_desktop.store.book import Book


def demand_sight(book: Book, rooms: Sequence[Room], form: str, title: str) -> None:
    """Trouble where who is logged in may not see the room this form belongs to; its id says which, shipped or not."""
    owner = next((room.id for room in rooms if any(card.form == form for card in room.papers)), form.partition("/")[0])
    if not rights_in(book).may_see(owner):
        raise Trouble(f"“{title}”这种文件不对您开放。", "要看的话，请管理员在“用户与权限”里放开。")
