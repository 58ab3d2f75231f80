"""The passage to a database: many threads read at once, and once in a book's life it is shut for an instant."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_PAUSE = 0.01  # seconds


class Passage:
    """Open for all; ``shut`` waits until nobody is inside and nothing is left half read."""

    def __init__(self) -> None:
        self._change = threading.Condition()
        self._inside = 0
        self._owner = 0

    @contextmanager
    def open(self) -> Iterator[None]:
        """Go through; wait where it is shut by another thread."""
        with self._change:
            self._change.wait_for(lambda: self._owner in (0, threading.get_ident()))
            self._inside += 1
        try:
            yield
        finally:
            with self._change:
                self._inside -= 1

    @contextmanager
    def shut(self, busy: Callable[[], bool], patience: float) -> Iterator[None]:
        """Shut it for all other threads. TimeoutError where somebody is inside, or ``busy``, for too long."""
        end = time.monotonic() + patience
        while not self._taken(busy):
            if time.monotonic() > end:
                raise TimeoutError
            time.sleep(_PAUSE)
        try:
            yield
        finally:
            with self._change:
                self._owner = 0
                self._change.notify_all()

    def _taken(self, busy: Callable[[], bool]) -> bool:
        with self._change:
            free = self._owner == 0 and self._inside == 0 and not busy()
            if free:
                self._owner = threading.get_ident()
            return free
