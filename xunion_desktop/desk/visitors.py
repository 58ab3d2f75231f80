"""Visitors: what this PC remembers of the log-ins of a book, to be shown before anybody has said a password.

It lies in the settings of this PC, in clear: who was in, as what and when, and how much is in the book. It is written
after a log-in and only about those who came in here; another PC, a backup or a stick knows nothing of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from xunion_desktop.basics.settings import Settings
from xunion_desktop.store.folder import BookFolder


@dataclass(frozen=True)
class Visitor:
    """Somebody who was in: what he is in the office, and when he was in last."""

    name: str
    role: str
    time: datetime


class Visitors:
    """Those of one book on this PC."""

    def __init__(self, settings: Settings, place: BookFolder) -> None:
        self._settings, self._name = settings, f"log_ins/{place.folder}"

    def of(self, name: str) -> Visitor | None:
        """Return what is remembered of one of them."""
        said: Any = self._said().get("names", {})
        try:
            return Visitor(name, str(said[name]["role"]), datetime.fromisoformat(said[name]["time"]).astimezone())
        except (KeyError, TypeError, ValueError, OverflowError, OSError):  # Windows: a time before 1970
            return None

    @property
    def last(self) -> str:
        """Who was in last ("" = nobody yet)."""
        return str(self._said().get("last", ""))

    @property
    def facts(self) -> list[str]:
        """What was in the book at the last log-in: 312 家基层工会."""
        said = self._said().get("facts", ())
        return [str(fact) for fact in said] if isinstance(said, list) else []

    def note(self, visitor: Visitor, facts: Sequence[str]) -> None:
        """Somebody came in."""
        names: Any = self._said().get("names", {})
        kept = names if isinstance(names, dict) else {}
        kept[visitor.name] = {"role": visitor.role, "time": visitor.time.isoformat(timespec="minutes")}
        self._settings.set(self._name, {"last": visitor.name, "names": kept, "facts": list(facts)})

    def _said(self) -> dict[str, Any]:
        return dict(self._settings.get(self._name, {}))
