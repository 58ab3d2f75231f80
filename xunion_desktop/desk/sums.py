"""Sums: what the picked rows come to, and the totals of all rows shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xunion_desktop.store.columns import Column, show

from .record_model import RecordModel

SUMMED = 2000  # more rows than this are counted, not added up one by one


def sum_words(model: RecordModel, keys: Sequence[str], unit: str) -> str:
    """选中 12 家 · 会员 1,234."""
    words = [f"选中 {len(keys):,} {unit}"]
    if len(keys) <= SUMMED:
        records = model.rows(keys)
        words += [f"{column.label} {_sum(column, records)}" for _, column in _summed(model)]
    return " · ".join(words)


def totals_of(model: RecordModel, unit: str) -> dict[int, tuple[str, bool]]:
    """Text and alignment by section for the row of totals; nothing where no column is summed."""
    summed = _summed(model)
    query = model.query
    if not summed or (query.only and len(model.keys) > SUMMED):
        return {}
    if query.only:
        records = model.rows(list(model.keys))
        texts = {section: (_sum(column, records), True) for section, column in summed}
    else:
        names = [column.name for _, column in summed]
        sums = model.register.sums(names, query.chip, query.text, model.today)
        texts = {section: (show(column, sums[column.name]), True) for section, column in summed}
    texts[model.ticks] = (f"合计 {len(model.keys):,} {unit}", False)
    return texts


def _summed(model: RecordModel) -> list[tuple[int, Column]]:
    pairs = zip(model.shown, model.columns, strict=True)
    return [(place + model.ticks, column) for place, (shown, column) in enumerate(pairs) if shown.total]


def _sum(column: Column, records: Sequence[Any]) -> str:
    return show(column, sum(column.value(record) or 0 for record in records)) or "0"
