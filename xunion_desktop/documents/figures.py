"""What became of the drafts, by their prints: issued under which number and when, or void; and the room's figure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import peewee as pw

from xunion_desktop.basics.figure import Figure
from xunion_desktop.store.memo import while_unchanged

from .manuscripts import Manuscript
from .records import ORIGINAL, VOID, Printing, latest_originals

DRAFT, ISSUED = "draft", "issued"
STATES = ((DRAFT, "草稿"), (ISSUED, "已印发"), (VOID, "作废"))
KIND = Manuscript.kind_of()


def _prints(kind: str) -> tuple[Any, Any]:
    """The prints of that kind of a draft, and the table they are read from."""
    prints = Printing.alias()
    about = (prints.about_kind == KIND) & (prints.about_key == Manuscript.id)
    return prints, about & prints.deleted_at.is_null() & (prints.kind == kind)


def printed(kind: str) -> Any:
    """Whether a draft has a print of that kind."""
    prints, own = _prints(kind)
    return pw.fn.EXISTS(prints.select(pw.Value(1)).where(own))


def latest(field: str) -> Any:
    """A field of the latest print that is not void."""
    prints, own = _prints(ORIGINAL)
    newest = (prints.day.desc(), prints.clock.desc(), prints.id.desc())
    return prints.select(getattr(prints, field)).where(own).order_by(*newest).limit(1)


def state(_as_of: date) -> Any:
    """草稿, 已印发 or 作废."""
    return pw.Case(None, [(printed(ORIGINAL), ISSUED), (printed(VOID), VOID)], DRAFT)


def is_draft(_as_of: date) -> Any:
    """Never printed."""
    return ~printed(ORIGINAL) & ~printed(VOID)


def is_void(_as_of: date) -> Any:
    """All that was printed of it is void."""
    return ~printed(ORIGINAL) & printed(VOID)


def is_issued(_as_of: date) -> Any:
    """Printed, and not void."""
    return printed(ORIGINAL)


def issued_in_year(as_of: date) -> Any:
    """Printed in this year until that day, and not void."""
    day = latest("day")
    return (day >= f"{as_of.year}-01-01") & (day <= as_of.isoformat())


def begun_in_year(as_of: date) -> Any:
    """Begun in this year."""
    return (Manuscript.day >= f"{as_of.year}-01-01") & (Manuscript.day <= f"{as_of.year}-12-31")


def numbered_like(word: str, _as_of: date) -> Any:
    """Issued under a number in which this word is found."""
    prints, own = _prints(ORIGINAL)
    return pw.fn.EXISTS(prints.select(pw.Value(1)).where(own & prints.number_text.contains(word)))


def live_prints(keys: list[str]) -> dict[str, Printing]:
    """The latest print of each of these drafts that is not void, by the draft's key."""
    return latest_originals(keys, Printing.about_kind == KIND)


def _keys(condition: Callable[[date], Any]) -> Callable[[date], list[str]]:
    def keys(as_of: date) -> list[str]:
        rows: Any = Manuscript.select(Manuscript.id).where(Manuscript.deleted_at.is_null(), condition(as_of))
        return [key for (key,) in rows.tuples()]

    return keys


_issued = while_unchanged(lambda as_of: int(Manuscript.alive().where(issued_in_year(as_of)).count()))
_waiting = while_unchanged(lambda as_of: int(Manuscript.alive().where(is_draft(as_of)).count()))

FIGURES = (
    Figure(
        id="issued",
        label=lambda as_of: "今年印发公文",
        unit="件",
        register="drafts",
        value=_issued,
        keys=_keys(issued_in_year),
        explain=lambda as_of: f"{as_of.year} 年 1 月 1 日至今由公文稿印发、没有作废的，一稿算一件。",
        note=lambda as_of: f"另有草稿 {_waiting(as_of)} 件",
        chip="issued_year",
    ),
)
