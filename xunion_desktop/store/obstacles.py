"""Obstacles: what stands in the way of taking a deed back, one Chinese sentence each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .entries import DONE, DeedEntry, JournalEntry
from .record import About, Record, bound, meta_of
from .tables import Table

_CHUNK = 500


class Obstacles:
    """Finds what stands in the way of a deed's undo.

    ``touched`` are the records that the deed changed, ``vanishing`` those that would be gone, ``reviving`` those that
    would be back. Records of ``hidden`` kinds are told of without their names.
    """

    def __init__(
        self,
        records: Iterable[type[Record]],
        entry: DeedEntry,
        touched: dict[Table, set[str]],
        vanishing: dict[Table, set[str]],
        reviving: dict[Table, set[str]],
        hidden: frozenset[str] = frozenset(),
    ) -> None:
        self._records = tuple(records)
        self._entry = entry
        self._touched = touched
        self._vanishing = vanishing
        self._reviving = reviving
        self._hidden = hidden

    def sentences(self) -> list[str]:
        """List all of them, each once."""
        found = (
            *self._fixed(), *self._changed_later(), *self._fixed_about(), *self._pointing(), *self._pointing_nowhere(),
        )  # fmt: skip
        return list(dict.fromkeys(found))

    def _fixed(self) -> Iterator[str]:
        """What this deed issued or printed cannot be taken back (design §3)."""
        for table, keys in self._touched.items():
            if table.record.fixed:
                yield from map(self._standing, _loaded(table.record, keys))

    def _changed_later(self) -> Iterator[str]:
        """Records that a later deed changed."""
        done = DeedEntry
        later = done.select(done.id, done.label).where(
            (done.clock > self._entry.clock) & (done.role == DONE) & done.undone_by.is_null()
        )
        labels: dict[str, str] = dict(bound.raw(later))
        if not labels:
            return
        for table, keys in self._touched.items():
            by_key = dict(self._later_rows(table, keys, labels))
            found = _loaded(table.record, by_key)
            for record in found:
                yield f"{self._called(record)}后来又改过（{labels[by_key[record.id]]}）。"
            if len(found) < len(by_key):
                yield f"有 {len(by_key) - len(found)} 条{table.record.label}已经从回收站清除，不能恢复。"

    def _later_rows(self, table: Table, keys: set[str], labels: dict[str, str]) -> Iterator[tuple[str, str]]:
        row = JournalEntry
        for chunk in _chunks(keys):
            query = row.select(row.key, row.deed).where(
                row.key.in_(chunk) & (row.kind == table.kind) & (row.clock > self._entry.clock)
            )
            yield from ((key, deed) for key, deed in bound.raw(query) if deed in labels)

    def _fixed_about(self) -> Iterator[str]:
        """Numbers, prints and the like that stand on a record which would be gone."""
        for about in (record for record in self._records if issubclass(record, About) and record.fixed):
            for table, keys in self._vanishing.items():
                of_kind = about.alive().where(about.about_kind == table.kind)
                yield from map(self._standing, self._staying(about, of_kind, about.about_key, keys))

    def _pointing(self) -> Iterator[str]:
        """Living records that link to a record which would be gone."""
        for table, keys in self._vanishing.items():
            for link, other in meta_of(table.record).backrefs.items():
                if issubclass(other, Record):
                    for record in self._staying(other, other.alive(), link, keys):
                        yield f"{self._called(record)}还用着要撤销的{table.record.label}。"

    def _pointing_nowhere(self) -> Iterator[str]:
        """Records that would be back and link to one that is deleted and stays so."""
        for table, keys in self._reviving.items():
            for name, target in table.links.items():
                back = next((again for other, again in self._reviving.items() if other.record is target), set())
                for chunk in _chunks(keys):
                    gone = _gone(table, chunk, name, target)
                    for record in _loaded(target, {key for (key,) in bound.raw(gone)} - back):
                        yield f"{self._called(record)}已经删除，而要恢复的{table.record.label}用着它。"

    def _standing(self, record: Record) -> str:
        return f"{self._called(record)}已经登记，不能撤销。"

    def _called(self, record: Record) -> str:
        hidden = record.kind_of() in self._hidden
        return f"有{record.label}（不对您开放）" if hidden else f"{record.label}“{record.title()}”"

    def _staying(self, record: type[Record], query: Any, link: Any, keys: set[str]) -> list[Record]:
        """The records of a query that link to ``keys`` and stay in the book."""
        pairs = query.select(record.id, link)
        if len(keys) <= _CHUNK:
            pairs = pairs.where(link.in_(list(keys)))
        leaving = next((gone for table, gone in self._vanishing.items() if table.record is record), set())
        return _loaded(record, {key for key, target in bound.raw(pairs) if target in keys} - leaving)


def standing_on(records: Iterable[type[Record]], record: Record) -> list[str]:
    """Name what was issued or printed about a record: it keeps the record from being deleted."""
    found: list[str] = []
    for about in (known for known in records if issubclass(known, About) and known.fixed):
        rows = about.alive().where((about.about_kind == record.kind_of()) & (about.about_key == record.id))
        found += (f"{about.label}“{row.title()}”" for row in rows.order_by(about.sort_key, about.id))
    return found


def _gone(table: Table, keys: list[str], link: str, target: type[Record]) -> Any:
    """The deleted records that these link to; both may lie in one table (a house beside a house)."""
    linking = table.record.alias()
    gone = target.select(target.id).join(linking, on=getattr(linking, link) == target.id)
    return gone.where(linking.id.in_(keys) & target.deleted_at.is_null(False))


def _loaded(record: type[Record], keys: Iterable[str]) -> list[Record]:
    """The records with these keys, as a clerk sorts them."""
    found: list[Record] = []
    for chunk in _chunks(keys):
        found.extend(record.select().where(record.id.in_(chunk)))
    return sorted(found, key=lambda each: (each.sort_key, each.id))


def _chunks(keys: Iterable[str]) -> Iterator[list[str]]:
    all_keys = sorted(keys)
    return (all_keys[start : start + _CHUNK] for start in range(0, len(all_keys), _CHUNK))
