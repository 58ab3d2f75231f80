"""Rosters: what the official registers of the unions and of their committees say, row by row, as texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.basics.wording import chinese_number
from xunion_desktop.branches.records.branch import Coverage, Employer
from xunion_desktop.branches.records.course import Officer
from xunion_desktop.branches.records.posts import officers
from xunion_desktop.branches.records.register import open_register
from xunion_desktop.branches.words import Post
from xunion_desktop.people.records import Person
from xunion_desktop.store.columns import masked_column
from xunion_desktop.store.record import columns_of

CHUNK = 500
_COMMITTEE, _AUDIT, _WOMEN = "工会委员会", "经费审查委员会", "女职工委员会"
_BODIES = {
    Post.CHAIR: (_COMMITTEE, "主席"),
    Post.VICE: (_COMMITTEE, "副主席"),
    Post.MEMBER: (_COMMITTEE, "委员"),
    Post.ORGANISER: (_COMMITTEE, "组织员"),
    Post.AUDIT_CHAIR: (_AUDIT, "主任"),
    Post.AUDITOR: (_AUDIT, "委员"),
    Post.WOMEN_CHAIR: (_WOMEN, "主任"),
    Post.WOMEN_MEMBER: (_WOMEN, "委员"),
}
_ORDER = {post: place for place, post in enumerate(_BODIES)}


@dataclass(frozen=True)
class UnionRow:
    """One union as registers and forms write it: every value a text, "" where nobody knows it. Phones are masked."""

    key: str
    values: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    @property
    def number(self) -> str:
        """第五届; "" where it is not known."""
        return f"第{chinese_number(int(self['number']))}届" if self["number"] else ""

    def day(self, column: str) -> str:
        """A day as it is written on paper: 2021年9月1日."""
        return PartialDate.parse(self[column]).chinese if self[column] else ""


def union_rows(keys: Sequence[str], today: date) -> Iterator[UnionRow]:
    """These unions in their order; what is gone is left out."""
    register = open_register(today)
    columns = {column.name: masked_column(column) for column in register.columns}
    for start in range(0, len(keys), CHUNK):
        for record in register.rows(keys[start : start + CHUNK], today):
            if record.deleted_at is None:
                yield UnionRow(record.id, {name: column.text(record) for name, column in columns.items()})


def serving(key: str, today: date) -> list[Officer]:
    """The officers of a union who hold their posts today, body by body."""
    day = today.isoformat()
    found = [row for row in officers(key, today) if not (row.until and row.until <= day)]
    begun = [row for row in found if not row.since or row.since <= day]
    return sorted(begun, key=lambda row: (_ORDER[Post(row.post)], row.id))


def committee_rows(key: str, today: date) -> list[tuple[str, ...]]:
    """The committees of a union: 组织, 职务, 姓名, 性别, 联系电话 (masked), 任职时间, 备注."""
    phone = masked_column(columns_of(Person)["phone"])
    return [
        (
            *_BODIES[Post(row.post)],
            row.holder.name,
            row.holder.sex or "",
            phone.text(row.holder),
            PartialDate.parse(row.since).chinese if row.since else "",
            _remark(row),
        )
        for row in serving(key, today)
    ]


def committee_names(key: str, today: date, posts: Sequence[Post]) -> list[str]:
    """Who holds one of these posts, each once."""
    wanted = {post.value for post in posts}
    return list(dict.fromkeys(row.holder.name for row in serving(key, today) if row.post in wanted))


def covered_units(key: str, today: date) -> list[str]:
    """The names of the units that a union covers today."""
    ended = Coverage.until.is_null() | (Coverage.until > today.isoformat())
    query: Any = Coverage.select(Coverage, Employer).join(Employer)
    rows = query.where(Coverage.branch == key, Coverage.deleted_at.is_null(), Employer.deleted_at.is_null(), ended)
    return [row.employer.name for row in rows.order_by(Employer.sort_key)]


def _remark(row: Officer) -> str:
    full_time: Any = getattr(row, "full_time", None)
    return "专职" if full_time else ""
