"""Kinds of official papers (文种) that a county union writes, and the formats they are written in (DC-02)."""

from __future__ import annotations

from dataclasses import dataclass

FILE, JOINT, UPWARD = "documents/file", "documents/joint", "documents/upward"
LETTER, MINUTES, PLAIN = "documents/letter", "documents/minutes", "documents/plain"
COSTS = "documents/money_table"

FORMATS = {
    FILE: "文件",
    UPWARD: "上行文",
    JOINT: "联合行文",
    LETTER: "函",
    MINUTES: "会议纪要",
    PLAIN: "普通稿",
    COSTS: "费用明细表",
}


@dataclass(frozen=True)
class Genre:
    """One kind of paper: its name, the format it is usually written in, and what it is for."""

    name: str
    form: str
    purpose: str


GENRES = (
    Genre("通知", FILE, "布置工作、发布规定、转发文件"),
    Genre("函", LETTER, "同平级或不相隶属的单位商洽、询问、答复"),
    Genre("请示", UPWARD, "请上级指示或批准，一文一事"),
    Genre("报告", UPWARD, "向上级汇报工作、反映情况，不夹带请示"),
    Genre("批复", FILE, "答复下级的请示"),
    Genre("通报", FILE, "表彰先进、批评错误、传达情况"),
    Genre("决定", FILE, "对重要事项作出安排、表彰奖励"),
    Genre("意见", FILE, "对重要问题提出见解和办法"),
    Genre("纪要", MINUTES, "记载会议的主要情况和议定事项"),
)

PLAIN_GENRES = (
    Genre("申请", PLAIN, "向法院、财政等部门提出申请"),
    Genre("方案", PLAIN, "活动、竞赛的安排"),
    Genre("主持词", PLAIN, "会议、活动的主持稿"),
    Genre("工作报告", PLAIN, "讲话、总结、汇报材料"),
    Genre("费用明细表", COSTS, "活动经费、补助一类的表，合计写小写和大写"),
    Genre("其他", PLAIN, "没有红头、不编文号的任何稿子"),
)

EVERY = (*GENRES, *PLAIN_GENRES)


def genre(name: str) -> Genre | None:
    """The kind of that name."""
    return next((one for one in EVERY if one.name == name), None)


def format_of(form_id: str) -> str:
    """What the format is called."""
    return FORMATS.get(form_id, form_id)
