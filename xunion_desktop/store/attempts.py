"""Attempts: wrong passwords, each of which makes the next one wait longer, but never for good.

They are kept beside the keyring, so that a restart does not forget them, and are handed to the book's log at the next
log-in. They hold up who sits at the keyboard; who takes the file away is held up by argon2id alone (``wrapping``).
"""

from __future__ import annotations

import json
import math
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

from xunion_desktop.basics.disk import write_whole
from xunion_desktop.basics.errors import Trouble

from .disk_faults import disk_told

_FREE = 2  # everybody mistypes twice
_LONGEST = 60.0  # seconds
_KEPT = 200  # of those not yet in the log, the latest


class Refused(Trouble):
    """A password or code that was not taken. ``wait``: the seconds until the next may be tried."""

    def __init__(self, sentence: str, wait: float, remedy: str = "请看大小写和输入法，再输一次。") -> None:
        self.wait = math.ceil(wait)
        super().__init__(sentence, f"请等 {self.wait} 秒再试。" if self.wait else remedy)


@dataclass(frozen=True)
class Attempt:
    """One wrong password: whose (empty: of nobody who has one), and when."""

    name: str
    time: str


class Attempts:
    """The wrong passwords of a book since the last right one, in a small file.

    Where it cannot be written (a backup on a write-protected stick), they are kept as long as the program runs: neither
    is a right password refused for it, nor a wrong one free.
    """

    _unwritten: ClassVar[dict[Path, dict[str, Any]]] = {}

    def __init__(self, file: Path) -> None:
        self.file = file
        self._look()

    def _look(self) -> None:
        """Read the file: the lock of a window and another try write it too."""
        said = self._said()
        self._failed, self._last = int(said.get("failed", 0)), float(said.get("last", 0.0))
        self.untold = [Attempt(str(name), str(when)) for name, when in said.get("untold", ())]

    def wait(self, now: float | None = None) -> float:
        """Return the seconds until the next password may be tried; 0 = now.

        A clock that was set back begins the wait anew, for no year; that is written down, else every next try, which
        reads the file, would begin it anew again.
        """
        moment = time.time() if now is None else now
        if self._last > moment:
            self._last = moment
            self._keep()
        return max(0.0, self._last + _delay(self._failed) - moment)

    def free(self) -> int:
        """Return how many more may be wrong before there is to wait."""
        return max(0, _FREE + 1 - self._failed)

    def demand_patience(self, now: float | None = None) -> None:
        """Refuse to try anything while there is still to wait."""
        left = self.wait(now)
        if left > 0:
            raise Refused("密码连续输错，要等一会儿。", left)

    def fail(self, name: str, now: float | None = None) -> None:
        """Take note of a wrong password."""
        self._look()
        self._last = time.time() if now is None else now
        self._failed += 1
        when = datetime.fromtimestamp(self._last, UTC).astimezone().isoformat(timespec="seconds")
        self.untold = [*self.untold, Attempt(name, when)][-_KEPT:]
        self._keep()

    def succeed(self) -> None:
        """Nothing to wait for any more: the right one was said."""
        self._look()
        if self._failed:
            self._failed = 0
            self._keep()

    def told(self) -> None:
        """Forget those that are in the log now; what came since stays."""
        told = set(self.untold)
        self._look()
        self.untold, self._failed = [attempt for attempt in self.untold if attempt not in told], 0
        if self.untold:
            self._keep()
            return
        with disk_told(self.file):
            self.file.unlink(missing_ok=True)
        self._unwritten.pop(self.file, None)

    def _keep(self) -> None:
        untold = [(attempt.name, attempt.time) for attempt in self.untold]
        content = {"failed": self._failed, "last": self._last, "untold": untold}
        try:
            with disk_told(self.file):
                write_whole(self.file, json.dumps(content, ensure_ascii=False).encode(), lasting=False)
        except Trouble:
            self._unwritten[self.file] = content
        else:
            self._unwritten.pop(self.file, None)

    def _said(self) -> dict[str, Any]:
        if self.file in self._unwritten:
            return self._unwritten[self.file]
        with suppress(OSError, ValueError, RecursionError):
            said = json.loads(self.file.read_bytes())
            if isinstance(said, dict) and _readable(said):
                return said
        return {}


def _delay(failed: int) -> float:
    return min(_LONGEST, 2.0 ** min(failed - _FREE - 1, 10)) if failed > _FREE else 0.0


def _readable(said: dict[str, Any]) -> bool:
    """Whether the file is as ``Attempts`` wrote it; a damaged one counts as none."""
    untold = said.get("untold")
    return (
        isinstance(said.get("failed"), int)
        and isinstance(said.get("last"), (int, float))
        and isinstance(untold, list)
        and all(isinstance(pair, list) and len(pair) == 2 for pair in untold)
    )
