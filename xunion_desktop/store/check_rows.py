"""Check of the records: every row says what the journal last said of it; what differs was altered outside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from xunion_desktop.basics.problems import Level

from .chain import Values, unpack
from .changes import ERASE, INSERT, REMOVE
from .check_words import called
from .entries import JournalEntry
from .findings import Finding
from .record import bound
from .tables import Table, table_of
from .upgrades import added_later

if TYPE_CHECKING:
    from .book import Book

_CHUNK = 1000
_REMEDY = "有人在程序之外改过这一条。请对照它的变更记录和纸质材料，改对后保存。"
_DELETED = "deleted_at"
_DERIVED = ("sort_key", "search_text")
_AGAIN = "多半有人在程序之外动过。请打开这一条，改一下名称存上，再改回来，程序就重新算好。"


def row_findings(book: Book) -> Iterator[Finding]:
    """Find the records that are not as the journal has them."""
    for record in book.records:
        if record.journaled:
            table = table_of(record)
            yield from _altered(table)
            yield from _vanished(table)


def _altered(table: Table) -> Iterator[Finding]:
    names = (*table.told, _DELETED, *_DERIVED)
    record = table.record
    after = ""
    while True:
        rows = list(bound.raw(table.select(("id", *names), record.id > after).order_by(record.id).limit(_CHUNK)))
        if not rows:
            return
        after = rows[-1][0]
        told = _replayed(table, [row[0] for row in rows])
        for key, *values in rows:
            stored = dict(zip(names, values, strict=True))
            wrong = _differing(told.get(key), stored)
            if wrong:
                sentence = f"{called(record, key)}{_named(table, wrong)}。"
                yield Finding(Level.ERROR, sentence, _REMEDY, kind=table.kind, key=key)
            elif not _well_derived(table, stored):
                sentence = f"{called(record, key)}排序和查找用的内容，和它自己对不上。"
                yield Finding(Level.DOUBT, sentence, _AGAIN, kind=table.kind, key=key)


def _vanished(table: Table) -> Iterator[Finding]:
    """Records that the journal knows, that were never taken out of the bin, and that are not there."""
    row, record = JournalEntry, table.record
    there = record.select(record.id)
    removed = row.alias()
    gone = removed.select(removed.key).where((removed.kind == table.kind) & (removed.act == REMOVE))
    query = row.select(row.key).where((row.kind == table.kind) & row.key.not_in(there) & row.key.not_in(gone))
    for (key,) in bound.raw(query.distinct()):
        sentence = f"一条{record.label}在程序之外被删掉了。"
        yield Finding(Level.ERROR, sentence, "请从备份恢复，或按变更记录重新登记。", kind=table.kind, key=key)


def _replayed(table: Table, keys: list[str]) -> dict[str, Values | None]:
    """What the journal says these records hold now; None = that they are gone."""
    row = JournalEntry
    query = (
        row.select(row.key, row.act, row.plain, row.secret, row.schema)
        .where(row.key.in_(keys) & (row.kind == table.kind))
        .order_by(row.clock, row.number)
    )
    told: dict[str, Values | None] = {}
    for key, act, plain, secret, schema in bound.raw(query):
        values = _unpacked(plain) | _unpacked(secret)
        if act == REMOVE:
            told[key] = None
        elif act in {INSERT, ERASE}:
            told[key] = {**_empty(table, schema), **values}
        else:
            told[key] = {**(told.get(key) or {}), **_new(values)}
    return told


def _empty(table: Table, schema: object) -> Values:
    """The fields of which a row of some schema says that they are empty, by saying nothing."""
    since = added_later(table.kind, schema if isinstance(schema, int) else 0)
    return {name: None for name in (*table.told, _DELETED) if name not in since}


def _well_derived(table: Table, stored: Values) -> bool:
    """Whether what the store keeps by itself is what it would be now."""
    fresh = dict(stored)
    try:
        table.derive(fresh)
    except (TypeError, ValueError, AttributeError):
        return False
    return all(fresh[name] == stored[name] for name in _DERIVED)


def _new(values: Values) -> Values:
    """The new ones of old and new values."""
    return {name: pair[1] for name, pair in values.items() if isinstance(pair, list) and len(pair) == 2}


def _unpacked(packed: bytes | None) -> Values:
    """The values of a journal row; of one that cannot be read (told by the check of the journal), none."""
    try:
        return unpack(packed)
    except (ValueError, TypeError):
        return {}


def _differing(told: Values | None, stored: dict[str, Any]) -> list[str] | None:
    """The fields that say something else than the journal; ["*"] = the journal does not know the record at all."""
    if told is None:
        return ["*"]
    return [name for name, value in told.items() if name in stored and stored[name] != value]


def _named(table: Table, wrong: list[str]) -> str:
    if wrong == ["*"]:
        return "不是程序写进去的，变更记录里没有它"
    labels = (getattr(table.fields[name], "verbose_name", "") or name for name in wrong if name != _DELETED)
    said = "、".join(labels)
    return f"的{said}在程序之外被改过" if said else "在程序之外被删除或恢复过"
