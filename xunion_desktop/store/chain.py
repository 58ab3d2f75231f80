"""The chain: hashes that show whether a row of the journal was altered, taken out or moved. Pure functions.

Each row has one salted hash of its ordinary values and one of its sensitive ones, and one hash over the row before,
its own head and those two. Values and salt may be erased by law: the chain stays whole.

What the head of a row holds depends on the schema under which it was written: since ``_TELLS_ALL`` also what the deed
was (done, undone, only logged), which deed it took back and whether it can be taken back itself; and the chain of a
replica begins with the name of its PC.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

Values = dict[str, Any]
_TELLS_ALL = 3  # the schema since which a row's head tells all of its deed
_BROKEN = "与前一条接不上"

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


class Told(NamedTuple):
    """What the chain says of a deed; ``label`` as ``labels`` has it."""

    label: str = ""
    user: str = ""
    role: str = ""
    undoes: str | None = None
    fixed: bool = False


def common_head(deed: str, told: Told, room: str, kind: str, act: str, clock: int, schema: int) -> bytes:
    """Return what the heads of a deed's rows of one kind and act have in common."""
    said: list[Any] = [deed, told.label, told.user, room, kind, act, clock, schema]
    if schema >= _TELLS_ALL:
        said += [told.role, told.undoes or "", bool(told.fixed)]
    return json.dumps(said, ensure_ascii=False).encode()


def beginning(machine: str, schema: int) -> bytes:
    """Return what stands before the first row of a chain: the PC on which it is written."""
    return hashlib.sha256(b"xunion machine\n" + machine.encode()).digest() if schema >= _TELLS_ALL else b""


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


def breaches(rows: Iterable[Row], deeds: Mapping[str, Told], machines: Mapping[str, str]) -> Iterator[Breach]:
    """Find the rows that are not as the program wrote them. ``rows`` come in the order of replica and number.

    ``deeds`` gives what the chain says of every deed, ``machines`` the PC of every replica.
    """
    chains: dict[tuple[str, str], bytes] = {}
    last: dict[str, int] = {}
    for row in rows:
        expected = last.get(row.replica, 0) + 1
        reason = _readable_fault(row, deeds.get(row.deed, Told()), chains.get((row.replica, row.room)), machines)
        if row.number != expected:
            reason = "前面少了记录"
        if reason:
            yield Breach(row.replica, row.number, reason)
        last[row.replica] = row.number if isinstance(row.number, int) else expected
        chains[row.replica, row.room] = row.chain


def _readable_fault(row: Row, deed: Told, before: bytes | None, machines: Mapping[str, str]) -> str:
    """What is wrong with a row; whoever writes with a tool may write anything anywhere."""
    try:
        if before is not None:
            return _fault(row, deed, before)
        fault = _fault(row, deed, beginning(machines.get(row.replica, ""), row.schema))
        return "和它那台电脑的名称对不上，或前面少了记录" if fault == _BROKEN else fault
    except (TypeError, ValueError, AttributeError):
        return "内容读不出来"


def _fault(row: Row, deed: Told, before: bytes) -> str:
    for packed, hashed in ((row.plain, row.plain_hash), (row.secret, row.secret_hash)):
        erased = row.salt is None and packed is None
        if not erased and sealed(row.salt or b"", packed) != hashed:
            return "内容被改过"
    common = common_head(row.deed, deed, row.room, row.kind, row.act, row.clock, row.schema)
    own = own_head(row.replica, row.number, row.key, row.parent)
    return "" if chained(before, common, own, row.plain_hash, row.secret_hash) == row.chain else _BROKEN
