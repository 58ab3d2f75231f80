"""ChangeWords: what the journal holds of a change, in the words of the clerk: label, old, new, by the Columns.

Sensitive values are masked unless ``desk.privacy`` shows them; a link is told by the name of the record it leads to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from xunion_desktop.store.columns import Column, Kind, show
from xunion_desktop.store.history import Change
from xunion_desktop.store.record import Record, columns_of
from xunion_desktop.store.tables import table_of

from .desk import Desk

NONE, GONE = "（空）", "（已清除）"
_ACTS = {"insert": "新增", "update": "修改", "erase": "依法清除内容", "remove": "从回收站清除"}
_DELETED = "deleted_at"


@dataclass(frozen=True)
class ChangedField:
    """One field of a change: its label, what stood there and what stands there now."""

    label: str
    old: str
    new: str

    @property
    def told(self) -> str:
        """王海燕 → 李建平."""
        return f"{self.old or NONE} → {self.new or NONE}"


class ChangeWords:
    """The words of the changes of one book. What records are called is asked once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._classes: dict[str, type[Record]] = {record.kind_of(): record for record in desk.book.records}
        self._titles: dict[tuple[str, str], str] = {}

    def kind(self, kind: str) -> str:
        """What records of that kind are called (基层工会)."""
        record = self._classes.get(kind)
        return record.label if record is not None else kind

    def title(self, kind: str, key: str) -> str:
        """What the record is called now; one that is gone has no name left."""
        if (kind, key) not in self._titles:
            self._titles[kind, key] = self._read_title(kind, key)
        return self._titles[kind, key]

    def act(self, change: Change) -> str:
        """新增, 修改, 删除, 恢复 …"""
        if change.act == "update" and _DELETED in change.values:
            return "恢复" if change.values[_DELETED][1] is None else "删除"
        return _ACTS.get(change.act, change.act)

    def fields(self, change: Change) -> Iterator[ChangedField]:
        """Tell field by field what a change did; of a new record what it was filled with."""
        record = self._classes.get(change.kind)
        if record is None:
            return
        columns = _columns(record)
        for name, (old, new) in change.values.items():
            if name in columns and (old, new) != (None, None):
                before, after = (self._words(record, change.key, name, value) for value in (old, new))
                if before or after:
                    yield ChangedField(columns[name].label, before, after)

    def _words(self, record: type[Record], key: str, name: str, value: Any) -> str:
        column = _columns(record)[name]
        if column.kind is Kind.LINK and value:
            target = table_of(record).links.get(name)
            return self.title(target.kind_of(), value) if target is not None else str(value)
        text = show(column, value)
        shown = not column.sensitive or self._desk.privacy.shows_value(record.kind_of(), key, column)
        return text if shown else column.masked(text)

    def _read_title(self, kind: str, key: str) -> str:
        record = self._classes.get(kind)
        found = record.get_or_none(record.id == key) if record is not None else None
        return str(found.title()) if found is not None else "（已不在）"


def _columns(record: type[Record]) -> dict[str, Column]:
    """The columns by the names that the journal uses (those of the database)."""
    columns = columns_of(record)
    return {**{one.name: one for one in columns.values()}, **columns}
