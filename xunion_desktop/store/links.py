"""Links between records: who points to whom, now that deleting only hides and the database cannot guard it alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from xunion_desktop.basics.errors import Trouble

from .record import Record, bound, meta_of
from .tables import Table

_CHUNK = 500


def pointing_at(table: Table, keys: Sequence[str]) -> str:
    """Say how many living records link to these: 还有 3 个会员; empty if none."""
    counts = []
    for link, other in meta_of(table.record).backrefs.items():
        if issubclass(other, Record):
            count = other.alive().where(link.in_(list(keys))).count()
            if count:
                counts.append(f"{count} 个{other.label or other.kind_of()}")
    return "还有 " + "、".join(counts) if counts else ""


def pointed_at(table: Table, keys: Sequence[str]) -> set[str]:
    """Return those of these keys that any row, deleted or not, links to."""
    found: set[str] = set()
    for link, other in meta_of(table.record).backrefs.items():
        if issubclass(other, Record):
            for start in range(0, len(keys), _CHUNK):
                query = other.select(link).where(link.in_(list(keys[start : start + _CHUNK]))).distinct()
                found.update(key for (key,) in bound.raw(query))
    return found


class LivingTargets:
    """Sees to it that nothing new points to a deleted record; remembers within a deed whom it found alive."""

    def __init__(self) -> None:
        self._alive: set[str] = set()

    def demand(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        """Raise Trouble if a row links to a deleted record. One that is not there at all is left to the database."""
        for name, target in table.links.items():
            keys = {row[name] for row in rows if row.get(name) is not None} - self._alive
            if keys:
                self._demand(target, keys)

    def _demand(self, target: type[Record], keys: set[str]) -> None:
        for record in target.select().where(target.id.in_(list(keys)) & target.deleted_at.is_null(False)):
            raise Trouble(f"{target.label}“{record.title()}”已经删除，不能再用。", "请另选一个，或先恢复它。")
        self._alive |= keys

    def forget(self, keys: Iterable[str]) -> None:
        """Forget records that are being deleted."""
        self._alive.difference_update(keys)
