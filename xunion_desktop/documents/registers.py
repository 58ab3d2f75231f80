"""The registers of the documents: papers written freely (公文稿), and what was printed (打印登记)."""

from __future__ import annotations

from datetime import date
from typing import Any

from xunion_desktop.store.columns import Column, Kind
from xunion_desktop.store.record import columns_of
from xunion_desktop.store.registers import Chip, Register

from . import figures
from .manuscripts import Manuscript
from .records import REPRINT, VOID, Batch, Printing

_SHOWN = ("day", "clock", "form_title", "name", "number_text", "kind", "way", "printer", "sheets", "user", "remark")


def printings_register(today: date) -> Register:
    """打印登记: every paper that left the program, the newest first."""
    chips = (
        Chip("all", "全部", lambda as_of: None),
        Chip("year", "本年", _this_year),
        Chip("batch", "成批的", _in_batches),
        Chip("reprint", "补打", lambda as_of: Printing.kind == REPRINT),
        Chip("void", "作废", lambda as_of: Printing.kind == VOID),
    )
    columns = columns_of(Printing)
    shown = tuple(columns[name] for name in _SHOWN)
    order = (("day", True), ("clock", True))
    return Register("printings", "打印登记", Printing, shown, chips, today=today, order=order)


def _in_batches(as_of: date) -> Any:
    del as_of
    return Printing.batch.in_(Batch.select(Batch.id).where(Batch.count > 1))


def _this_year(as_of: date) -> Any:
    return (Printing.day >= f"{as_of.year}-01-01") & (Printing.day <= f"{as_of.year}-12-31")


def drafts_register(today: date) -> Register:
    """公文稿: every paper that was written freely, the newest first."""
    own = columns_of(Manuscript)
    columns = (
        own["name"],
        own["genre"],
        own["recipient"],
        Column("state", "状态", Kind.CHOICE, "草稿、已印发、作废", figures.STATES, sql=figures.state),
        Column("number", "文号", hint="印发后才有", sql=lambda as_of: figures.latest("number_text")),
        Column("issued", "印发日期", Kind.DATE, "哪天印发的", sql=lambda as_of: figures.latest("day")),
        own["day"],
        own["body"],
        own["remark"],
    )
    chips = (
        Chip("all", "全部"),
        Chip("draft", "草稿", figures.is_draft),
        Chip("issued", "已印发", figures.is_issued),
        Chip("issued_year", "今年印发", figures.issued_in_year),
        Chip("year", "今年起草", figures.begun_in_year),
        Chip("void", "作废", figures.is_void),
    )
    order = (("day", True), ("name", False))
    search = figures.numbered_like
    return Register("drafts", "公文稿", Manuscript, columns, chips, today=today, search=search, order=order)
