"""Keys: UUIDv7, so that records sort by the moment they were made and two PCs never issue the same one."""

from __future__ import annotations

import os
import time

_RANDOM_BITS = 74


def new_key() -> str:
    """A fresh key: 32 hexadecimal characters, 48 bits of milliseconds first (RFC 9562)."""
    random = int.from_bytes(os.urandom(10)) >> (80 - _RANDOM_BITS)
    milliseconds = time.time_ns() // 1_000_000
    upper = (milliseconds << 16) | 0x7000 | (random >> 62)
    lower = 0x8000_0000_0000_0000 | (random & 0x3FFF_FFFF_FFFF_FFFF)
    return f"{upper:016x}{lower:016x}"
