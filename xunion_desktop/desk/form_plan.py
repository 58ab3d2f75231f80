"""FormPlan: how a room wants its record edited: groups of fields, and what is read from and written to the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from xunion_desktop.basics.problems import Problem
from xunion_desktop.store.columns import Column
from xunion_desktop.store.record import Record, columns_of

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Group:
    """Fields that stand together under a small title ("" = none)."""

    title: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class FormPlan:
    """The form of one kind of record.

    ``make`` makes a new record. ``columns`` adds fields the record does not declare itself (the head count of today),
    ``links`` names the register each link points into. ``read``, ``write`` and ``problems`` replace what a plain record
    needs: its own attributes, ``deed.save`` and ``record.problems``. ``write`` gets only the values that changed.
    ``delete`` takes a record out of the book in an open deed, with all that is part of it.
    """

    groups: Sequence[Group]
    make: Callable[[], Record]
    columns: Mapping[str, Column] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    read: Callable[[Any], Values] | None = None
    write: Callable[[Any, Any, Values], None] | None = None
    problems: Callable[[Any, Values], list[Problem]] | None = None
    fixed: frozenset[str] = frozenset()  # shown, not edited
    delete: Callable[[Any, Any], None] = lambda deed, record: deed.delete(record)

    def column(self, record: Record, name: str) -> Column:
        """The column of that name."""
        return self.columns[name] if name in self.columns else columns_of(type(record))[name]

    @property
    def editable(self) -> bool:
        """Whether anything of it can be written by hand."""
        return not self.fixed.issuperset(self.names())

    def names(self) -> list[str]:
        """All fields in the order of the form."""
        return [name for group in self.groups for name in group.names]

    def values_of(self, record: Record) -> dict[str, Any]:
        """What the form shows of this record."""
        read = self.read(record) if self.read else {}
        return {name: read[name] if name in read else getattr(record, name, None) for name in self.names()}

    def judge(self, record: Record, values: Values, today: date) -> list[Problem]:
        """What is wrong with the record as it would be with these values."""
        if self.problems is not None:
            return self.problems(record, values)
        return self.with_values(record, values).problems(today)

    def with_values(self, record: Record, values: Values) -> Record:
        """A copy of the record that holds these values; the record stays as it is."""
        copy = type(record)(**record.__data__)
        for name, value in values.items():
            setattr(copy, name, value)
        return copy

    def save(self, deed: Any, record: Record, changed: Values) -> None:
        """Write the changed values in an open deed."""
        if self.write is not None:
            self.write(deed, record, changed)
            return
        for name, value in changed.items():
            setattr(record, name, value)
        deed.save(record)
