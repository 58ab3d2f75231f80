"""TableMemory: which columns of a table are shown on this PC, how wide, in which order, and sorted by what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from xunion_desktop.basics.settings import Settings


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
        kept = self._settings.get(self._key)
        if not isinstance(kept, dict):
            return TableShape()
        known = set(names)
        widths = {name: int(width) for name, width in dict(kept.get("widths", {})).items() if name in known}
        order = tuple(name for name in kept.get("order", ()) if name in known)
        return TableShape(order, widths, _names(kept.get("hidden"), known), _sort(kept.get("sort"), known))

    def save(self, shape: TableShape) -> None:
        """Keep this shape."""
        hidden = None if shape.hidden is None else sorted(shape.hidden)
        kept = {"order": list(shape.order), "widths": dict(shape.widths), "hidden": hidden, "sort": shape.sort}
        self._settings.set(self._key, kept)


def _names(kept: Any, known: set[str]) -> frozenset[str] | None:
    return None if kept is None else frozenset(kept) & known


def _sort(kept: Any, known: set[str]) -> tuple[str, bool] | None:
    if isinstance(kept, list | tuple) and len(kept) == 2 and kept[0] in known:
        return str(kept[0]), bool(kept[1])
    return None
