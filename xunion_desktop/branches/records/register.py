"""The register of unions (基层工会台账): its columns, filters and search."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import peewee as pw

from xunion_desktop.branches import dictionaries, limits
from xunion_desktop.branches.records import facts
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.branches.records.structure import STRUCTURE, Structure
from xunion_desktop.branches.words import Post
from xunion_desktop.office.records import Entry
from xunion_desktop.people.records import Person
from xunion_desktop.store.columns import Column, Kind
from xunion_desktop.store.record import columns_of
from xunion_desktop.store.registers import Chip, Register


def chips(today: date) -> tuple[Chip, ...]:
    """The filters; how soon a term is soon due on that day stands in its name."""
    return (
        Chip("all", "全部", lambda as_of: None),
        Chip("overdue", "任期届满", facts.overdue),
        Chip("due60", limits.soon_words(today), facts.due_soon),
        Chip("vacant", "主席空缺", facts.vacant),
        Chip("women", "未建女工委", facts.without_women_committee),
        Chip("unbuilt", "应建未建", facts.unbuilt),
    )


def _computed(name: str, label: str, kind: Kind, sql: Any, hint: str = "") -> Column:
    return Column(name, label, kind, hint, sql=sql)


def _person(name: str, label: str, post: Post) -> Column:
    """Who holds a post, in the order of the name's pinyin."""
    computed = _computed(name, label, Kind.TEXT, lambda as_of: facts.holder(post, as_of))
    return replace(computed, order=lambda as_of: facts.holder(post, as_of, "sort_key"))


def _by_pinyin(column: Column) -> Column:
    """A word of a list of the office, in the order of its pinyin as the list keeps it; a word of no list comes last."""
    words, stored = Entry.alias(), getattr(Branch, column.name)
    listed = (words.word == stored) & (words.dictionary == dictionaries.OF_COLUMN[column.name])
    known = words.select(words.sort_key).where(listed & words.deleted_at.is_null()).limit(1)
    spelled = pw.Case(None, [(stored.is_null(), None)], pw.fn.COALESCE(known, pw.Value("~").concat(stored)))
    return replace(column, order=lambda as_of: spelled)


def columns() -> tuple[Column, ...]:
    """Every column the register can show; the page chooses, Excel and the roster print what is shown."""
    own, people = columns_of(Branch), columns_of(Person)
    made_up = [_of_structure(column) for name, column in columns_of(Structure).items() if name in STRUCTURE]
    head = [own["name"], own["code"], made_up[0], *(_by_pinyin(own[name]) for name in dictionaries.OF_COLUMN)]
    computed = [
        _person("chair", "主席", Post.CHAIR),
        replace(people["phone"], name="chair_phone", label="主席电话", sql=_chair_phone),
        _computed("staff", "职工", Kind.WHOLE, lambda as_of: facts.heads("staff", as_of)),
        _computed("staff_women", "女职工", Kind.WHOLE, lambda as_of: facts.heads("staff_women", as_of)),
        _computed("members", "会员", Kind.WHOLE, lambda as_of: facts.heads("members", as_of)),
        _computed("members_women", "女会员", Kind.WHOLE, lambda as_of: facts.heads("members_women", as_of)),
        _computed("number", "届次", Kind.WHOLE, lambda as_of: facts.term("number", as_of)),
        _computed("start", "任期起", Kind.DATE, lambda as_of: facts.term("start", as_of)),
        _computed("years", "任期（年）", Kind.WHOLE, lambda as_of: facts.term("years", as_of)),
        _computed("end", "任期届满", Kind.DATE, lambda as_of: facts.term("end", as_of), "任期的最后一天"),
        _computed("state", "状态", Kind.TEXT, facts.state_word, "届满由程序按今天算出"),
        _computed("until", "延期至", Kind.DATE, lambda as_of: facts.state("until", as_of)),
        *made_up[1:],
        _person("audit_chair", "经审主任", Post.AUDIT_CHAIR),
        _person("women_chair", "女工委主任", Post.WOMEN_CHAIR),
    ]
    return (*head, *computed, *(own[name] for name in own if name not in {column.name for column in head}))


def _chair_phone(as_of: date) -> Any:
    return facts.holder(Post.CHAIR, as_of, "phone")


def _of_structure(column: Column) -> Column:
    """A column of the union as of a day; a type that nobody wrote down is the single one."""
    if column.name == "form":
        return replace(column, sql=facts.form)
    return replace(column, sql=lambda as_of: facts.structure(column.name, as_of))


def open_register(today: date) -> Register:
    """Open the register of unions as of a day, by name."""
    filters, order = chips(today), (("name", False),)
    return Register("branches", "基层工会台账", Branch, columns(), filters, today=today, search=_search, order=order)


def _search(word: str, as_of: date) -> Any:
    return facts.has_chair_called(word, as_of)
