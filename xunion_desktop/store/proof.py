"""The proof of a backup: a small file beside the copy that says what it holds and whether it was found whole.

It can be read without the key (day, reason, counts), but only who has the key can have written it, and only they can
read the last deeds: their labels may name people.
"""

from __future__ import annotations

import base64
import hmac
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple, Self

from xunion_desktop.basics.disk import write_whole

from .ciphers import derived, opened, sealed
from .heads import SignedHeads

PROOF = "proof.json"
_NONCE = 12
_LATE = ("serial", "bad_files")  # the first proofs were signed without them
_WORDS = ("book", "name", "time", "reason", "version", "fault", "deeds", "signature")
_NUMBERS = ("schema", "size", "files", "serial")


class LastDeed(NamedTuple):
    """One of the last deeds that a copy holds: by it a clerk knows which copy it is."""

    time: str
    user: str
    label: str
    records: int

    def __str__(self) -> str:
        """Write it as one line: 2026-11-24 08:31 王海燕 导入台账（217 条）."""
        return " ".join(part for part in (self.time, self.user, f"{self.label}（{self.records} 条）") if part)


class FileColumn(NamedTuple):
    """A column that names sealed files."""

    table: str
    column: str


@dataclass(frozen=True)
class Proof:
    """What is said of one copy of a book. ``fault`` tells why it is not proved; ``size`` is that of the database."""

    book: str
    name: str
    time: str
    reason: str
    version: str
    schema: int
    size: int
    rows: dict[str, int]
    living: dict[str, int]
    heads: dict[str, Any]  # as ``SignedHeads.said`` writes them
    files: int
    file_columns: tuple[FileColumn, ...]
    fault: str = ""
    deeds: str = ""
    serial: int = 0  # counts the backups of a place: clocks are set back, this is not
    bad_files: tuple[str, ...] = ()  # sealed files that were gone or damaged when the copy was made or proved
    signature: str = field(default="", repr=False)

    @property
    def proved(self) -> bool:
        """Whether the copy was found whole."""
        return not self.fault

    def with_deeds(self, deeds: Iterable[LastDeed], key: bytes) -> Proof:
        """Add the last deeds, sealed."""
        nonce = os.urandom(_NONCE)
        packed = json.dumps([list(deed) for deed in deeds], ensure_ascii=False).encode()
        return replace(self, deeds=base64.b64encode(nonce + sealed(_deeds_key(key), nonce, packed, b"")).decode())

    def last_deeds(self, key: bytes) -> tuple[LastDeed, ...]:
        """Read the last deeds of a genuine proof."""
        kept = base64.b64decode(self.deeds)
        packed = opened(_deeds_key(key), kept[:_NONCE], kept[_NONCE:], b"")
        return tuple(LastDeed(*deed) for deed in json.loads(packed or "[]"))

    def genuine(self, key: bytes) -> bool:
        """Whether it is as it was signed."""
        return hmac.compare_digest(self.signature.encode(errors="replace"), self._signed(key).encode())

    def write(self, folder: Path, key: bytes) -> Proof:
        """Sign it and write it into the folder of the copy."""
        signed = replace(self, signature=self._signed(key))
        write_whole(folder / PROOF, json.dumps(asdict(signed), ensure_ascii=False, indent=1).encode())
        return signed

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """Read the proof of a copy; None where there is none that can be read. Anybody may have written it."""
        try:
            said = json.loads((folder / PROOF).read_bytes())
            columns = tuple(FileColumn(str(table), str(column)) for table, column in said.pop("file_columns"))
            bad = tuple(map(str, said.pop("bad_files", ())))
            proof = cls(**said, file_columns=columns, bad_files=bad)
            SignedHeads.read(proof.heads)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None
        return proof if proof._as_written() else None

    def _as_written(self) -> bool:
        """Whether every part is of its kind, as ``write`` has put it down."""
        counts = [*self.rows.items(), *self.living.items()] if _are(dict, self.rows, self.living) else [("", "")]
        return (
            _are(str, *(getattr(self, part) for part in _WORDS))
            and _are(int, *(getattr(self, part) for part in _NUMBERS))
            and _are(int, *(count for _, count in counts))
        )

    def _signed(self, key: bytes) -> str:
        said = asdict(replace(self, signature=""))
        for late in _LATE:
            if not said[late]:
                del said[late]
        content = json.dumps(said, sort_keys=True).encode()
        return hmac.digest(derived(key, b"xunion proof"), content, "sha256").hex()


def _are(kind: type, *values: object) -> bool:
    """Whether all are of just this kind (True is no number)."""
    return all(type(value) is kind for value in values)


def _deeds_key(key: bytes) -> bytes:
    return derived(key, b"xunion proof deeds")
