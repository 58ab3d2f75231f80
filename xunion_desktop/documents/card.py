"""The card of the documents: the print register. It has no tab yet; the window's menu opens its page."""

from __future__ import annotations

from datetime import date
from typing import Any

from xunion_desktop.basics.room import RegisterCard, Room


def _records() -> tuple[type, ...]:
    from .records import RECORDS

    return RECORDS


def _printings(today: date) -> Any:
    from .registers import printings_register

    return printings_register(today)


def _page(desk: Any) -> Any:
    from .tab import print_register_page

    return print_register_page(desk)


ROOM = Room(
    id="documents",
    title="打印登记",  # the tab 公文 comes with drafting and the registers of letters
    records=_records,
    registers=(RegisterCard("printings", "打印登记", _printings),),
    page=_page,
    help="print_register",
    search=("printings",),
)
