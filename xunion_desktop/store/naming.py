"""Naming: which sealed files are named by records, and which by none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .chain import unpack
from .columns import Kind
from .entries import JournalEntry
from .record import Record, bound, meta_of
from .tables import Table

if TYPE_CHECKING:
    from .book import Book

_CHUNK = 500


def named_files(book: Book) -> Iterator[tuple[type[Record], str, str]]:
    """Give record class, key and name for every file that a record, deleted or not, names."""
    for record in book.records:
        for field in _file_fields(record):
            query = record.select(record.id, field).where(field.is_null(False))
            yield from ((record, key, name) for key, name in bound.raw(query) if name)


def unnamed_files(book: Book) -> list[str]:
    """List the sealed files that no record names: left by a deed that failed, or replaced since."""
    named = {name for _, _, name in named_files(book)}
    return sorted(name for name in book.files.names() if name not in named)


def files_of(table: Table, keys: Sequence[str]) -> set[str]:
    """Return the files that these records name or ever named."""
    fields = [field.name for field in _file_fields(table.record)]
    row, found = JournalEntry, set[str]()
    for start in range(0, len(keys) if fields else 0, _CHUNK):
        query = row.select(row.plain, row.secret).where(
            row.key.in_(list(keys[start : start + _CHUNK])) & (row.kind == table.kind)
        )
        for plain, secret in bound.raw(query):
            values = unpack(plain) | unpack(secret)
            found.update(name for field in fields for name in _names(values.get(field)))
    return found


def drop_unnamed(book: Book, names: Iterable[str]) -> None:
    """Remove those of these files that no record names any more, nor named once: an undo would name it again."""
    wanted = set(names)
    if wanted:
        for name in wanted - {name for _, _, name in named_files(book)}:
            if not any(_named_once(record, name) for record in book.records if _file_fields(record)):
                book.files.drop(name)


def _named_once(record: type[Record], name: str) -> bool:
    """Whether the journal of a record that is still in the book names a file."""
    row = JournalEntry
    named = row.plain.cast("TEXT").contains(name) | row.secret.cast("TEXT").contains(name)
    there = row.key.in_(record.select(record.id))
    return bool(row.select().where((row.kind == record.kind_of()) & named & there).exists())


def _file_fields(record: type[Record]) -> list[Any]:
    return [field for field in meta_of(record).sorted_fields if getattr(field, "kind", None) is Kind.FILE]


def _names(value: Any) -> list[str]:
    """The names in a journal value: the one of a new record, or old and new."""
    return [name for name in (value if isinstance(value, list) else [value]) if name]
