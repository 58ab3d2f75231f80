"""Erasure: the values of one record taken out of the book by law (个人信息保护法 47 条), the chain left whole.

The row stays under its key, so that what links to it holds, with nothing in it but what is needed to be a row. In the
journal the values and salts of all its changes are blanked; the hashes stay, and nothing can be guessed from them any
more. Its name is blanked in the labels of deeds and in the log, its drafts and sealed files are removed, and the
write-ahead log is emptied, so that no page as it was before lies in it.

Not reached: backups made before (thinned away in time), papers and workbooks given out, the printed originals of
numbered papers, labels of deeds older than their hashes (``labels``), and other records that name it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .chain import unpack
from .columns import Kind
from .deeds import Deed
from .entries import JournalEntry
from .labels import blank_labels
from .log import LogEntry, Logged
from .naming import drop_unnamed, files_of
from .record import BLANK, Record, bound, columns_of
from .tables import Table, table_of

if TYPE_CHECKING:
    from .book import Book

_SHORTEST_NAME = 2  # a single character would be blanked in labels that mean something else
_NOTHING: dict[Kind, Any] = {Kind.WHOLE: 0, Kind.MONEY: 0, Kind.PERCENT: 0, Kind.YES_NO: False}


def erase(book: Book, record: Record, reason: str) -> None:
    """Erase the values of a record from the book and its journal, and log that it was done and why."""
    table, key = table_of(type(record)), record.id
    names, files = _names(table, record), files_of(table, [key])
    with book.deed("依法清除") as deed:
        about = _deeds_about(key)
        deed.erase(table, key, left_of(table, record))
        _erase_in_log(deed, key)
        blank_labels(book.database, names, about)
        sentence = f"依法清除了一条{record.label}的全部内容。"
        why = _without(names, reason)
        deed.save(LogEntry(event=Logged.ERASED, sentence=sentence, reason=why, of_kind=table.kind, of_key=key))
    for place in book.drafts.all():
        if place.endswith(f"/{key}"):
            book.drafts.drop(place)
    drop_unnamed(book, files)
    book.database.empty_log()


def erasable(record: type[Record]) -> bool:
    """Whether records of this kind are about somebody."""
    return record.person or any(column.sensitive for column in columns_of(record).values())


def is_erased(record: Record) -> bool:
    """Whether its values were erased."""
    return getattr(record, type(record).sort_source, None) == BLANK


def left_of(table: Table, record: Record) -> dict[str, Any]:
    """Return what stays in the row: links and choices that must be there, empty values, and whether it is deleted."""
    blank = {name: _blank(table, name, record.__data__[name]) for name in table.told}
    return blank | {"deleted_at": record.deleted_at}


def _blank(table: Table, name: str, value: Any) -> Any:
    field = table.fields[name]
    kind = getattr(field, "kind", Kind.TEXT)
    if field.null:
        return None
    if name in table.links or kind is Kind.CHOICE:
        return field.db_value(value)
    if name == table.record.sort_source and isinstance(value, str):
        return BLANK
    if field.default is not None and not callable(field.default):
        return field.db_value(field.default)
    return _NOTHING.get(kind, "")


def _names(table: Table, record: Record) -> list[str]:
    """What the record is called and was ever called, the longest first."""
    row, source = JournalEntry, table.record.sort_source
    query = row.select(row.plain, row.secret).where((row.key == record.id) & (row.kind == table.kind))
    found = {record.title()}
    for plain, secret in bound.raw(query):
        value = (unpack(plain) | unpack(secret)).get(source)
        found.update(map(str, value) if isinstance(value, list) else [str(value or "")])
    names = (name for name in found if len(name) >= _SHORTEST_NAME and name != record.label)
    return sorted(names, key=len, reverse=True)


def _deeds_about(key: str) -> set[str]:
    """The deeds that changed the record, or another one that names it by its key: only their labels are about it."""
    row = JournalEntry
    mentions = (row.key == key) | row.plain.cast("TEXT").contains(key) | row.secret.cast("TEXT").contains(key)
    return {deed for (deed,) in bound.raw(row.select(row.deed).where(mentions).distinct())}


def _without(names: list[str], text: str) -> str:
    for name in names:
        text = text.replace(name, BLANK)
    return text


def _erase_in_log(deed: Deed, key: str) -> None:
    """What was logged about the record may name it."""
    table = table_of(LogEntry)
    for entry in LogEntry.select().where(LogEntry.of_key == key):
        told = {name: entry.__data__[name] for name in (*table.told, "deleted_at")}
        deed.erase(table, entry.id, told | {"sentence": BLANK, "reason": BLANK})
