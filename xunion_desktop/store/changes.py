"""Changes: what a deed has changed so far, packed as the journal will keep it, one entry per record."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Sequence
from typing import Any, NamedTuple

from .chain import Values, pack, unpack
from .tables import Table

INSERT, UPDATE = "insert", "update"


class Packed(NamedTuple):
    """The change of one record: new values by name for an insert, pairs of old and new for an update."""

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
        """Whether a record was written that is never undone."""
        return any(table.record.fixed for table, packed in self._packed.items() if packed)

    def by_table(self) -> Iterator[tuple[Table, dict[str, Packed]]]:
        """Give the changes, table by table, in the order in which they were met first."""
        return ((table, packed) for table, packed in self._packed.items() if packed)

    def items(self, table: Table) -> ItemsView[str, Packed]:
        """Give the changes of the records of one table."""
        return self._packed.get(table, {}).items()

    def inserted(self, table: Table, rows: Sequence[Values]) -> None:
        """Take note of new rows."""
        entries = self._packed.setdefault(table, {})
        for row in rows:
            values = {name: row[name] for name in table.told if row[name] is not None}
            entries[row["id"]] = _packed(table, INSERT, values)

    def updated(self, table: Table, key: str, old: Values, new: Values) -> None:
        """Take note of the new values of some fields of a row."""
        entries = self._packed.setdefault(table, {})
        before = entries.get(key)
        if before is None:
            entries[key] = _packed(table, UPDATE, {name: [old[name], value] for name, value in new.items()})
            return
        values = before.values()
        if before.act == INSERT:
            values |= new
        else:
            values |= {name: [values.get(name, [old[name]])[0], value] for name, value in new.items()}
            values = {name: pair for name, pair in values.items() if pair[0] != pair[1]}
        if values:
            entries[key] = _packed(table, before.act, values)
        else:
            del entries[key]


def _packed(table: Table, act: str, values: dict[str, Any]) -> Packed:
    if not table.secret:
        return Packed(act, pack(values), None)
    secret = {name: value for name, value in values.items() if name in table.secret}
    plain = {name: value for name, value in values.items() if name not in table.secret}
    return Packed(act, pack(plain), pack(secret))
