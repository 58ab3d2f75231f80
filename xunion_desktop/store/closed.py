"""Closed: what is read of a book that no program has open, or of a copy, without opening it as one's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import apsw

from xunion_desktop.basics.errors import Trouble

from .copying import read_only
from .disk_faults import disk_told
from .folder import BookFolder
from .lock import FolderLock
from .record import Record


class OpenElsewhere(Trouble):
    """Another program (or window) has the book open."""


def living_rows(database: Path, key: bytes, record: type[Record], names: Sequence[str]) -> list[tuple[Any, ...]] | None:
    """Return these columns of the living records of one kind; none in a book older than the kind.

    None = the database is not there, is damaged, or has another key.
    """
    kind = record.kind_of()
    try:
        with closing(read_only(database, key)) as connection:
            if not list(connection.execute(_TABLE, (kind,))):
                return []
            query = f'SELECT {", ".join(names)} FROM "{kind}" WHERE deleted_at IS NULL'  # noqa: S608 - names of our own
            return list(connection.execute(query))
    except apsw.Error:
        return None


@contextmanager
def held_closed(place: BookFolder) -> Iterator[None]:
    """Keep everybody from opening a book meanwhile; OpenElsewhere where somebody has it open."""
    lock = FolderLock(place.lock)
    with disk_told(place.folder):
        taken = lock.take()
    if not taken:
        raise OpenElsewhere("这个本子正打开着，没有恢复，本子没有改动。", "请先在所有窗口里关掉它，再恢复。")
    try:
        yield
    finally:
        lock.free()


_TABLE = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?"
