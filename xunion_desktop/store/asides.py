"""Asides: what a restore calls the folder of the book from before, which it leaves beside the new one."""

from __future__ import annotations

from datetime import UTC, datetime
from glob import escape
from pathlib import Path

_BEFORE = "（恢复前 "


def name_aside(folder: Path, moment: datetime) -> Path:
    """A folder beside that of a book, not there yet, for the book as it was until this moment."""
    number = 1
    while (aside := folder.with_name(f"{folder.name}{ending(moment, number)}")).exists():
        number += 1
    return aside


def ending(moment: datetime, number: int = 1) -> str:
    """What such a folder is called after the name of the book's; ``number`` = how many there are of that moment."""
    said = f"{_BEFORE}{moment:%Y-%m-%d %H%M%S}）"
    return said if number == 1 else f"{said}-{number}"


LONGEST = ending(datetime.fromtimestamp(0, UTC), 2)  # such an ending; two of one second are enough


def is_aside(folder: Path) -> bool:
    """Whether a restore left this folder: it holds a book that is no longer in use."""
    return _BEFORE in folder.name


def asides_of(folder: Path) -> list[Path]:
    """The folders that restores of the book in this folder left."""
    return sorted(folder.parent.glob(f"{escape(folder.name)}{_BEFORE}*"))
