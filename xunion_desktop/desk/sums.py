"""Sums: what the picked rows come to, and what all rows of a query come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from xunion_desktop.store.columns import Column, show
from xunion_desktop.store.registers import Register

from .record_model import Query, RecordModel

SUMMED = 2000  # more rows than this are counted, not added up one by one


@dataclass(frozen=True)
class Tally:
    """What a query comes to: the count behind each chip, how many of its rows ``deed`` is for, and their sums."""

    query: Query
    counts: Mapping[str, int]
    deed: int
    sums: Mapping[str, int]


def tally(
    register: Register, query: Query, keys: Sequence[str], summed: Sequence[str], chip: str, today: date
) -> Tally:
    """Count and sum, in any thread. ``keys`` are the rows, ``chip`` those of them that the red button is for."""
    counts = register.counts(query.text, today)
    if not query.only:
        sums = register.sums(summed, query.chip, query.text, today) if summed else {}
        return Tally(query, counts, counts.get(chip, 0), sums)
    deed = query.only.intersection(register.keys(chip, query.text, (), today)) if chip else ()
    records = register.rows(keys, today) if len(keys) <= SUMMED else []
    sums = {name: _sum(register.column(name), records) for name in summed} if records else {}
    return Tally(query, counts, len(deed), sums)


def sum_words(model: RecordModel, keys: Sequence[str], unit: str) -> str:
    """选中 12 家 · 会员 1,234."""
    words = [f"选中 {len(keys):,} {unit}"]
    if len(keys) <= SUMMED:
        records = model.rows(keys)
        words += [f"{column.label} {_words(column, _sum(column, records))}" for _, column in summed(model)]
    return " · ".join(words)


def totals_of(model: RecordModel, sums: Mapping[str, int], unit: str) -> dict[int, tuple[str, bool]]:
    """Text and alignment by section for the row of totals; nothing where no column is summed."""
    if not sums:
        return {}
    texts = {section: (_words(column, sums[column.name]), True) for section, column in summed(model)}
    texts[model.ticks] = (f"合计 {len(model.keys):,} {unit}", False)
    return texts


def summed(model: RecordModel) -> list[tuple[int, Column]]:
    """Section and column of what is summed."""
    pairs = zip(model.shown, model.columns, strict=True)
    return [(place + model.ticks, column) for place, (shown, column) in enumerate(pairs) if shown.total]


def _sum(column: Column, records: Sequence[Any]) -> int:
    return sum(column.value(record) or 0 for record in records)


def _words(column: Column, number: int) -> str:
    return show(column, number) or "0"
