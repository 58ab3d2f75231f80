"""Owed: what is still to be done when a log-in was set up, if the program dies first (``Holders.protect``).

It lies in the keyring of the fresh key until all is done: the copies from before are sealed, and the log tells of it.
The next program that has the key does it, where the same key has signed it: who has only the folder could else have the
copies sealed under a password of his own.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from .ciphers import derived
from .wrapping import Wrap

_PURPOSE = b"xunion owed"


@dataclass(frozen=True)
class Owed:
    """The copies in and below ``folders`` that have the key of ``check`` in clear get it wrapped under a password.

    ``kept_here`` = the system's credential store of this PC has it too. ``others`` had a password before.
    """

    check: str
    wrap: Wrap
    kept_here: bool = False
    others: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    signature: bytes = field(default=b"", repr=False)

    @classmethod
    def read(cls, said: dict[str, Any]) -> Self:
        """Read it as the keyring has it."""
        others, folders = (tuple(map(str, said[part])) for part in ("others", "folders"))
        signature = bytes.fromhex(said.get("signature", ""))
        return cls(str(said["check"]), Wrap.read(said["wrap"]), bool(said["kept_here"]), others, folders, signature)

    def said(self) -> dict[str, Any]:
        """Return it as the keyring keeps it."""
        return {**asdict(self), "wrap": self.wrap.said(), "signature": self.signature.hex()}

    def signed(self, key: bytes) -> Self:
        """Return it signed with the key that the book has from now on."""
        return replace(self, signature=self._signed(key))

    def genuine(self, key: bytes) -> bool:
        """Whether who wrote it had the key of the book."""
        return hmac.compare_digest(self.signature, self._signed(key))

    def _signed(self, key: bytes) -> bytes:
        content = json.dumps({**self.said(), "signature": ""}, sort_keys=True).encode()
        return hmac.digest(derived(key, _PURPOSE), content, "sha256")

    def within(self, folders: Iterable[Path]) -> Self:
        """Return it with more folders in which copies may lie."""
        return replace(self, folders=(*self.folders, *(str(folder.absolute()) for folder in folders)))
