"""The card of the room people. It has no tab of its own: other rooms show people."""

from __future__ import annotations

from xunion_desktop.basics.room import Room


def _records() -> tuple[type, ...]:
    from xunion_desktop.people.records import Person

    return (Person,)


ROOM = Room(id="people", title="人员", records=_records)
