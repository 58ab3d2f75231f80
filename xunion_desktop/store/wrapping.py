"""Wrapping: the book key sealed under a password, so that only who knows the password gets it back.

argon2id makes a password expensive to guess, AES-GCM seals the key under what comes out. The cost is kept with each
wrap, so that later programs may ask for more without touching those that are there.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple, Self

from .ciphers import opened, sealed, stretched

_SALT, _NONCE = 16, 12
_MOST_MEMORY, _MOST_TIME, _MOST_LANES = 1 << 20, 64, 64  # a damaged keyring must not ask for all of the PC


class Cost(NamedTuple):
    """What one try of a password costs: passes, KiB of memory, lanes."""

    time: int
    memory: int
    lanes: int


PASSWORD_COST = Cost(3, 64 << 10, 4)  # RFC 9106, second recommendation: for PCs with little memory
CODE_COST = Cost(1, 8 << 10, 1)  # a code of 120 random bits needs none; it costs a little all the same


@dataclass(frozen=True)
class Wrap:
    """The book key, sealed for one name. The name is sealed in: a wrap does not open under another one."""

    name: str
    salt: bytes
    nonce: bytes
    sealed: bytes
    time: int
    memory: int
    lanes: int

    @classmethod
    def of(cls, name: str, secret: str, key: bytes, cost: Cost) -> Self:
        """Seal ``key`` under a password or code."""
        salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
        return cls(name, salt, nonce, sealed(_key_of(secret, salt, cost), nonce, key, name.encode()), *cost)

    @classmethod
    def read(cls, said: dict[str, Any]) -> Self:
        """Read a wrap as the keyring has it; ValueError, KeyError or TypeError where it is damaged."""
        salt, nonce, content = (bytes.fromhex(said[part]) for part in ("salt", "nonce", "sealed"))
        cost = Cost(int(said["time"]), int(said["memory"]), int(said["lanes"]))
        if not (0 < cost.time <= _MOST_TIME and 8 * cost.lanes <= cost.memory <= _MOST_MEMORY):
            raise ValueError("a cost nobody asks for")
        if not 0 < cost.lanes <= _MOST_LANES or len(salt) < _SALT or len(nonce) != _NONCE:
            raise ValueError("a wrap that no program made")
        return cls(str(said["name"]), salt, nonce, content, *cost)

    def said(self) -> dict[str, Any]:
        """Return the wrap as the keyring keeps it."""
        return {part: value.hex() if isinstance(value, bytes) else value for part, value in asdict(self).items()}

    def opened(self, secret: str) -> bytes | None:
        """Return the book key, None where the secret is wrong (or the wrap damaged)."""
        key = _key_of(secret, self.salt, Cost(self.time, self.memory, self.lanes))
        return opened(key, self.nonce, self.sealed, self.name.encode())


def _key_of(secret: str, salt: bytes, cost: Cost) -> bytes:
    """What argon2id makes of a secret. Full-width letters, as an input method types them, count as plain ones."""
    typed = unicodedata.normalize("NFKC", secret).encode(errors="surrogatepass")  # half a pair, as Windows lets type
    return stretched(typed, salt, *cost)
