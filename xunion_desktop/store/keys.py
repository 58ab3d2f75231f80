"""Keys: UUIDv7, so that records sort by the moment they were made and two PCs never issue the same one."""

from __future__ import annotations

import os
import time
from threading import Lock

_RANDOM_BITS, _STEP_BYTES = 74, 4


class _Keys:
    """The keys of this process: each higher than the one before, so that rows of one deed keep their order."""

    def __init__(self) -> None:
        self._turn, self._last = Lock(), 0

    def fresh(self) -> int:
        """The next one: milliseconds, then chance; within one millisecond a chance step above the last."""
        milliseconds = time.time_ns() // 1_000_000
        made = (milliseconds << _RANDOM_BITS) | (int.from_bytes(os.urandom(10)) >> (80 - _RANDOM_BITS))
        with self._turn:
            step = 0 if made > self._last else 1 + int.from_bytes(os.urandom(_STEP_BYTES))
            self._last = self._last + step if step else made
            return self._last


_KEYS = _Keys()


def new_key() -> str:
    """A fresh key: 32 hexadecimal characters, 48 bits of milliseconds first (RFC 9562)."""
    upper, lower = divmod(_KEYS.fresh(), 1 << 62)
    upper = (upper >> 12 << 16) | 0x7000 | (upper & 0xFFF)
    return f"{upper:016x}{0x8000_0000_0000_0000 | lower:016x}"
