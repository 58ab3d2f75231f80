"""The card of the documents: the tab 公文 with papers written freely and the print register."""

from __future__ import annotations

from datetime import date
from typing import Any

from xunion_desktop.basics.duty import Duty
from xunion_desktop.basics.room import MenuPage, RegisterCard, Room

from .figures import FIGURES
from .papers import PAPERS


def _records() -> tuple[type, ...]:
    from .manuscripts import Manuscript
    from .records import RECORDS

    return (*RECORDS, Manuscript)


def _printings(today: date) -> Any:
    from .registers import printings_register

    return printings_register(today)


def _drafts(today: date) -> Any:
    from .registers import drafts_register

    return drafts_register(today)


def _page(desk: Any) -> Any:
    from .tab import DocumentsPage

    return DocumentsPage(desk)


def _duties(today: date) -> list[Duty]:
    from .records import FormChange

    if not FormChange.alive().exists():  # what reads forms is loaded only where this office changed one
        return []
    from .duties import duties

    return duties(today)


def _forms(desk: Any) -> Any:
    from .pages.forms_page import FormsSubPage

    return FormsSubPage(desk)


def _fonts(desk: Any) -> Any:
    from .pages.fonts_page import FontsPage

    return FontsPage(desk)


ROOM = Room(
    id="documents",
    title="公文",
    records=_records,
    registers=(RegisterCard("drafts", "公文稿", _drafts), RegisterCard("printings", "打印登记", _printings)),
    papers=PAPERS,
    figures=FIGURES,
    page=_page,
    help="drafts",
    search=("drafts", "printings"),
    duties=_duties,
    menu=(MenuPage("forms", "模板", _forms), MenuPage("fonts", "字体", _fonts)),
)
