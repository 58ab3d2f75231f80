"""The journal: what every deed changed, one row per deed and record.

A row holds what is needed to show the change, to take it back, and to send it to another PC: the values before and
after (of a new record only those after), apart for ordinary and sensitive columns, chained (``chain``). Numbers run
per replica; the chain runs per replica and room, so that a package of one room has no gaps.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

import peewee as pw

from .chain import Row, Told, beginning, chained, common_head, own_head, sealed
from .changes import Changes, Packed
from .database import BookDatabase
from .entries import DONE, ChainHead, DeedEntry, JournalEntry
from .heads import Head
from .labels import seal_label
from .record import meta_of
from .tables import Table
from .upgrades import SCHEMA

_CHUNK = 1000
_SALT = 16


@dataclass
class DeedHead:
    """What a deed is, before its rows are written."""

    id: str
    label: str
    user: str
    clock: int = 0
    role: str = DONE
    undoes: str | None = None


@dataclass
class Journal:
    """The journal as one replica carries it on: the last number issued, and the end of each chain."""

    database: BookDatabase
    replica: str
    number: int = 0
    machine: str = ""  # the name of this PC, with which a new chain begins
    chains: dict[str, bytes] = field(default_factory=dict)

    def resume(self) -> None:
        """Read from the book where this replica stands."""
        self.number = self.last_number(self.replica)
        heads = self.database.raw(
            ChainHead.select(ChainHead.room, ChainHead.chain).where(ChainHead.replica == self.replica)
        )
        self.chains = {room: as_bytes(chain) for room, chain in heads}

    def last_number(self, replica: str) -> int:
        """Return the last number that the book has of a replica."""
        last = DeedEntry.select(pw.fn.MAX(DeedEntry.last)).where(DeedEntry.replica == replica)
        return _whole(next(self.database.raw(last))[0])

    def last_clock(self) -> int:
        """Return the latest reading of the hybrid clock that the book has seen."""
        return _whole(next(self.database.raw(DeedEntry.select(pw.fn.MAX(DeedEntry.clock))))[0])

    def written_since(self, schema: int) -> bool:
        """Whether a program of this schema or a later one has written into it."""
        row = JournalEntry
        return bool(row.select().where(row.schema >= schema).exists())

    def heads(self) -> list[Head]:
        """Return the ends of all chains of the book."""
        return heads_in(self.database)

    def write(self, deed: DeedHead, changes: Changes) -> None:
        """Write the rows of a deed and the deed itself."""
        first, ends = self.number + 1, dict[str, int]()
        label = seal_label(self.database, deed.id, deed.label)
        told = Told(label, deed.user, deed.role, deed.undoes, changes.fixed)
        for table, packed in changes.by_table():
            items = iter(packed.items())
            while chunk := list(islice(items, _CHUNK)):
                self.database.write(_INSERT_ROW, self._rows(deed, told, table, chunk))
            ends[table.room] = self.number
        self.database.write(
            _INSERT_DEED,
            [(
                deed.id, self.replica, first, self.number, deed.clock, deed.label, deed.user, changes.count,
                " ".join(sorted(changes.kinds)), changes.fixed, deed.role, deed.undoes, None,
            )],
        )  # fmt: skip
        self.database.write(_SET_HEAD, [(self.replica, room, last, self.chains[room]) for room, last in ends.items()])

    def _rows(self, deed: DeedHead, told: Told, table: Table, chunk: list[tuple[str, Packed]]) -> Iterator[Row]:
        known = [key for key, packed in chunk if packed.act != "insert"]
        parents = self._parents(known) if known else {}
        salts = os.urandom(_SALT * len(chunk))
        commons = {
            act: common_head(deed.id, told, table.room, table.kind, act, deed.clock, SCHEMA)
            for act in {packed.act for _, packed in chunk}
        }
        chain = self.chains.get(table.room) or beginning(self.machine, SCHEMA)
        for place, (key, (act, plain, secret)) in enumerate(chunk):
            self.number += 1
            salt = salts[_SALT * place : _SALT * (place + 1)]
            parent = parents.get(key)
            plain_hash, secret_hash = sealed(salt, plain), sealed(salt, secret)
            own = own_head(self.replica, self.number, key, parent)
            chain = chained(chain, commons[act], own, plain_hash, secret_hash)
            yield Row(
                self.replica, self.number, deed.id, table.room, table.kind, key, parent, deed.clock, SCHEMA, act,
                plain, secret, salt, plain_hash, secret_hash, chain,
            )  # fmt: skip
        self.chains[table.room] = chain

    def _parents(self, keys: list[str]) -> dict[str, str]:
        """Return the latest row of each of these records, as replica:number."""
        sql = _LATEST_ROWS.format(marks=", ".join("?" for _ in keys))  # by hand: peewee takes as long as the search
        rows = self.database.connection().execute(sql, keys)
        return {key: f"{replica}:{number}" for key, replica, number in rows}


def as_bytes(written: object) -> bytes:
    """Return what stands in a column of bytes, whatever somebody wrote there with a tool."""
    return written if isinstance(written, bytes) else str(written).encode()


def _whole(written: object) -> int:
    """Return what stands in a column of whole numbers; what is none is told by the check."""
    return written if isinstance(written, int) else 0


def _insert(model: type[pw.Model], verb: str = "INSERT") -> str:
    names = [f'"{field.column_name}"' for field in meta_of(model).sorted_fields]
    marks = ", ".join("?" for _ in names)
    return f'{verb} INTO "{meta_of(model).table_name}" ({", ".join(names)}) VALUES ({marks})'


_INSERT_DEED = _insert(DeedEntry)
_INSERT_ROW = _insert(JournalEntry)
_SET_HEAD = (
    _insert(ChainHead) + ' ON CONFLICT ("replica", "room") DO UPDATE SET "number" = excluded."number",'
    ' "chain" = excluded."chain"'
)
_LATEST_ROWS = (
    'SELECT "key", "replica", "number" FROM "store_journal" WHERE "key" IN ({marks}) ORDER BY "clock", "number"'
)


def heads_in(database: BookDatabase) -> list[Head]:
    """Return the ends of all chains of the book in a database."""
    rows = database.raw(ChainHead.select().order_by(ChainHead.replica, ChainHead.room))
    return [Head(replica, room, number, as_bytes(chain)) for replica, room, number, chain in rows]
