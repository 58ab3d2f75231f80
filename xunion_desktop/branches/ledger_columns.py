"""The columns that a ledger of unions may fill, and the headings under which ledgers carry them (MB-09)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.branches import dictionaries
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.branches.records.course import Headcount, StateChange, Term
from xunion_desktop.branches.records.structure import Structure
from xunion_desktop.branches.words import NATURE_SYNONYMS
from xunion_desktop.people.records import Person
from xunion_desktop.sheets.cells import Cell, plain
from xunion_desktop.sheets.importer import Reader, Reading, Target
from xunion_desktop.sheets.readers import read_session, read_years, reader_of
from xunion_desktop.store.columns import Column, Kind
from xunion_desktop.store.record import columns_of

_HEADINGS = {
    "nature": ("性质", "单位类别"),
    "industry": ("行业",),
    "township": ("乡镇", "所在乡镇", "所属区域", "乡镇（街道）"),
}
_COMPUTED = frozenset({"届满", "届满待换", "未建会"})
_OF = {record: columns_of(record) for record in (Branch, Structure, Term, Headcount, StateChange, Person)}


def _target(record: Any, name: str, *synonyms: str, read: Reader | None = None) -> Target:
    return Target(_OF[record][name], synonyms, read)


def _partial(column: Column) -> Reader:
    """Read a date; that it has no day is for the rules to doubt, not for the reader."""
    plain_reader = reader_of(Target(column))

    def read(cell: Cell, today: date) -> Reading:
        reading = plain_reader(cell, today)
        if reading.value and len(reading.value) < 10 and reading.problem and reading.problem.level is Level.DOUBT:
            return Reading(reading.value)
        return reading

    return read


def _listed(name: str, today: date) -> Target:
    """A column whose words are the office's own list; other headings for it are found by its label."""
    column = dictionaries.offering(_OF[Branch][name], today)
    words = [word for word, _ in column.choices]
    choose = reader_of(Target(replace(column, kind=Kind.CHOICE)))

    def read(cell: Cell, day: date) -> Reading:
        text = plain(cell)
        synonym = NATURE_SYNONYMS.get(text) if name == "nature" else None
        if synonym in words:
            return Reading(synonym)
        reading = choose(cell, day)
        return reading if reading.value else Reading(text, _unlisted(column, text, words))

    return Target(column, _HEADINGS[name], read)


def _unlisted(column: Column, text: str, words: Collection[str]) -> Problem:
    """A word that the office's list does not have is kept as it was written, and doubted."""
    remedy = f"请改成：{'、'.join(words)}；或在“设置 → 词表”里加上。"
    return Problem(f"词表里没有“{text}”这个{column.label}，照写。", column.name, Level.DOUBT, remedy=remedy)


def _state(cell: Cell, today: date) -> Reading:
    """Read the state; 届满 and 未建会, which an exported register shows, follow from other columns."""
    return Reading() if plain(cell) in _COMPUTED else reader_of(Target(_OF[StateChange]["state"]))(cell, today)


def _code(cell: Cell, today: date) -> Reading:
    """Read the code; words in its place (办理中) are no code, and no two unions are the same for them."""
    text = unicodedata.normalize("NFKC", plain(cell))
    in_words = re.search(r"[一-鿿]", text) and not re.search(r"[0-9A-Za-z]{9}", text)
    if re.search(r"\d", text) and not in_words:
        return reader_of(Target(_OF[Branch]["code"]))(cell, today)
    remedy = "以后补上；下次导入按名称认这家。"
    return Reading(problem=Problem(f"没有信用代码：写的是“{text}”。", "code", Level.DOUBT, "ORG-45", remedy))


def _worked_out(_cell: Cell, _today: date) -> Reading:
    """Read nothing: an exported register shows it, and it follows from other columns."""
    return Reading()


def _alike(name: str) -> str:
    """A union's name without what is written now so, now so: blanks, width of brackets, 工会 or 工会委员会."""
    tidy = re.sub(r"\s", "", unicodedata.normalize("NFKC", name))
    return re.sub(r"工会(?:委员会)?$", "", tidy) or tidy


def _named(name: str, label: str, kind: Kind, *synonyms: str) -> Target:
    return Target(Column(name, label, kind), synonyms)


def _posts() -> tuple[Target, ...]:
    phone = replace(_OF[Person]["phone"], name="chair_phone", label="主席电话")
    return (
        _named("chair", "主席", Kind.TEXT, "工会主席/姓名", "工会主席", "主席姓名", "负责人"),
        Target(phone, ("工会主席/联系电话", "工会主席/电话", "主席联系电话", "主席手机", "联系电话", "手机号码")),
        _named("vacant", "主席空缺", Kind.YES_NO),
        _named("audit_chair", "经审主任", Kind.TEXT, "经审会主任", "经费审查委员会主任"),
        _named("women_chair", "女工委主任", Kind.TEXT, "女职工委员会主任"),
    )


_HEAD: tuple[Target, ...] = (
    replace(_target(Branch, "name", "工会组织名称", "基层工会名称", "单位名称", "名称"), alike=_alike),
    _target(Branch, "code", "信用代码", "工会代码", "社会信用代码", "工会编码", read=_code),
    _target(Structure, "form", "类型", "组织形式", "基层工会类型"),
)
_REST: tuple[Target, ...] = (
    _target(Branch, "founded", "建会日期", "成立时间", "成立日期", read=_partial(_OF[Branch]["founded"])),
    _target(Branch, "approval", "建会批复", "批复文号"),
    _target(Term, "number", "届别", "第几届", read=read_session),
    _target(
        Term,
        "start",
        *("本届任期/起", "本届任期起", "届期开始", "任期开始", "换届时间", "选举日期", "本届选举日期"),
        read=_partial(_OF[Term]["start"]),
    ),
    _target(Term, "years", "本届任期/届（年）", "任期", "届期", "每届年限", read=read_years),
    _target(Headcount, "staff", "职工数/总数", "职工总数", "职工人数", "职工"),
    _target(Headcount, "staff_women", "职工数/其中：女", "女职工数", "女职工人数"),
    _target(Headcount, "members", "会员数/总数", "会员总数", "会员人数", "会员"),
    _target(Headcount, "members_women", "会员数/其中：女", "女会员数", "女会员人数"),
    *_posts(),
    _target(Structure, "women_committee", "女职工委员会", "是否建女工委"),
    _target(Structure, "audit_committee", "经费审查委员会", "是否建经审会"),
    *(_target(Structure, name) for name in ("congress", "openness", "contract")),
    _target(StateChange, "state", "工会状态", read=_state),
    _target(StateChange, "until", "延期到", "延至", "批准延期至"),
    _target(Term, "end", "任期届满", "届满日期", "届满时间", read=_worked_out),
    _target(Branch, "certificate_until"),
    _target(Branch, "contact"),
    _target(Branch, "phone", "联系人手机"),
    _target(Branch, "address", "通信地址", "单位地址"),
    _target(Branch, "postcode", "邮政编码"),
    _target(Branch, "remark", "说明"),
)


def targets(today: date) -> tuple[Target, ...]:
    """Every column that a ledger may fill, with the words that the office's lists have on that day."""
    return (*_HEAD, *(_listed(name, today) for name in dictionaries.OF_COLUMN), *_REST)
