"""The steps by which books of older programs become books of this one. ``upgrading`` takes them.

A room that is new gets its tables when the book is opened; a step is needed where what is there changes, or where an
older program must keep its hands off from now on. A step never uses the classes of records: it must still do the same
when they have changed again. Steps are added at the end and never altered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import apsw


def _only_new_tables(book: apsw.Connection) -> None:
    """Change nothing that was there."""


@dataclass(frozen=True)
class Step:
    """One step: the schema it leads to, what it is for, and what it does on the raw connection in a transaction.

    ``adds`` are the fields (table, field) that it adds to what was there, or fills: what the journal said before it
    does not know them. The check compares all others.
    """

    number: int
    text: str
    run: Callable[[apsw.Connection], None] = _only_new_tables
    adds: tuple[tuple[str, str], ...] = ()


FIRST = 1
STEPS: tuple[Step, ...] = (
    # a program of schema 1 takes a keyring with passwords for a damaged one, and knows no log
    Step(2, "登录和密码、日志、各台电脑的名称"),
    # since then the chain of the journal says more (``chain``): a program of schema 2 would take it for broken
    Step(3, "变更记录的链条多记了操作的种类和电脑的名称"),
)
SCHEMA = STEPS[-1].number


def added_later(table: str, schema: int, steps: Iterable[Step] = STEPS) -> set[str]:
    """Return the fields of a table that steps beyond a schema have added or filled."""
    return {field for step in steps if step.number > schema for kind, field in step.adds if kind == table}
