"""恢复单: the sheet with the recovery code, for the safe. The code is in these pages only while they are looked at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.forms import shipped_form
from xunion_desktop.paper.pages import Page
from xunion_desktop.paper.typeset import typeset

from .words import office_words

FORM = "office/recovery_sheet"


def recovery_pages(book: str, code: str, today: date, fonts: FontBook) -> list[Page]:
    """Lay out the sheet of the book of that name. Nothing of it is kept, registered or logged."""
    words = {**office_words(today), "本子": book, "恢复码": code}
    return typeset(shipped_form(FORM).document(words), fonts).pages


def longest_sheet() -> Mapping[str, str]:
    """Give the longest words that are plausible, to try the form with."""
    return {"本子": "兴县经济技术开发区总工会二〇二六年本", "恢复码": "WWWWW-MMMMM-WWWWW-MMMMM-WWWWW"}
