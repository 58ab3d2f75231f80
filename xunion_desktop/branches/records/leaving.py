"""Leaving: a union that was written down by mistake is deleted with all that is part of it; people and units stay.

A union that ended is 撤销 or 已并入 instead: it stays in the book.
"""

from __future__ import annotations

from typing import Any

from xunion_desktop.branches.records.branch import Branch, Coverage
from xunion_desktop.branches.records.course import Headcount, Officer, StateChange, Term
from xunion_desktop.branches.records.structure import Structure

PARTS: tuple[Any, ...] = (Coverage, Structure, Term, Headcount, StateChange, Officer)


def delete_union(deed: Any, branch: Branch) -> None:
    """Delete a union and its rows in an open deed. Trouble where something else links to it."""
    for part in PARTS:
        for row in part.alive().where(part.branch == branch.id):
            deed.delete(row)
    deed.delete(branch)
