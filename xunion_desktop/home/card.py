"""The card of 首页."""

from __future__ import annotations

from typing import Any

from xunion_desktop.basics.room import Room


def _page(desk: Any) -> Any:
    from .tab import HomePage

    return HomePage(desk)


ROOM = Room(id="home", title="首页", page=_page, help="home")
