"""Registers: the list of one kind of record as table, Excel out, roster and command line all see it (design.md §2).

The keys are fetched once, in order; rows are then had by key, page by page. Sorting, filtering, searching and counting
happen in the database. An empty value counts as the smallest, on every database.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any

import peewee as pw

from .columns import Column
from .derived import folded
from .record import Record, bound, meta_of

if TYPE_CHECKING:  # a room that only names its registers loads no database
    from .database import BookDatabase

Condition = Callable[[date], Any]
Order = tuple[str, bool]  # name of a column, descending
Compiled = tuple[str, list[Any]]  # a statement and its values

_CHUNK = 500
_WHOLE = 7  # digits: the shortest number that somebody can be called by
_KEPT = 100  # statements: one for each length of a page
ALL = "all"


@dataclass(frozen=True)
class Chip:
    """A filter over the register: the records that meet ``condition`` as of a day (None = all)."""

    id: str
    label: str
    condition: Condition = lambda as_of: None


class Register:
    """One register. ``columns`` may be computed: one with ``sql`` that is no field is selected under its name; the
    expression may depend on nothing but the day.

    ``today`` is the day that is meant where no other is asked for: a register never looks at the clock.

    ``search(word, as_of)`` may give a condition by which a word is found beside the record's own search text.
    """

    def __init__(
        self,
        id: str,  # noqa: A002 - what it is called everywhere
        title: str,
        record: type[Record],
        columns: Sequence[Column],
        chips: Sequence[Chip] = (),
        *,
        today: date,
        search: Callable[[str, date], Any] | None = None,
        order: Sequence[Order] = (),
    ) -> None:
        self.id = id
        self.title = title
        self.record = record
        self.today = today
        self.columns = tuple(columns)
        self.chips = tuple(chips) if chips and chips[0].id == ALL else (Chip(ALL, "全部"), *chips)
        self._search = search
        self._order = tuple(order)
        self._by_name = {column.name: column for column in self.columns}
        stored = meta_of(record).combined
        self._computed = {column.name: column.sql for column in columns if column.sql and column.name not in stored}
        self._compiled: dict[tuple[date, int], Compiled] = {}

    def chip(self, id_or_label: str) -> Chip:
        """Return a chip by id or by label; KeyError if there is none."""
        for chip in self.chips:
            if id_or_label in {chip.id, chip.label}:
                return chip
        raise KeyError(id_or_label)

    def column(self, name: str) -> Column:
        """Return a column by name."""
        return self._by_name[name]

    def keys(
        self, chip: str = ALL, text: str = "", order: Sequence[Order] = (), as_of: date | None = None
    ) -> list[str]:
        """Return the keys of all records under a chip in which every word of ``text`` is found, in order."""
        day = as_of or self.today
        query = self._found(self.record.select(self.record.id), chip, text, day)
        query = query.order_by(*self._sorting(order or self._order, day))
        return [key for (key,) in _raw(query)]

    def rows(self, keys: Sequence[str], as_of: date | None = None) -> list[Any]:
        """Return the records with these keys in their order, computed columns as attributes."""
        day = as_of or self.today
        found: dict[str, Any] = {}
        for start in range(0, len(keys), _CHUNK):
            some = list(keys[start : start + _CHUNK])
            sql, values = self._rows_of(day, len(some))
            found |= {record.id: record for record in self.record.raw(sql, *values, *some)}
        return [found[key] for key in keys if key in found]

    def _rows_of(self, day: date, count: int) -> Compiled:
        """The statement for so many rows, to which their keys are added: peewee would write it anew for every page."""
        if (day, count) not in self._compiled:
            if len(self._compiled) > _KEPT:
                self._compiled.clear()
            computed = [sql(day).alias(name) for name, sql in self._computed.items()]
            keys = self.record.id.in_([""] * count)  # stands last, so that the keys are the last values
            sql, values = _database().compiled(self.record.select(self.record, *computed).where(keys))
            self._compiled[day, count] = (sql, values[:-count])
        return self._compiled[day, count]

    def count(self, chip: str = ALL, text: str = "", as_of: date | None = None) -> int:
        """Return how many records ``keys`` would give."""
        query = self._found(self.record.select(pw.fn.COUNT(self.record.id)), chip, text, as_of or self.today)
        return int(next(_raw(query))[0])

    def counts(self, text: str = "", as_of: date | None = None) -> dict[str, int]:
        """Return the counts of all chips by id, in one query."""
        day = as_of or self.today
        conditions = [chip.condition(day) for chip in self.chips]
        sums = [
            pw.fn.COUNT(self.record.id) if condition is None else pw.fn.SUM(pw.Case(None, [(condition, 1)], 0))
            for condition in conditions
        ]
        counted = next(_raw(self._found(self.record.select(*sums), ALL, text, day)))
        return {chip.id: int(number or 0) for chip, number in zip(self.chips, counted, strict=True)}

    def sums(self, names: Sequence[str], chip: str = ALL, text: str = "", as_of: date | None = None) -> dict[str, int]:
        """Return the sums of some columns of numbers over the records that ``keys`` would give."""
        day = as_of or self.today
        nodes = [self._by_name[name].sql for name in names]
        added = [pw.fn.SUM(sql(day)) for sql in nodes if sql is not None]
        summed = next(_raw(self._found(self.record.select(*added), chip, text, day)))
        return {name: int(number or 0) for name, number in zip(names, summed, strict=True)}

    def _found(self, query: Any, chip: str, text: str, as_of: date) -> Any:
        conditions = [self.record.deleted_at.is_null()]
        filtered = self.chip(chip).condition(as_of)
        if filtered is not None:
            conditions.append(filtered)
        conditions += [self._matches(word, as_of) for word in folded(text).split()]
        return query.where(reduce(and_, conditions))

    def _matches(self, word: str, as_of: date) -> Any:
        own = found_by(self.record, word)
        more = self._search(word, as_of) if self._search else None
        return own if more is None else own | more

    def _sorting(self, order: Sequence[Order], as_of: date) -> list[Any]:
        by = []
        for name, descending in order:
            sql = self._by_name[name].order or self._by_name[name].sql
            if sql is None:
                raise ValueError(f"column {name} cannot be sorted")
            node = sql(as_of)
            by.append(pw.Desc(node, nulls="last") if descending else pw.Asc(node, nulls="first"))
            if node is self.record.sort_key:  # said twice, it would be sorted by twice
                return [*by, self.record.id]
        return [*by, self.record.sort_key, self.record.id]


def found_by(record: Any, word: str) -> Any:
    """Return the condition by which records (a class or an alias of one) are found for one word, ``folded``.

    A phone or id number is found by the whole of it, never by a part: who may not see it would else try one digit
    after the other until it stands before him (SV-41).
    """
    kept: type[Record] = record.model if isinstance(record, pw.ModelAlias) else record
    secret = [name for name in kept.search_sources if getattr(meta_of(kept).fields[name], "sensitive", False)]
    if not secret or not any(letter.isdigit() for letter in word):
        return record.search_text.contains(word)
    told = [getattr(record, name).contains(word) for name in kept.search_sources if name not in secret]
    whole = [getattr(record, name) == word.upper() for name in secret if len(word) >= _WHOLE]
    return reduce(or_, [*told, *whole], record.id == "")


def _database() -> BookDatabase:
    database: BookDatabase = bound.obj
    return database


def _raw(query: Any) -> Any:
    return _database().raw(query)
