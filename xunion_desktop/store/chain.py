"""The chain: hashes that show whether a row of the journal was altered, taken out or moved. Pure functions.

Each row has one salted hash of its ordinary values and one of its sensitive ones, and one hash over the row before,
its own head and those two. Values and salt may be erased by law: the chain stays whole.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

Values = dict[str, Any]

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode  # made once: half the cost of dumps


class Row(NamedTuple):
    """One row of the journal as it is stored, in the order of its columns."""

    replica: str
    number: int
    deed: str
    room: str
    kind: str
    key: str
    parent: str | None
    clock: int
    schema: int
    act: str
    plain: bytes | None
    secret: bytes | None
    salt: bytes | None
    plain_hash: bytes
    secret_hash: bytes
    chain: bytes


def pack(values: Values) -> bytes | None:
    """Write values as bytes, the same on every PC; none of them as None."""
    return _encode(values).encode() if values else None


def unpack(packed: bytes | None) -> Values:
    """Read what ``pack`` wrote; erased values read as none."""
    return dict(json.loads(bytes(packed))) if packed is not None else {}


def sealed(salt: bytes, packed: bytes | None) -> bytes:
    """Return the salted hash of packed values; of none, the empty one."""
    return hashlib.sha256(salt + packed).digest() if packed is not None else b""


def common_head(deed: str, label: str, user: str, room: str, kind: str, act: str, clock: int, schema: int) -> bytes:
    """Return what the heads of a deed's rows of one kind and act have in common."""
    return json.dumps([deed, label, user, room, kind, act, clock, schema], ensure_ascii=False).encode()


def chained(before: bytes, common: bytes, own: str, plain_hash: bytes, secret_hash: bytes) -> bytes:
    """Return the hash that carries the chain on."""
    digest = hashlib.sha256(before)
    digest.update(b"%b\n%b\n%d\n" % (common, own.encode(), len(plain_hash)))
    digest.update(plain_hash)
    digest.update(secret_hash)
    return digest.digest()


def own_head(replica: str, number: int, key: str, parent: str | None) -> str:
    """Return the part of a row's head that no other row shares."""
    return f"{replica}:{number} {key} {parent or ''}"


@dataclass(frozen=True)
class Breach:
    """A row of the journal that is not as the program wrote it."""

    replica: str
    number: int
    reason: str


def breaches(rows: Iterable[Row], deeds: Mapping[str, tuple[str, str]]) -> Iterator[Breach]:
    """Find the rows that are not as the program wrote them. ``rows`` come in the order of replica and number.

    ``deeds`` gives label (as ``labels`` chained it) and user of every deed.
    """
    chains: dict[tuple[str, str], bytes] = {}
    last: dict[str, int] = {}
    for row in rows:
        reason = _fault(row, deeds.get(row.deed, ("", "")), chains.get((row.replica, row.room), b""))
        if row.number != last.get(row.replica, 0) + 1:
            reason = "前面少了记录"
        if reason:
            yield Breach(row.replica, row.number, reason)
        last[row.replica] = row.number
        chains[row.replica, row.room] = row.chain


def _fault(row: Row, deed: tuple[str, str], before: bytes) -> str:
    for packed, hashed in ((row.plain, row.plain_hash), (row.secret, row.secret_hash)):
        erased = row.salt is None and packed is None
        if not erased and sealed(row.salt or b"", packed) != hashed:
            return "内容被改过"
    common = common_head(row.deed, *deed, row.room, row.kind, row.act, row.clock, row.schema)
    own = own_head(row.replica, row.number, row.key, row.parent)
    return "" if chained(before, common, own, row.plain_hash, row.secret_hash) == row.chain else "与前一条接不上"
