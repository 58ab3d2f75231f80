"""The registers of the office: dated values, 代字, dictionaries, holidays, with their chips."""

from __future__ import annotations

from datetime import date
from typing import Any

from xunion_desktop.store.record import columns_of
from xunion_desktop.store.registers import Chip, Register

from . import values
from .records import DatedValue, Entry, Holiday, Prefix

_DICTIONARIES = (
    values.TOWNSHIPS,
    values.UNIT_NATURES,
    values.INDUSTRIES,
    values.SLOGANS,
    values.FOCUS_TASKS,
)


def values_register(today: date) -> Register:
    """年度数值: every row of every value, with those that hold now and those that are not set."""
    chips = (
        Chip("all", "全部", lambda as_of: None),
        Chip("now", "现行", _holds),
        Chip("unset", "未设置", lambda as_of: DatedValue.value.is_null()),
    )
    columns = tuple(columns_of(DatedValue).values())
    order = (("name", False), ("valid_from", False))
    return Register("values", "年度数值", DatedValue, columns, chips, today=today, order=order)


def prefixes_register(today: date) -> Register:
    """代字: one row for each role that forms name."""
    chips = (Chip("all", "全部", lambda as_of: None),)
    columns = tuple(columns_of(Prefix).values())
    return Register("prefixes", "代字", Prefix, columns, chips, today=today, order=(("word", False),))


def words_register(today: date) -> Register:
    """词表: a chip for each dictionary."""
    chips = [Chip("all", "全部", lambda as_of: None)]
    chips += [Chip(name, name, _of(name)) for name in _DICTIONARIES]
    columns = tuple(columns_of(Entry).values())
    order = (("dictionary", False), ("position", False))
    return Register("words", "词表", Entry, columns, tuple(chips), today=today, order=order)


def holidays_register(today: date) -> Register:
    """节假日: the days that depart from the ordinary week."""
    chips = (
        Chip("all", "全部", lambda as_of: None),
        Chip("year", "本年", _this_year),
        Chip("off", "放假", lambda as_of: ~Holiday.works),
        Chip("works", "调休上班", lambda as_of: Holiday.works),
    )
    columns = tuple(columns_of(Holiday).values())
    return Register("holidays", "节假日", Holiday, columns, chips, today=today, order=(("day", True),))


def _holds(as_of: date) -> Any:
    """A partial date counts whole: 2024-06 begins on the 1st and ends on the 30th; "~" sorts after every digit."""
    today = as_of.isoformat()
    begun = DatedValue.valid_from.is_null() | (DatedValue.valid_from <= today)
    return begun & (DatedValue.valid_to.is_null() | (DatedValue.valid_to.concat("~") >= today))


def _of(dictionary: str) -> Any:
    return lambda as_of: Entry.dictionary == dictionary


def _this_year(as_of: date) -> Any:
    return (Holiday.day >= f"{as_of.year}-01-01") & (Holiday.day <= f"{as_of.year}-12-31")
