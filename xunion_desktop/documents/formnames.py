"""What the blocks of forms and their texts are called in the office."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SEVERAL = frozenset({"text", "remark", "note", "table", "boxes", "ballot", "annex", "attachments", "chart"})
"""Blocks whose texts are written in several lines."""

_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "mark": "发文机关标志",
        "corner": "版头左上角",
        "number": "发文字号",
        "signer": "签发人",
        "title": "标题",
        "subtitle": "副标题",
        "to": "主送机关",
        "text": "正文",
        "attachments": "附件说明",
        "present": "出席列席",
        "sign": "署名和日期",
        "remark": "附注",
        "annex": "附件",
        "imprint": "版记",
        "code": "要照着输入的码",
        "table": "表格",
        "boxes": "登记表的格子",
        "sides": "表格上方左右",
        "note": "表格下方的说明",
        "chart": "图",
        "ballot": "选票",
    }
)
_PAPERS: Mapping[str, str] = MappingProxyType(
    {
        "official": "文件格式",
        "letter": "信函格式",
        "minutes": "纪要格式",
        "plain": "普通稿",
        "table": "表格",
        "ballot": "选票",
    }
)
_LABELS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "mark": {"text": "机关名称", "word": "后面加的字"},
        "corner": {"copy_number": "份号", "secrecy": "密级和期限", "urgency": "紧急程度"},
        "present": {"label": "栏名", "text": "人员"},
        "sign": {"name": "署名", "date": "成文日期"},
        "imprint": {"copies": "抄送", "office": "印发机关", "date": "印发日期", "to": "分送"},
        "table": {"columns": "各栏", "rows": "每一行", "below": "合计行下面"},
        "boxes": {"rows": "各格", "widths": "各列宽窄"},
        "chart": {"chart": "哪种图", "rows": "数据", "title": "图题", "unit": "单位"},
        "ballot": {
            "title": "标题",
            "candidates": "候选人",
            "seats": "应选人数",
            "copies": "印几张",
            "others": "另选他人几格",
            "note": "标题下的注",
            "rules": "填票说明",
            "marks": "票面各格",
            "size": "票的大小",
            "foot": "票脚",
        },
    }
)


def kind_of_paper(kind: str) -> str:
    """Give the name of a layout."""
    return _PAPERS.get(kind, kind)


def title_of(kind: str) -> str:
    """Give the name of a kind of block; a kind without one goes by its own."""
    return _TITLES.get(kind, kind)


def label_of(kind: str, key: str) -> str:
    """Give the name of one of several texts of a block."""
    return _LABELS.get(kind, {}).get(key, key)
