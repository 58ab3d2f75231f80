"""Heads kept outside the database: where each chain ended when the book was closed or backed up, signed.

Who alters the journal and calculates all its hashes anew would still have to reach these; without the book key nobody
can sign others. A tail cut off later than the last of them leaves no trace.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from .ciphers import derived

SIGNED_SINCE = 3  # the schema since which a keyring always has heads, were it those of an empty journal
_PURPOSE = b"xunion heads"


class Head(NamedTuple):
    """The last row of one chain."""

    replica: str
    room: str
    number: int
    chain: bytes


@dataclass(frozen=True)
class SignedHeads:
    """Ends of chains, and what only the book key can have signed them with."""

    heads: tuple[Head, ...] = ()
    signature: bytes = b""

    @classmethod
    def of(cls, heads: Iterable[Head], key: bytes) -> Self:
        """Sign heads with the book key."""
        kept = tuple(heads)
        return cls(kept, _signature(kept, key))

    @classmethod
    def read(cls, said: dict[str, Any]) -> Self:
        """Read them as the keyring has them."""
        rows = said.get("heads", [])
        heads = tuple(Head(str(r), str(room), int(number), bytes.fromhex(chain)) for r, room, number, chain in rows)
        return cls(heads, bytes.fromhex(said.get("signature", "")))

    def said(self) -> dict[str, Any]:
        """Return them as the keyring keeps them."""
        return {"heads": _plain(self.heads), "signature": self.signature.hex()}

    def genuine(self, key: bytes) -> bool:
        """Whether they are as they were signed; none at all are."""
        return not (self.heads or self.signature) or hmac.compare_digest(self.signature, _signature(self.heads, key))


def _plain(heads: Iterable[Head]) -> list[list[Any]]:
    return [[head.replica, head.room, head.number, head.chain.hex()] for head in heads]


def _signature(heads: tuple[Head, ...], key: bytes) -> bytes:
    return hmac.digest(derived(key, _PURPOSE), json.dumps(_plain(heads)).encode(), "sha256")
