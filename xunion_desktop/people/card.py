"""The card of the room people. It has no tab of its own: other rooms show people; the window's menu lists them all."""

from __future__ import annotations

from datetime import date
from typing import Any

from xunion_desktop.basics.room import RegisterCard, Room


def _records() -> tuple[type, ...]:
    from xunion_desktop.people.records import Person

    return (Person,)


def _register(today: date) -> Any:
    from xunion_desktop.people.registers import people_register

    return people_register(today)


def _page(desk: Any) -> Any:
    from xunion_desktop.people.tab import people_page

    return people_page(desk)


ROOM = Room(
    id="people",
    title="人员",
    records=_records,
    registers=(RegisterCard("people", "人员", _register),),
    page=_page,
    help="people",
    search=("people",),
)
