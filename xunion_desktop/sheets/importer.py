"""Importer: what a room tells the import about its register, and what the import gives back to it.

The room declares targets (columns with the headings under which ledgers carry them), judges the values of a row, and
writes the finished plan in one deed. Reading, mapping, doubting and matching are done here without knowing the room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from xunion_desktop.basics.problems import Problem
from xunion_desktop.sheets.cells import Cell
from xunion_desktop.store.columns import Column

if TYPE_CHECKING:
    from xunion_desktop.sheets.plan import ImportPlan

Progress: TypeAlias = Callable[[int, int], None]
"""Called with (rows done, rows in all); raises Cancelled when the clerk has had enough."""


@dataclass(frozen=True)
class Reading:
    """What one cell was read as: the value as the book stores it (None = empty), and the doubt or fault if any.

    The problem's ``field`` may be left empty, the plan fills it in. With an ERROR the value is not used.
    """

    value: Any = None
    problem: Problem | None = None


Reader: TypeAlias = Callable[[Cell, date], Reading]


@dataclass(frozen=True)
class Target:
    """One column of the register that a sheet may fill.

    ``synonyms`` are the headings met in ledgers besides the column's own label; those of a two-row header are joined by
    a slash: 职工数/总数. Spaces, line breaks and full-width marks do not matter. ``read`` replaces the reader of the
    column's kind (3年 → 3). ``alike`` reduces a name to what tells it from others, so that a record is found though
    its name is spelled a little differently (with a doubt).
    """

    column: Column
    synonyms: tuple[str, ...] = ()
    read: Reader | None = None
    alike: Callable[[str], str] | None = None

    @property
    def name(self) -> str:
        """The name of the column."""
        return self.column.name


@dataclass(frozen=True)
class Known:
    """A record that is in the book already: its key, how it is called, and its present values by column name."""

    key: str
    title: str
    values: Mapping[str, Any]


@dataclass
class Existing:
    """The records of the register as they are before the import, found by the value of a column."""

    records: list[Known]
    _found: dict[str, dict[Any, list[Known]]] = field(default_factory=dict, repr=False)
    _alike: dict[str, dict[str, list[Known]]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, records: Iterable[Known]) -> Existing:
        """Gather the records of the book."""
        return cls(list(records))

    def find(self, name: str, value: Any) -> list[Known]:
        """The records whose column ``name`` holds ``value``; an empty value finds nothing."""
        if value is None or value == "":
            return []
        if name not in self._found:
            index: dict[Any, list[Known]] = {}
            for record in self.records:
                index.setdefault(record.values.get(name), []).append(record)
            self._found[name] = index
        return self._found[name].get(value, [])

    def find_alike(self, target: Target, value: str) -> list[Known]:
        """The records whose value in the target's column is spelled a little differently at most."""
        alike, name = target.alike, target.name
        if alike is None:
            return []
        if (index := self._alike.get(name)) is None:
            index = self._alike[name] = {}
            for record in self.records:
                index.setdefault(alike(record.values.get(name) or ""), []).append(record)
        return index.get(alike(value), [])


class Importer(Protocol):
    """How sheets come into one register. Made afresh for each import."""

    register: str
    """The register's id, as on the command line: branches."""
    title: str
    """基层工会台账"""
    measure: str
    """How records are counted and told apart: 家 (不是同一家), 人, 条."""
    targets: tuple[Target, ...]
    match_by: tuple[str, ...]
    """Column names by which a row is found in the book, the surest first: ("code", "name"). The last must be a
    column that every row has: it names the row in sentences."""
    today: date

    def complete(self, values: dict[str, Any]) -> dict[str, Any]:
        """What the cells of one row mean together; returns the values to go on with.

        Called with the values that were read (blank cells are absent). A remark 已并入 becomes a state here, the name
        in the chair's cell of a vacant post a former chair. What it returns beyond the targets is carried along to
        ``write`` but not shown.
        """
        ...

    def check(self, values: dict[str, Any]) -> list[Problem]:
        """The rules, on the record as it would be after writing (the book's present values overlaid by the row's).

        An ERROR refuses the row, a DOUBT marks it; ``field`` names the column to mark.
        """
        ...

    def existing(self) -> Existing:
        """The records of the book to match with; their values under the names of the targets, as stored."""
        ...

    def write(self, deed: Any, plan: ImportPlan, progress: Progress | None = None) -> None:
        """Write ``plan.writable()`` inside the open deed of the store: rows with action NEW and UPDATE.

        Of a new row ``row.values`` is to be saved, of an update ``row.changed_values()`` on the record ``row.key``.
        """
        ...

    def remembered(self) -> dict[str, str]:
        """Headings the clerk placed himself in earlier imports: heading → column name, "" = 不导入."""
        ...

    def remember(self, note: Any, learned: Mapping[str, str]) -> None:
        """Keep the clerk's placements for the next sheet, inside an open ``book.note()``."""
        ...
