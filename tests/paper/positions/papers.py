"""The papers that are measured: every format of official paper, short, of two pages, and of many."""

from __future__ import annotations

from functools import cache

from tests.paper.positions.reading import FONTS, Printed, printed
from xunion_desktop.basics.resources import form_ids
from xunion_desktop.paper.document import Document
from xunion_desktop.paper.forms import shipped_form
from xunion_desktop.paper.pages import Page
from xunion_desktop.paper.typeset import typeset

PARAGRAPH = "各级工会要高度重视这项工作，加强领导，明确责任，确保2026年12月底前全部完成，有关情况及时报县总工会。"
BODY = "\n".join(f"{mark}、第{mark}项要求\n第{mark}项。{PARAGRAPH * 2}" for mark in "一二三四五六")
SHORT = f"现将有关事项通知如下，请认真贯彻执行。\n一、总体要求\n（一）摸清底数。{PARAGRAPH}\n请遵照执行。"
TINY = "现将有关事项通知如下，请认真贯彻执行。\n请遵照执行。"
TWO = "\n".join(BODY.splitlines()[:6])
LONG = "\n".join([BODY, *(f"（{mark}）落实第{mark}项责任。{PARAGRAPH * 3}" for mark in "一二三四五六七八")])
ORGANS = (
    "兴县总工会",
    "兴县人力资源和社会保障局",
    "兴县应急管理局",
    "兴县妇女联合会",
    "兴县工商业联合会",
    "兴县科学技术局",
)
SIX_SIGNERS = "王海燕\n李建国\n张三\n欧阳示例\n赵敏\n孙立"
ONE_ANNEX = {"附件说明": "全县基层工会换届选举情况统计表", "附件": f"全县基层工会换届选举情况统计表\n{PARAGRAPH}"}
NO_ANNEX = {"附件说明": "", "附件": ""}


def organs(count: int) -> dict[str, str]:
    """The words of so many organs that write together."""
    names = "\n".join(ORGANS[:count])
    return {"发文机关标志": names, "署名": names}


_TWENTY = {
    "发文机关标志": "兴县总工会",
    "署名": "\n".join(("兴县总工会", *(f"兴县示例第{n}局" for n in "一二三四五六七八九甲乙丙丁戊己庚辛壬癸"))),
}
_LONG_NAMES = {
    "附件说明": "全县基层工会换届选举情况统计表\n关于进一步规范基层工会委员会、经费审查委员会换届选举工作程序的说明",
    "附件": f"统计表\n统计。{PARAGRAPH}\n---\n程序说明\n{LONG.replace('第', '程序第')}",
}
_OVER_AND_OVER = "\n".join(LONG.replace("第", f"{time}第") for time in ("上旬", "中旬", "下旬"))
_SECRET = {"份号": "000128", "密级": "机密★1年", "紧急程度": "特急"}

PAPERS: dict[str, tuple[str, dict[str, str]]] = {
    "file as shipped": ("file", {}),
    "file of one page": ("file", {"正文": TINY, **NO_ANNEX}),
    "file of two pages": ("file", {"正文": TWO, **NO_ANNEX}),
    "file of many pages": ("file", {"正文": LONG, **_LONG_NAMES, **_SECRET}),
    "file of ten pages": ("file", {"正文": _OVER_AND_OVER, **NO_ANNEX}),
    "file with one attachment": ("file", {"正文": TWO, **ONE_ANNEX}),
    "joint as shipped": ("joint", {}),
    "joint of two": ("joint", {**organs(2), "正文": TINY, "附注": ""}),
    "joint of three": ("joint", {**organs(3), "正文": TWO}),
    "joint of six": ("joint", {**organs(6), "正文": LONG}),
    "joint of twenty": ("joint", {**_TWENTY, "正文": TWO}),
    "joint of twenty, no room for three rows": ("joint", {**_TWENTY, "正文": TINY, "附件说明": "", "附件": ""}),
    "joint of six, upward": (
        "joint",
        {**organs(6), "正文": TWO, "签发人": SIX_SIGNERS},
    ),
    "upward as shipped": ("upward", {}),
    "upward of one signer": ("upward", {"正文": TINY, **NO_ANNEX}),
    "upward of three signers": ("upward", {"正文": TWO, "签发人": "王海燕\n欧阳示例\n李建国", **ONE_ANNEX}),
    "letter as shipped": ("letter", {}),
    "letter of one page": ("letter", {"正文": SHORT, **NO_ANNEX}),
    "letter of many pages": ("letter", {"正文": LONG, **_LONG_NAMES, **_SECRET}),
    "minutes as shipped": ("minutes", {}),
    "minutes of one page": ("minutes", {"正文": TINY, "列席": "", "请假": ""}),
    "minutes of many pages": ("minutes", {"正文": LONG, **_LONG_NAMES}),
}


OFFICIAL_KINDS = ("official", "letter", "minutes")
PAPERS |= {form: (form, {}) for form in form_ids() if shipped_form(form).kind in OFFICIAL_KINDS}


@cache
def document_of(name: str) -> Document:
    form, words = PAPERS[name]
    shipped = shipped_form(form if "/" in form else f"documents/{form}")
    return shipped.document({**shipped.sample(), **words})


@cache
def pages_of(name: str) -> tuple[Page, ...]:
    return tuple(typeset(document_of(name), FONTS).pages)


@cache
def paper(name: str) -> Printed:
    """The paper, printed and read back."""
    return printed(document_of(name), list(pages_of(name)))
