"""Former keys: what a book was encrypted with before it got another key, sealed under the key of today.

Backups made before are listed, proved and restored with them. Who has only a former key learns nothing of today's.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from typing import Any, Self

from .ciphers import derived, opened, sealed

_NONCE = 12
_PURPOSE = b"xunion former keys"


def check_of(key: bytes) -> str:
    """Return what tells of a key which one it is, and nothing else."""
    return hashlib.sha256(b"xunion keyring" + key).hexdigest()[:16]


@dataclass(frozen=True)
class FormerKey:
    """A key that the book had once; ``check`` says which."""

    check: str
    sealed: bytes

    @classmethod
    def of(cls, former: bytes, key: bytes) -> Self:
        """Seal a former key under that of today."""
        nonce = os.urandom(_NONCE)
        check = check_of(former)
        return cls(check, nonce + sealed(derived(key, _PURPOSE), nonce, former, check.encode()))

    @classmethod
    def read(cls, said: dict[str, Any]) -> Self:
        """Read one as the keyring has it."""
        return cls(str(said["check"]), bytes.fromhex(said["sealed"]))

    def said(self) -> dict[str, str]:
        """Return it as the keyring keeps it."""
        return {"check": self.check, "sealed": self.sealed.hex()}

    def opened(self, key: bytes) -> bytes | None:
        """Return the former key; None where it is damaged."""
        return opened(derived(key, _PURPOSE), self.sealed[:_NONCE], self.sealed[_NONCE:], self.check.encode())
