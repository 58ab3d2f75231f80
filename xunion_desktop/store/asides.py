"""Asides: what a restore calls the folder of the book from before, which it leaves beside the new one."""

from __future__ import annotations

from datetime import datetime
from glob import escape
from pathlib import Path

_BEFORE = "（恢复前 "


def name_aside(folder: Path, moment: datetime) -> Path:
    """A folder beside that of a book, not there yet, for the book as it was until this moment."""
    name, number = f"{folder.name}{_BEFORE}{moment:%Y-%m-%d %H%M%S}）", 1
    while (aside := folder.with_name(name if number == 1 else f"{name}-{number}")).exists():
        number += 1
    return aside


def is_aside(folder: Path) -> bool:
    """Whether a restore left this folder: it holds a book that is no longer in use."""
    return _BEFORE in folder.name


def asides_of(folder: Path) -> list[Path]:
    """The folders that restores of the book in this folder left."""
    return sorted(folder.parent.glob(f"{escape(folder.name)}{_BEFORE}*"))
