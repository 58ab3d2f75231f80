"""The card of the documents: the tab 公文 with papers written freely and the print register."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from xunion_desktop.basics.duty import Duty
from xunion_desktop.basics.room import MenuPage, RegisterCard, Room, SheetCard

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
    from .duties import duties

    return duties(today)


def _forms(desk: Any) -> Any:
    from .pages.forms_page import FormsSubPage

    return FormsSubPage(desk)


def _fonts(desk: Any) -> Any:
    from .pages.fonts_page import FontsPage

    return FontsPage(desk)


_COST_WORDS = ("标题", "编制单位", "编制日期", "内容", "注")


def _longest_costs() -> Mapping[str, str]:
    """Forty items of the longest kind."""
    item = "重大节日职工文体活动场地租用、音响灯光和安全保障服务费\t1,234\t12,345.67\t15,234,556.78\t按合同分三次支付\n"
    title = "2026年兴县职工“中国梦·劳动美”系列文化体育活动费用明细表"
    return {
        "标题": title,
        "编制单位": "兴县经济技术开发区总工会",
        "编制日期": "2026年12月31日",
        "内容": item * 40,
        "注": title,
    }


_COSTS = SheetCard(
    "documents/money_table", "费用明细表", ("标题", "编制单位", "编制日期", "内容", "注"), _longest_costs
)

ROOM = Room(
    id="documents",
    title="公文",
    records=_records,
    registers=(RegisterCard("drafts", "公文稿", _drafts), RegisterCard("printings", "打印登记", _printings)),
    papers=PAPERS,
    sheets=(_COSTS,),
    figures=FIGURES,
    page=_page,
    help="drafts",
    search=("drafts", "printings"),
    duties=_duties,
    menu=(MenuPage("forms", "模板", _forms), MenuPage("fonts", "字体", _fonts)),
)
