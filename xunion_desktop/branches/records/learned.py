"""LearnedHeading: where a clerk once placed a heading of a sheet, so that the next sheet needs no asking."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from xunion_desktop.store import fields
from xunion_desktop.store.record import Record


class LearnedHeading(Record):
    """One heading of the sheets that come into a register, and the column it goes to ("" = 不导入)."""

    label: ClassVar[str] = "表头记忆"
    journaled: ClassVar[bool] = False

    register = fields.Text(verbose_name="台账", help_text="哪一本台账")
    heading = fields.Text(verbose_name="表头", help_text="表里的写法")
    column = fields.Text(default="", verbose_name="放到", help_text="放到哪一栏，空着就是不导入")


def learned_headings(register: str) -> dict[str, str]:
    """Return heading → column name of what was learned for a register."""
    return {row.heading: row.column for row in LearnedHeading.select().where(LearnedHeading.register == register)}


def learn_headings(note: Any, register: str, learned: Mapping[str, str]) -> None:
    """Keep these placements; a heading placed anew replaces the old placement."""
    old = {row.heading: row for row in LearnedHeading.select().where(LearnedHeading.register == register)}
    for heading, column in learned.items():
        row = old.get(heading) or LearnedHeading(register=register, heading=heading)
        row.column = column
        note.save(row)
