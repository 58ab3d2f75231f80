"""Changes: what a deed has changed so far, packed as the journal will keep it, one entry per record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from .chain import Values, pack, unpack
from .tables import Table

INSERT, UPDATE, ERASE, REMOVE = "insert", "update", "erase", "remove"
FINAL = (ERASE, REMOVE)  # what no undo brings back

Update = tuple[str, tuple[Any, ...], tuple[Any, ...]]  # key, old values, new values


class Packed(NamedTuple):
    """The change of one record: new values by name for an insert, pairs of old and new for an update.

    What is left after an erasure is told like an insert; of a row that was removed there is nothing to tell.
    """

    act: str
    plain: bytes | None
    secret: bytes | None

    def values(self) -> Values:
        """Return what was packed, ordinary and sensitive together."""
        return unpack(self.plain) | unpack(self.secret)


class Changes:
    """All changes of one deed. A record changed twice has one entry; changed and changed back, none."""

    def __init__(self) -> None:
        self._packed: dict[Table, dict[str, Packed]] = {}
        self.ground = False  # of a deed that everything after it stands on

    def __bool__(self) -> bool:
        return any(self._packed.values())

    @property
    def count(self) -> int:
        """How many records were changed."""
        return sum(map(len, self._packed.values()))

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of the records that were changed."""
        return frozenset(table.kind for table, packed in self._packed.items() if packed)

    @property
    def fixed(self) -> bool:
        """Whether the deed is never undone: it laid the ground of the book, or wrote a fixed record."""
        return self.ground or any(table.record.fixed for table, packed in self._packed.items() if packed)

    def by_table(self) -> Iterator[tuple[Table, dict[str, Packed]]]:
        """Give the changes, table by table, in the order in which they were met first."""
        return ((table, packed) for table, packed in self._packed.items() if packed)

    def inserted(self, table: Table, rows: Iterable[Values]) -> None:
        """Take note of new rows; what is empty is not kept."""
        entries = self._packed.setdefault(table, {})
        secret = [name for name in table.told if name in table.secret]
        plain = [name for name in table.told if name not in table.secret]
        for row in rows:
            entries[row["id"]] = Packed(
                INSERT,
                pack({name: row[name] for name in plain if row[name] is not None}),
                pack({name: row[name] for name in secret if row[name] is not None}),
            )

    def updated(self, table: Table, names: Sequence[str], rows: Iterable[Update]) -> None:
        """Take note of the new values of some fields of rows: (key, old values, new values)."""
        entries = self._packed.setdefault(table, {})
        last: tuple[Any, Any] = (None, None)
        packed = Packed(UPDATE, None, None)
        for key, old, new in rows:
            if (old, new) != last:  # of a change of many rows at once, most are alike
                pairs = {name: [before, after] for name, before, after in zip(names, old, new, strict=True)}
                packed, last = _packed(table, UPDATE, pairs), (old, new)
            if key in entries:
                self._merge(table, key, packed.values())
            else:
                entries[key] = packed

    def erased(self, table: Table, key: str, left: Values) -> None:
        """Take note of a record whose values were erased by law, and what is left of it."""
        told = {name: value for name, value in left.items() if value is not None}
        self._packed.setdefault(table, {})[key] = Packed(ERASE, pack(told), None)

    def removed(self, table: Table, keys: Iterable[str]) -> None:
        """Take note of rows that are gone from the book for good."""
        self._packed.setdefault(table, {}).update((key, Packed(REMOVE, None, None)) for key in keys)

    def _merge(self, table: Table, key: str, pairs: Values) -> None:
        """Put a further change of a record into what was noted of it before."""
        before = self._packed[table].pop(key)
        values = before.values()
        if before.act == INSERT:
            values |= {name: after for name, (_, after) in pairs.items()}
        else:
            values |= {name: [values[name][0] if name in values else old, new] for name, (old, new) in pairs.items()}
            values = {name: pair for name, pair in values.items() if pair[0] != pair[1]}
        if values:
            self._packed[table][key] = _packed(table, before.act, values)


def _packed(table: Table, act: str, values: dict[str, Any]) -> Packed:
    if not table.secret:
        return Packed(act, pack(values), None)
    secret = {name: value for name, value in values.items() if name in table.secret}
    plain = {name: value for name, value in values.items() if name not in table.secret}
    return Packed(act, pack(plain), pack(secret))
