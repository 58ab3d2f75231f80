"""What the forms of the free papers are given: the words of a draft, one card for each format."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from xunion_desktop.basics.room import PaperCard, PaperItem

from .kinds import COSTS, FORMATS
from .words import BODY, MADE, MAKER, NOTE, OFFERS, ROWS, TITLE

FREE: tuple[str, ...] = tuple(FORMATS)
"""The formats whose forms are shipped."""
JOINT = "documents/joint"
_ITEM = "重大节日职工文体活动场地租用、音响灯光和安全保障服务费\t1,234\t12,345.67\t15,234,556.78\t按合同分三次支付"


def items(form: str, keys: Sequence[str], today: date) -> list[PaperItem]:
    """The words of those of these drafts that are written in this format, in their order; one for each recipient."""
    from .draft_copies import draft_copies

    return draft_copies(form, keys, today)


def longest(form: str = "") -> PaperItem:
    """The longest plausible words, to try a form with; 联合行文 has several organs in the words that list them."""
    paragraph = "各乡镇总工会、县直各系统工会和各基层工会要高度重视，加强组织领导，明确责任分工，确保各项任务落到实处。"
    body = "\n".join(f"{mark}、认真做好各项准备工作\n{paragraph * 3}" for mark in "一二三四五六")
    unit = "兴县经济技术开发区总工会"
    words = {
        **dict.fromkeys(OFFERS, ""),
        "标题": "关于进一步做好全县基层工会委员会换届选举和“六有”工会规范化建设工作的通知",
        "副标题": "（在县总工会第十届委员会第三次全体会议上）",
        "主送": "各乡镇总工会，县直各系统工会，兴县经济技术开发区总工会，各企业、事业单位和新就业形态工会联合会",
        BODY: body,
        "附件说明": "全县基层工会换届选举情况统计表\n全县基层工会“六有”规范化建设评分表",
        "附件": f"全县基层工会换届选举情况统计表\n{paragraph}\n---\n全县基层工会“六有”规范化建设评分表\n{paragraph}",
        "署名": unit,
        "成文日期": "2026年12月31日",
        "附注": "联系人：欧阳示例，电话：0358-6320000",
        "发文机关标志": unit,
        "份号": "000128",
        "密级": "机密★1年",
        "紧急程度": "特急",
        "签发人": "欧阳示例",
        "抄送": "吕梁市总工会，中共兴县县委办公室，兴县人大常委会办公室，兴县人民政府办公室，政协兴县委员会办公室",
        "印发机关": f"{unit}办公室",
        "印发日期": "2026年12月31日",
        "纪要名称": f"{unit}主席办公会议",
        "期号": "第38期",
        "出席": "欧阳示例　王海燕　李建平　张海龙　刘志强",
        "请假": "赵敏",
        "列席": "孙立　白云峰",
        MAKER: unit,
        MADE: "2026年12月31日",
        ROWS: "\n".join([_ITEM] * 40),
        NOTE: "注：2026年兴县职工“中国梦·劳动美”系列文化体育活动的费用。",
    }
    if form == JOINT:
        others = ("兴县人力资源和社会保障局", "兴县发展和改革局", "中国共产主义青年团兴县委员会")
        words |= dict.fromkeys(("发文机关标志", "署名"), "\n".join((unit, *others)))
        words["签发人"] = "欧阳示例\n王海燕\n李建平\n张海龙"
    if form == COSTS:
        words["标题"] = "2026年兴县职工“中国梦·劳动美”系列文化体育活动费用明细表"
    return PaperItem("", "", words["标题"], words)


PAPERS = tuple(
    PaperCard(
        form=form,
        title=FORMATS[form],
        register="drafts",
        offers=OFFERS,
        items=partial(items, form),
        longest=partial(longest, form),
        chip="draft",
        names=TITLE,
    )
    for form in FREE
)
