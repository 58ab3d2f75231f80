"""The recycle bin: what was deleted and is still there, hidden. It can be restored, or taken out for good.

Emptying removes the rows and the sealed files that only they named. Their journal stays, with its values: what a
record held can still be read in its history by who may; values are erased by ``erasure``. What a fixed record says
(a number issued, a paper printed) is never taken out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from xunion_desktop.basics.errors import Trouble

from .entries import DeedEntry, JournalEntry
from .links import pointed_at
from .log import LogEntry, Logged
from .machines import machines
from .naming import drop_unnamed, files_of
from .record import Record, bound
from .tables import Table, in_link_order, table_of

if TYPE_CHECKING:
    from .book import Book

_CHUNK = 500
_SHOWN = "%Y-%m-%d %H:%M"


@dataclass(frozen=True)
class Deleted:
    """A deleted record as the bin lists it: what, since when, by whom, by which deed, on which PC."""

    kind: str
    key: str
    label: str
    title: str
    time: str
    user: str
    deed: str
    deed_label: str
    machine: str


def deleted(book: Book) -> list[Deleted]:
    """List what lies in the bin, the latest first."""
    found: list[tuple[str, Deleted]] = []
    for record in _binned(book):
        rows = {row.id: row for row in record.select().where(record.deleted_at.is_null(False))}
        for key, deed, label, user, replica in _last_deeds(record, list(rows)):
            row = rows[key]
            when = str(row.deleted_at)
            time = datetime.fromisoformat(when).astimezone().strftime(_SHOWN)
            line = Deleted(record.kind_of(), key, record.label, row.title(), time, user, deed, label, replica)
            found.append((when, line))
    return [line for _, line in sorted(found, key=lambda each: (each[0], each[1].key), reverse=True)]


def restore(book: Book, items: Iterable[Deleted]) -> None:
    """Bring records back by one deed; Trouble where one needs another that stays deleted, or its code is taken."""
    chosen = _by_table(book, items)
    names = [item.title for item in items]
    with book.deed(f"从回收站恢复{names[0]}" + (f"等 {len(names)} 条" if len(names) > 1 else "")) as deed:
        for table in in_link_order(table.record for table in chosen):
            one = table_of(table)
            rows = list(table.select().where(table.id.in_(chosen[one]) & table.deleted_at.is_null(False)))
            _demand_targets(one, rows)
            deed.put_back(one, ("deleted_at",), [(row.id, (row.deleted_at,), (None,)) for row in rows])


def empty(book: Book, before: datetime, *, reason: str = "") -> tuple[int, int]:
    """Take out for good what was deleted before a moment. Returns how many went, and how many are still needed.

    A row stays as long as another row, deleted later, points to it.
    """
    moment = before.astimezone().isoformat(timespec="seconds")
    gone, kept, files = 0, 0, set[str]()
    with book.deed("清空回收站") as deed:
        for record in reversed(in_link_order(_binned(book))):
            table = table_of(record)
            keys = [key for (key,) in bound.raw(record.select(record.id).where(record.deleted_at < moment))]
            files |= files_of(table, keys)
            for free in _in_turns(table, keys):
                deed.remove(table, free)
                gone += len(free)
            kept += record.select().where(record.deleted_at < moment).count()
        if gone:
            sentence = f"从回收站彻底清除了 {gone} 条。"
            deed.save(LogEntry(event=Logged.EMPTIED, sentence=sentence, reason=reason))
    drop_unnamed(book, files)
    return gone, kept


def _in_turns(table: Table, keys: list[str]) -> Iterator[list[str]]:
    """Give those of the rows that nothing points to, until none are left or all that are left are needed."""
    while keys:
        needed = pointed_at(table, keys)
        free = [key for key in keys if key not in needed]
        if not free:
            return
        yield free
        keys = [key for key in keys if key in needed]


def _binned(book: Book) -> list[type[Record]]:
    return [record for record in book.records if record.journaled and not record.fixed]


def _last_deeds(record: type[Record], keys: list[str]) -> Iterator[tuple[str, str, str, str, str]]:
    """Give key, deed, its label, its user and the PC of the last change of each of these records."""
    named, row, deed = machines(), JournalEntry, DeedEntry
    last: dict[str, tuple[str, str, str, str, str]] = {}
    for start in range(0, len(keys), _CHUNK):
        query = (
            row.select(row.key, row.deed, deed.label, deed.user, row.replica)
            .join(deed, on=(deed.id == row.deed))
            .where(row.key.in_(keys[start : start + _CHUNK]) & (row.kind == record.kind_of()))
            .order_by(row.clock, row.number)
        )
        for key, deed_id, label, user, replica in bound.raw(query):
            last[key] = (key, deed_id, label, user, named.get(replica, ""))
    yield from last.values()


def _by_table(book: Book, items: Iterable[Deleted]) -> dict[Table, list[str]]:
    tables = {record.kind_of(): table_of(record) for record in book.records}
    chosen: dict[Table, list[str]] = {}
    for item in items:
        chosen.setdefault(tables[item.kind], []).append(item.key)
    return chosen


def _demand_targets(table: Table, rows: Iterable[Record]) -> None:
    """Refuse to bring back what points to a record that stays deleted."""
    for row in rows:
        for name, target in table.links.items():
            gone = target.get_or_none((target.id == row.__data__[name]) & target.deleted_at.is_null(False))
            if gone is not None:
                raise Trouble(
                    f"“{row.title()}”不能恢复：它用着的{target.label}“{gone.title()}”也在回收站里。",
                    "请把两条一起恢复，或先恢复那一条。",
                )
