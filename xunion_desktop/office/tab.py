"""The office in the window: a page of the menu 设置, with the ways to values, words and holidays. It has no tab."""

from __future__ import annotations

from xunion_desktop.desk.desk import Desk

from .pages.office_page import OfficePage
from .pages.value_pages import HOLIDAYS, VALUES, WORDS, opener

WAYS = (
    ("values", "年度数值", opener("values", "年度数值", VALUES)),
    ("words", "词表", opener("words", "词表", WORDS)),
    ("holidays", "节假日", opener("holidays", "节假日", HOLIDAYS)),
)


def office_page(desk: Desk) -> OfficePage:
    """Give the page 本单位资料; where this PC has not yet asked for this book, it asks."""
    return OfficePage(desk, WAYS, first=not OfficePage.was_asked(desk))
