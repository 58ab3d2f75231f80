"""Machines: which PC wrote the rows of each replica, so that the journal can say on which PC something was done."""

from __future__ import annotations

import platform
from datetime import datetime

from .database import BookDatabase
from .entries import ReplicaEntry

_NAME_IT = (
    'INSERT INTO "store_replica" ("replica", "machine", "since") VALUES (?, ?, ?) ON CONFLICT ("replica") DO NOTHING'
)


def name_machine(database: BookDatabase, replica: str) -> None:
    """Keep the name of this PC beside a replica that the book does not know yet."""
    if replica not in machines():
        with database.writing():
            now = datetime.now().astimezone().isoformat(timespec="seconds")
            database.write(_NAME_IT, [(replica, platform.node() or "这台电脑", now)])


def machines() -> dict[str, str]:
    """Return the name of the PC of every replica."""
    return {entry.replica: entry.machine for entry in ReplicaEntry.select()}
