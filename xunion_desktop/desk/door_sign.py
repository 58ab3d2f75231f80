"""DoorSign: what stands on the door of a closed book."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class DoorSign:
    """Its name, facts with an icon (icon, line, second line), who may come in, and who did last.

    ``roles`` and ``seen`` (when he was in last) are known of those who came in on this PC. ``locked`` = the window
    behind is only locked, and waits for the one ``names`` holds. ``foot`` stands under the deed.
    """

    title: str
    names: Sequence[str]
    facts: Sequence[tuple[str, str, str]] = ()
    last: str = ""
    foot: str = ""
    locked: bool = False
    roles: Mapping[str, str] = field(default_factory=dict)
    seen: Mapping[str, str] = field(default_factory=dict)
