"""The office in the window: pages of the menu 设置, and the question at first start. It has no tab."""

from __future__ import annotations

from collections.abc import Callable

from xunion_desktop.desk.desk import Desk

from .pages.office_page import TITLE, OfficePage
from .pages.value_pages import HOLIDAYS, VALUES, WORDS, opener


def settings_pages() -> list[tuple[str, Callable[[Desk], None]]]:
    """Give the entries that the office puts into the menu 设置: title and what opens the page."""
    return [
        (TITLE, open_office),
        ("年度数值", opener("values", "年度数值", VALUES)),
        ("词表", opener("words", "词表", WORDS)),
        ("节假日", opener("holidays", "节假日", HOLIDAYS)),
    ]


def open_office(desk: Desk) -> None:
    """Open 本单位资料."""
    desk.show_page(OfficePage(desk), TITLE)


def ask_at_first_start(desk: Desk) -> None:
    """Show 本单位资料 by itself where this PC has not yet asked for this book."""
    if not OfficePage.was_asked(desk):
        desk.show_page(OfficePage(desk, first=True), TITLE)
