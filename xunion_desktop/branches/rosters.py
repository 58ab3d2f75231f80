"""Papers on many unions or on one: 基层工会花名册, 工会委员会名册, 基层工会登记表, 基层工会情况分析 (T14, T16, T20)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.basics.room import PaperCard, PaperItem
from xunion_desktop.paper.tabbed import tabbed

if TYPE_CHECKING:  # a list of forms loads no database
    from xunion_desktop.branches.records.overviews import Standing
    from xunion_desktop.branches.records.rosters import UnionRow

ROSTER, COMMITTEE, UNION_CARD = "branches/roster", "branches/committee", "branches/union_card"
OVERVIEW, OVERVIEW_TITLE = "branches/overview", "基层工会情况分析"
ROSTER_OFFERS = ("范围", "花名册")
COMMITTEE_OFFERS = ("工会名称", "届次", "任期", "会员", "名册")
_CARD_COLUMNS = {
    "信用代码": "code",
    "组织类型": "form",
    "单位性质": "nature",
    "行业": "industry",
    "乡镇": "township",
    "主席": "chair",
    "主席电话": "chair_phone",
    "经审主任": "audit_chair",
    "女工委主任": "women_chair",
    "职工": "staff",
    "女职工": "staff_women",
    "会员": "members",
    "女会员": "members_women",
}
CARD_OFFERS = ("工会名称", *_CARD_COLUMNS, "建会日期", "届次", "任期", "覆盖单位")
OVERVIEW_OFFERS = ("情况表", "任期图")
WHOLE = "register"  # a paper on the register as a whole is about no one record
_ROSTER_COLUMNS = ("township", "name", "code", "chair", "chair_phone", "members", "members_women")
_UNITS_NAMED = 12


def rosters(keys: Sequence[str], today: date) -> list[PaperItem]:
    """The roster of these unions, as one paper."""
    from xunion_desktop.branches.records.rosters import union_rows

    rows = [(*(row[name] for name in _ROSTER_COLUMNS), row.number, *_days(row)) for row in union_rows(keys, today)]
    return [_of_register("基层工会花名册", {"范围": f"{len(rows)} 家", "花名册": tabbed(rows)})] if rows else []


def _days(row: UnionRow) -> tuple[str, str]:
    return row["start"], row["end"]


def committees(keys: Sequence[str], today: date) -> list[PaperItem]:
    """The committees of each of these unions."""
    from xunion_desktop.branches.records.rosters import union_rows

    return [_committee(row, today) for row in union_rows(keys, today)]


def _committee(row: UnionRow, today: date) -> PaperItem:
    from xunion_desktop.branches.records.rosters import committee_rows

    rows = committee_rows(row.key, today)
    words = {
        "工会名称": row["name"],
        "届次": row.number,
        "任期": _term(row),
        "会员": row["members"],
        "名册": tabbed(rows),
    }
    remedy = "先在“委员会”里登记在任的人。"
    problems = () if rows else (Problem("没有登记在任的委员会成员。", "officers", remedy=remedy),)
    return PaperItem("branch", row.key, row["name"], words, problems)


def union_cards(keys: Sequence[str], today: date) -> list[PaperItem]:
    """The registration form of each of these unions."""
    from xunion_desktop.branches.records.rosters import union_rows

    return [_card(row, today) for row in union_rows(keys, today)]


def _card(row: UnionRow, today: date) -> PaperItem:
    from xunion_desktop.branches.records.rosters import covered_units

    units = covered_units(row.key, today)
    named = "、".join(units[:_UNITS_NAMED]) + (f"等 {len(units)} 家" if len(units) > _UNITS_NAMED else "")
    words = {word: row[column] for word, column in _CARD_COLUMNS.items()}
    words |= {"工会名称": row["name"], "建会日期": row.day("founded"), "届次": row.number}
    words |= {"任期": _term(row), "覆盖单位": named}
    return PaperItem("branch", row.key, row["name"], words, _gaps(words))


def _gaps(words: dict[str, str]) -> tuple[Problem, ...]:
    """What stays empty on the form, so that it is filled in by hand knowingly."""
    empty = [word for word in ("信用代码", "建会日期", "届次", "主席", "会员") if not words[word]]
    remedy = "可以先在台账里补上，也可以印出来手填。"
    return (Problem(f"{'、'.join(empty)}没有登记，表里空着。", "", Level.HINT, remedy=remedy),) if empty else ()


def _term(row: UnionRow) -> str:
    return f"{row.day('start')}至{row.day('end')}" if row["start"] and row["end"] else ""


def overviews(keys: Sequence[str], today: date) -> list[PaperItem]:
    """The overview of these unions by township, as one paper."""
    from xunion_desktop.branches.records.overviews import standings

    found = standings(today, keys)
    return [_of_register("基层工会情况分析", overview_words(found))] if found else []


def overview_words(found: Sequence[Standing]) -> dict[str, str]:
    """The words of the overview: its table and its chart."""
    counted = [(row.township, (*_counts(row), row.members, row.women)) for row in found]
    table = [(township, *(f"{count:,}" for count in counts)) for township, counts in counted]
    return {"情况表": tabbed(table), "任期图": tabbed(term_chart(found))}


def term_chart(found: Sequence[Standing]) -> list[tuple[str, ...]]:
    """The rows of the chart: of each township how many unions stand how; what has run out is what matters."""
    heads = ("", "正常", "将届满", "!已届满", "未定")
    return [heads, *((row.township, *map(str, _counts(row)[1:])) for row in found)]


def members_chart(found: Sequence[Standing]) -> list[tuple[str, ...]]:
    """The rows of the chart of members."""
    return [("", "会员", "女会员"), *((row.township, str(row.members), str(row.women)) for row in found)]


def _counts(row: Standing) -> tuple[int, ...]:
    return (row.unions, row.normal, row.soon, row.overdue, row.open)


def _of_register(title: str, words: dict[str, str]) -> PaperItem:
    return PaperItem(WHOLE, "branches", title, words)


# ---- the longest plausible words ------------------------------------------------------------------------------------

_LONG_NAME = "兴县经济技术开发区示例新能源装备制造集团股份有限公司第一分公司工会委员会"
_LONG_TERM = "2021年12月28日至2026年12月27日"


def longest_roster() -> PaperItem:
    """Three hundred unions with long names."""
    row = (
        "魏家滩镇",
        _LONG_NAME,
        "81141123MC2851987Y",
        "欧阳示例",
        "139****7120",
        "12,345",
        "6,789",
        "第二十八届",
        "2021-12-28",
        "2026-12-27",
    )
    return _of_register("基层工会花名册", {"范围": "300 家", "花名册": tabbed([row] * 300)})


def longest_committee() -> PaperItem:
    """A committee of 45 with its audit and women's committees (EL-05)."""
    row = ("女职工委员会", "副主任", "欧阳示例", "女", "0358-6320000", "2021年12月28日", "专职")
    words = {"工会名称": _LONG_NAME, "届次": "第二十八届", "任期": _LONG_TERM, "会员": "12,345"}
    return PaperItem("branch", "", _LONG_NAME, {**words, "名册": tabbed([row] * 65)})


def longest_card() -> PaperItem:
    """A joint union of many units with long names."""
    words = dict.fromkeys(_CARD_COLUMNS, "欧阳示例")
    words |= {"信用代码": "81141123MC2851987Y", "组织类型": "派出的工作委员会、办事处", "单位性质": "社会组织"}
    words |= {"行业": "电力、热力、燃气及水生产和供应业", "主席电话": "139****7120"}
    words |= dict.fromkeys(("职工", "女职工", "会员", "女会员"), "12,345")
    words |= {"工会名称": _LONG_NAME, "建会日期": "2006年12月31日", "届次": "第二十八届", "任期": _LONG_TERM}
    units = "、".join([_LONG_NAME.removesuffix("工会委员会")] * 3)
    return PaperItem("branch", "", _LONG_NAME, {**words, "覆盖单位": f"{units}等 36 家"})


def longest_overview() -> PaperItem:
    """All townships and more, with thousands of unions."""
    from xunion_desktop.branches.records.overviews import Standing

    found = [Standing(f"示例第{n}街道", 1234, 56, 78, 90, 123_456, 65_432) for n in range(20)]
    return _of_register("基层工会情况分析", overview_words(found))


PAPERS = (
    PaperCard(ROSTER, "基层工会花名册", "branches", ROSTER_OFFERS, rosters, longest_roster),
    PaperCard(OVERVIEW, "基层工会情况分析", "branches", OVERVIEW_OFFERS, overviews, longest_overview),
    PaperCard(COMMITTEE, "工会委员会名册", "branches", COMMITTEE_OFFERS, committees, longest_committee, names="工会"),
    PaperCard(UNION_CARD, "基层工会登记表", "branches", CARD_OFFERS, union_cards, longest_card, names="工会"),
)
