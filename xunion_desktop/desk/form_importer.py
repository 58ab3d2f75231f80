"""FormImporter: brings rows into what has a form but no importer of its own: a short register, the rows of a union.

The form says which columns there are, what is wrong with a row and how it is written; a ledger with spellings of its
own needs an importer of its room.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from xunion_desktop.basics.problems import Problem
from xunion_desktop.sheets.importer import Existing, Known, Progress, Target
from xunion_desktop.sheets.plan import ImportPlan
from xunion_desktop.sheets.plan_rows import Action
from xunion_desktop.store.columns import Column, Kind
from xunion_desktop.store.record import Record

from .form_plan import FormPlan

_NOT_WRITTEN = frozenset({Kind.LINK, Kind.FILE})  # a name in a sheet is no key, a picture no text


class FormImporter:
    """One import through a form; ``records`` are those in the book.

    They are told apart by what they are known by, else by the first column that must be filled.
    """

    measure = "条"
    register = ""

    def __init__(self, form: FormPlan, records: Iterable[Record], title: str, today: date) -> None:
        self._form, self._records = form, {record.id: record for record in records}
        self.title, self.today = title, today
        sample = form.make()
        columns = (form.column(sample, name) for name in form.names() if name not in form.fixed)
        self.columns: tuple[Column, ...] = tuple(column for column in columns if column.kind not in _NOT_WRITTEN)
        self.targets = tuple(Target(column, _short(column.label)) for column in self.columns)
        known_by = [column.name for column in self.columns if column.name == sample.sort_source]
        required = [column.name for column in self.columns if column.required]
        self.match_by: tuple[str, ...] = ((known_by or required or [self.columns[0].name])[0],)

    def complete(self, values: dict[str, Any]) -> dict[str, Any]:
        """A row means what it says."""
        return values

    def check(self, values: Mapping[str, Any]) -> list[Problem]:
        """What the form says of the record as it would be."""
        told = dict(values)
        record = self._records.get(told.pop("id", "")) or self._form.make()
        return self._form.judge(record, {**self._form.values_of(record), **told}, self.today)

    def existing(self) -> Existing:
        """The records as the form shows them."""
        return Existing.of(
            Known(key, record.title(), {"id": key, **self._form.values_of(record)})
            for key, record in self._records.items()
        )

    def write(self, deed: Any, plan: ImportPlan, progress: Progress | None = None) -> None:
        """Write each row as the form would."""
        rows = plan.writable()
        for done, row in enumerate(rows):
            if progress is not None:
                progress(done, len(rows))
            known = row.action is Action.UPDATE
            record = self._records[row.key] if known else self._form.make()
            self._form.save(deed, record, row.changed_values() if known else row.values)

    def remembered(self) -> dict[str, str]:
        """Nothing is kept of where columns went."""
        return {}

    def remember(self, note: Any, learned: Mapping[str, str]) -> None:
        """Nothing is kept."""


def _short(label: str) -> tuple[str, ...]:
    """How a list heads the column for short: 职工 for 职工数, 性质 for 单位性质, 任期 for 任期（年）."""
    words = (label.removesuffix("数"), label.removeprefix("单位"), label.partition("（")[0])
    return tuple(word for word in dict.fromkeys(words) if word and word != label)
