"""Looking over: when all the sealed files of a backup place were last opened. Each was opened when it was copied."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from xunion_desktop.basics.disk import write_whole

_EVERY = timedelta(days=7)


class LookedOver:
    """A small note beside a folder of sealed files. A lost one costs a look."""

    def __init__(self, files: Path) -> None:
        self._file = files.with_name("looked.json")
        self._name = files.name

    def due(self, now: datetime) -> bool:
        """Whether it is time to open them all: after a week, or where the clock was set back."""
        try:
            return abs(now - datetime.fromisoformat(self._said()[self._name])) >= _EVERY
        except (KeyError, TypeError, ValueError):
            return True

    def note(self, now: datetime) -> None:
        """Take note that they were opened now, if it was due; the first look is the copying itself."""
        if self.due(now):
            content = json.dumps(self._said() | {self._name: now.isoformat(timespec="seconds")})
            write_whole(self._file, content.encode(), lasting=False)

    def _said(self) -> dict[str, Any]:
        with suppress(OSError, ValueError, RecursionError):
            said = json.loads(self._file.read_bytes())
            if isinstance(said, dict):
                return said
        return {}
