"""The words that the office offers to every form, beside those of the paper's own room."""

from __future__ import annotations

from datetime import date

from xunion_desktop.basics.dates import PartialDate

from . import values
from .values import PAPER_STAMP, dated

OFFERED = ("本会名称", "本会简称", "上级工会", "联系人", "联系电话", "本会地址", "邮政编码", "今天", "年", "文号")


def office_words(today: date) -> dict[str, str]:
    """Give the words of the own union and of the day; what is not set is "" and the form leaves its piece out.

    文号 is empty here: ``documents`` puts it in when a number is taken. Where a stamp is set (the practice county), it
    is among them, and every page bears it.
    """
    own, stamp = values.office(), dated(PAPER_STAMP, today)
    words = {
        "本会名称": own.name or "",
        "本会简称": own.short_name or own.name or "",
        "上级工会": own.superior or "",
        "联系人": own.contact or "",
        "联系电话": own.phone or "",
        "本会地址": own.address or "",
        "邮政编码": own.postcode or "",
        "今天": PartialDate.of(today).chinese,
        "年": str(today.year),
        "文号": "",
    }
    return {**words, PAPER_STAMP: stamp} if stamp else words
