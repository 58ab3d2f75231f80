"""The own union and its 代字 as one thing to edit: what the page 本单位资料 shows and writes in one deed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from xunion_desktop.basics.problems import Problem
from xunion_desktop.store.columns import Column
from xunion_desktop.store.deeds import Deed

from . import rules
from .records import Office, Prefix

_PREFIX_FIELD = "prefix_"


def prefix_columns() -> dict[str, Column]:
    """Give a column for each 代字, by the role that forms name."""
    return {_PREFIX_FIELD + row.role: _column(row) for row in _prefixes()}


def read(office: Office) -> dict[str, Any]:  # noqa: ARG001 - what a form plan is given
    """Give the 代字 as values of the form; the rest are attributes of the office itself."""
    return {_PREFIX_FIELD + row.role: row.word for row in _prefixes()}


def write(deed: Deed, office: Office, changed: Mapping[str, Any]) -> None:
    """Write what was changed of both, in an open deed."""
    words = {row.role: row for row in _prefixes()}
    for name, value in changed.items():
        if name.startswith(_PREFIX_FIELD):
            row = words[name.removeprefix(_PREFIX_FIELD)]
            row.word = value or ""
            deed.save(row)
        else:
            setattr(office, name, value)
    deed.save(office)


def problems(office: Office, values: Mapping[str, Any], today: date) -> list[Problem]:
    """Judge the own union and every 代字, and find a 代字 given twice: its numbers would mix (DC-30)."""
    own = {name: value for name, value in values.items() if not name.startswith(_PREFIX_FIELD)}
    prefixes = {name: value or "" for name, value in values.items() if name.startswith(_PREFIX_FIELD)}
    found = Office(**{**office.__data__, **own}).problems(today)
    for name, word in prefixes.items():
        found += rules.prefix_problems(word, name)
    return found + rules.double_problems(prefixes)


def _prefixes() -> list[Prefix]:
    return list(Prefix.alive().order_by(Prefix.id))


def _column(row: Prefix) -> Column:
    use = row.use or row.role
    return Column(_PREFIX_FIELD + row.role, f"{use.split('（')[0]}代字", hint=f"用于{use}，只写汉字；不知道就留空。")
