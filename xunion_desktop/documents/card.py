"""The card of the documents: the print register. It has no tab yet; the window's menu opens its page."""

from __future__ import annotations

from typing import Any

from xunion_desktop.basics.room import RegisterCard, Room


def _records() -> tuple[type, ...]:
    from .records import RECORDS

    return RECORDS


def _printings() -> Any:
    from .registers import printings_register

    return printings_register()


ROOM = Room(
    id="documents",
    title="公文",
    records=_records,
    registers=(RegisterCard("printings", "打印登记", _printings),),
    help="print_register",
    search=("printings",),
)
