"""The office in the window: a page of the menu 设置, with the ways to values, words and holidays. It has no tab."""

from __future__ import annotations

from xunion_desktop.desk.desk import Desk

from .pages.office_page import OfficePage
from .pages.value_pages import PAGES, opener

WAYS = tuple((register_id, title, opener(register_id)) for register_id, (title, _plan) in PAGES.items())


def office_page(desk: Desk) -> OfficePage:
    """Give the page 本单位资料; where this PC has not yet asked for this book, it asks."""
    return OfficePage(desk, WAYS, first=not OfficePage.was_asked(desk))
