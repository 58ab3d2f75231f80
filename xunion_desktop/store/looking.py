"""Looking over: when what lies in a backup place was last read again. Each was read when it was copied.

All the sealed files are opened once a week; the backups are read one at a time, each in its turn.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from xunion_desktop.basics.disk import write_whole

from .shelf import Backup

_EVERY = timedelta(days=7)


class LookedOver:
    """A small note beside a folder of sealed files. A lost one costs a look."""

    def __init__(self, files: Path) -> None:
        self._file = files.with_name("looked.json")
        self._name = files.name

    def due(self, now: datetime) -> bool:
        """Whether it is time to open them all: after a week, or where the clock was set back."""
        try:
            return abs(now - datetime.fromisoformat(_said(self._file)[self._name])) >= _EVERY
        except (KeyError, TypeError, ValueError):
            return True

    def note(self, now: datetime) -> None:
        """Take note that they were opened now, if it was due; the first look is the copying itself."""
        if self.due(now):
            content = json.dumps(_said(self._file) | {self._name: now.isoformat(timespec="seconds")})
            write_whole(self._file, content.encode(), lasting=False)


class InTurn:
    """Counts, in a small note in a backup place, the rounds in which its backups are read. A lost one begins anew."""

    def __init__(self, place: Path) -> None:
        self._file = place / "reread.json"

    def next_of(self, backups: Iterable[Backup]) -> Backup | None:
        """Return the one that was not read for longest; of those never read again, the oldest."""
        rounds = self._rounds()
        return min(backups, key=lambda one: (rounds.get(one.folder.name, 0), one.serial, one.time), default=None)

    def note(self, read: Sequence[Backup], every: Iterable[Backup]) -> None:
        """Take note that some of them were read now. Where it cannot be written, the same ones are read next time."""
        rounds = self._rounds()
        latest = 1 + max(rounds.values(), default=0)
        rounds |= {backup.folder.name: latest for backup in read}
        there = {backup.folder.name for backup in every}
        content = json.dumps({name: number for name, number in rounds.items() if name in there})
        with suppress(OSError):
            write_whole(self._file, content.encode(), lasting=False)

    def _rounds(self) -> dict[str, int]:
        return {name: number for name, number in _said(self._file).items() if type(number) is int}


def _said(file: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError, RecursionError):
        said = json.loads(file.read_bytes())
        if isinstance(said, dict):
            return said
    return {}
