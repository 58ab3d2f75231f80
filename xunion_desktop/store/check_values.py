"""Check of the values: dates that cannot be, entries that stand on nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.basics.problems import Level

from .changes import REMOVE
from .check_words import called
from .columns import Kind
from .entries import JournalEntry
from .findings import Finding
from .record import About, Record, bound, meta_of

if TYPE_CHECKING:
    from .book import Book

_YEARS = range(1850, 2200)


def value_findings(book: Book) -> Iterator[Finding]:
    """Find what no clerk can have meant."""
    kinds = {record.kind_of(): record for record in book.records}
    for record in book.records:
        for field in meta_of(record).sorted_fields:
            if getattr(field, "kind", None) in {Kind.DATE, Kind.MONTH}:
                yield from _impossible_dates(record, field)
        if issubclass(record, About):
            yield from _standing_on_nothing(record, kinds)


def _impossible_dates(record: type[Record], field: Any) -> Iterator[Finding]:
    written = bound.raw(record.select(field).where(record.deleted_at.is_null() & field.is_null(False)).distinct())
    bad = [text for (text,) in written if text and not _possible(text)]
    for (key,) in bound.raw(record.alive().select(record.id).where(field.in_(bad))) if bad else ():
        sentence = f"{called(record, key)}的{field.verbose_name}不是一个可能的日期。"
        yield Finding(Level.DOUBT, sentence, "请打开这一条改正。", kind=record.kind_of(), key=key)


def _possible(text: str) -> bool:
    try:
        return PartialDate.parse(str(text)).year in _YEARS
    except ValueError:
        return False


def _standing_on_nothing(record: type[About], kinds: dict[str, type[Record]]) -> Iterator[Finding]:
    """Entries about a record that is not in the book and was not taken out of the bin either."""
    row = JournalEntry
    for kind, target in kinds.items():
        removed = row.select(row.key).where((row.kind == kind) & (row.act == REMOVE))
        lost = record.alive().where(
            (record.about_kind == kind)
            & record.about_key.not_in(target.select(target.id))
            & record.about_key.not_in(removed)
        )
        for (key,) in bound.raw(lost.select(record.id)):
            sentence = f"{called(record, key)}说的那条{target.label}不在本子里。"
            yield Finding(Level.DOUBT, sentence, "请核对后删除这一条，或从备份恢复。", kind=record.kind_of(), key=key)
