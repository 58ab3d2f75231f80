"""Machines: which PC wrote the rows of each replica, so that the journal can say on which PC something was done."""

from __future__ import annotations

import platform
from datetime import datetime

from .database import BookDatabase
from .entries import ReplicaEntry
from .record import bound

_NAME_IT = (
    'INSERT INTO "store_replica" ("replica", "machine", "since") VALUES (?, ?, ?) ON CONFLICT ("replica") DO NOTHING'
)


def name_machine(database: BookDatabase, replica: str) -> str:
    """Keep the name of this PC beside a replica that the book does not know yet; return the name that it has."""
    known = machines().get(replica)
    if known is not None:
        return known
    name = platform.node() or "这台电脑"
    with database.writing():
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        database.write(_NAME_IT, [(replica, name, now)])
    return name


def machines() -> dict[str, str]:
    """Return the name of the PC of every replica."""
    rows = bound.raw(ReplicaEntry.select(ReplicaEntry.replica, ReplicaEntry.machine))
    return {replica: str(machine) for replica, machine in rows}
