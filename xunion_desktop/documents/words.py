"""The words that the forms of the free papers take: the same names in every form, so that a draft can change its form.

Which of them a form has, and how each is to be filled, stands in the form. What is left empty and can be known is
filled in when the paper is laid out: the union's name, the day.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TITLE, TO, BODY = "标题", "主送", "正文"
MARK, SIGN, DAY = "发文机关标志", "署名", "成文日期"
CODE, PRINTER, PRINTED = "文号", "印发机关", "印发日期"
EACH = "分送单位"  # kept with a draft, printed by no form: whom it goes to by name, one per line
PRESENT = ("出席", "请假", "列席")  # names: a wide blank parts them
SIGNERS = "签发人"
MAKER, MADE, ROWS, NOTE = "编制单位", "编制日期", "内容", "注"  # of a table; its rows hold tabs

OFFERS: Final = (
    *(TITLE, "副标题", TO, BODY, "附件说明", "附件", SIGN, DAY, "附注"),
    *(MARK, "份号", "密级", "紧急程度", SIGNERS),
    *("抄送", PRINTER, PRINTED),
    *("纪要名称", "期号", *PRESENT),
    *(MAKER, MADE, ROWS, NOTE),
)

GROUPS: Final = (
    ("", ("纪要名称", "期号", TITLE, "副标题", MAKER, MADE, TO, SIGNERS, BODY, ROWS, NOTE)),
    ("附件与落款", ("附件说明", "附件", SIGN, DAY, "附注", *PRESENT)),
    ("版头", (MARK, "份号", "密级", "紧急程度")),
    ("版记", ("抄送", PRINTER, PRINTED)),
)

LONG: Final = frozenset({BODY, ROWS, "附件说明", "附件", SIGNERS, "抄送", *PRESENT})


def filled_in(words: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """The words with what goes without saying: the own union's name, today. ``own`` = the words of the office."""
    name, today = own.get("本会名称", ""), own.get("今天", "")
    known = {MARK: name, SIGN: name, MAKER: name, DAY: today, MADE: today, PRINTER: f"{name}办公室" if name else ""}
    whole = {**dict.fromkeys(OFFERS, ""), **words}
    whole |= {word: text for word, text in known.items() if not whole[word].strip()}
    whole[PRINTED] = whole[PRINTED] or whole[DAY]
    return whole
