"""The print register (打印登记) with its chips."""

from __future__ import annotations

from datetime import date
from typing import Any

from xunion_desktop.store.record import columns_of
from xunion_desktop.store.registers import Chip, Register

from .records import VOID, Printing

_SHOWN = ("day", "clock", "form_title", "name", "number_text", "kind", "way", "printer", "sheets", "user", "remark")


def printings_register(today: date) -> Register:
    """打印登记: every paper that left the program, the newest first."""
    chips = (
        Chip("all", "全部", lambda as_of: None),
        Chip("year", "本年", _this_year),
        Chip("void", "作废", lambda as_of: Printing.kind == VOID),
    )
    columns = columns_of(Printing)
    shown = tuple(columns[name] for name in _SHOWN)
    order = (("day", True), ("clock", True))
    return Register("printings", "打印登记", Printing, shown, chips, today=today, order=order)


def _this_year(as_of: date) -> Any:
    return (Printing.day >= f"{as_of.year}-01-01") & (Printing.day <= f"{as_of.year}-12-31")
