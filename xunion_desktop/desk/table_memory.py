"""TableMemory: which columns of a table are shown on this PC, how wide, in which order, and sorted by what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from xunion_desktop.basics.settings import Settings

WIDEST = 10_000  # pixels


@dataclass(frozen=True)
class TableShape:
    """The shape of a table as the clerk left it; widths as at 100 % text. Columns are known by name."""

    order: tuple[str, ...] = ()
    widths: Mapping[str, int] = field(default_factory=dict)
    hidden: frozenset[str] | None = None  # None = the clerk has not chosen yet
    sort: tuple[str, bool] | None = None


class TableMemory:
    """The place in the settings where one table's shape is kept."""

    def __init__(self, settings: Settings, table: str) -> None:
        self._settings = settings
        self._key = f"table/{table}"

    def load(self, names: Sequence[str]) -> TableShape:
        """The kept shape; names that the program no longer has are left out."""
        kept: dict[str, Any] = self._settings.get(self._key, {})
        known = set(names)
        order, hidden = (_names(kept.get(word), known) for word in ("order", "hidden"))
        hides = None if hidden is None else frozenset(hidden)
        return TableShape(order or (), _widths(kept.get("widths"), known), hides, _sort(kept.get("sort"), known))

    def save(self, shape: TableShape) -> None:
        """Keep this shape."""
        hidden = None if shape.hidden is None else sorted(shape.hidden)
        kept = {"order": list(shape.order), "widths": dict(shape.widths), "hidden": hidden, "sort": shape.sort}
        self._settings.set(self._key, kept)


def _names(kept: Any, known: set[str]) -> tuple[str, ...] | None:
    """Those of a list that are known; None = there is no list."""
    return tuple(name for name in kept if isinstance(name, str) and name in known) if _listed(kept) else None


def _widths(kept: Any, known: set[str]) -> dict[str, int]:
    said = kept.items() if isinstance(kept, dict) else ()
    return {name: width for name, width in said if name in known and type(width) is int and 0 <= width <= WIDEST}


def _sort(kept: Any, known: set[str]) -> tuple[str, bool] | None:
    if _listed(kept) and len(kept) == 2 and isinstance(kept[0], str) and kept[0] in known:
        return kept[0], bool(kept[1])
    return None


def _listed(kept: Any) -> bool:
    return isinstance(kept, list | tuple)  # a list from the file, a tuple as it was set
