"""Column: one declared field as table, form, Excel, printed list and search see it (design.md §2).

A column never carries colours, widths, visibility or callbacks: those belong to the room's ``tab.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from xunion_desktop.basics.codes import mask_card, mask_id, mask_phone
from xunion_desktop.basics.money import show_amount


class Kind(StrEnum):
    """What a value is. Each kind has one editor, one alignment, one Excel format."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    WHOLE = "whole"  # int
    MONEY = "money"  # int, fen
    PERCENT = "percent"  # int, hundredths of a percent (8640 = 86.40 %)
    DATE = "date"  # ISO text, may be partial: 2021, 2021-06, 2021-06-20
    MONTH = "month"  # ISO text 2021-06
    YES_NO = "yes_no"  # bool or None
    CHOICE = "choice"  # text, one of choices
    LINK = "link"  # key of another record
    FILE = "file"  # name of a sealed file
    ID_NUMBER = "id_number"
    CREDIT_CODE = "credit_code"
    PHONE = "phone"
    CARD = "card"


NUMBERS = frozenset({Kind.WHOLE, Kind.MONEY, Kind.PERCENT})


@dataclass(frozen=True)
class Column:
    """One column. ``name`` is the attribute of the record (or of the register's row) that holds the value.

    ``sql(as_of)`` is the peewee expression to sort by and, for a computed column, to select; only columns that have
    one can be sorted. ``order(as_of)`` is what is sorted by instead, where the text is not in its order (a name by its
    pinyin). ``sensitive`` columns are masked where the user has no right to see them.
    """

    name: str
    label: str
    kind: Kind = Kind.TEXT
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    required: bool = False
    sensitive: bool = False
    sql: Callable[[date], Any] | None = None
    order: Callable[[date], Any] | None = None

    def value(self, record: Any) -> Any:
        """The value to compare by (None = empty)."""
        return getattr(record, self.name, None)

    def text(self, record: Any) -> str:
        """The value as a clerk reads it."""
        return show(self, self.value(record))

    def masked(self, text: str) -> str:
        """That text as it is shown without a reason to see more (SV-41): 139****7120 where the column is sensitive."""
        if not text or not self.sensitive:
            return text
        mask = _MASKS.get(self.kind)
        return mask(text) if mask else _HIDDEN


@dataclass(frozen=True)
class MaskedColumn(Column):
    """A column as it goes out where nobody gave a reason: its values are the masked texts."""

    of: Column = Column("", "")

    def value(self, record: Any) -> Any:
        """The masked text (None = empty)."""
        return self.text(record) or None

    def text(self, record: Any) -> str:
        """The masked text."""
        return self.of.masked(self.of.text(record))


def masked_column(column: Column) -> Column:
    """The column as everybody may see it."""
    if not column.sensitive:
        return column
    return MaskedColumn(column.name, column.label, hint=column.hint, sensitive=True, of=column)


def is_masked(text: str) -> bool:
    """Whether a text was masked on its way out, and therefore says nothing on its way in."""
    return "**" in text or _HIDDEN in text


def show(column: Column, value: Any) -> str:
    """Write ``value`` as the column's kind is read: 1,234.50, 86.40%, 是, the choice's word."""
    if value is None or value == "":
        return ""
    if column.kind is Kind.CHOICE:
        return dict(column.choices).get(value, str(value))
    writer = _WRITERS.get(column.kind)
    return writer(value) if writer else str(value)


_WRITERS: dict[Kind, Callable[[Any], str]] = {
    Kind.WHOLE: lambda value: f"{value:,}",
    Kind.MONEY: show_amount,
    Kind.PERCENT: lambda value: f"{value / 100:.2f}%",
    Kind.YES_NO: lambda value: "是" if value else "否",
}

_MASKS: dict[Kind, Callable[[str], str]] = {Kind.PHONE: mask_phone, Kind.ID_NUMBER: mask_id, Kind.CARD: mask_card}
_HIDDEN = "＊＊"
