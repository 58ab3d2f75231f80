"""The shelf: the backups of one book as they lie in one place, and what each says of itself; none is opened for it.

The log-in page tells of the last one, so nothing here needs the database.
"""

from __future__ import annotations

import glob
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from xunion_desktop.basics.disk import size_of
from xunion_desktop.basics.errors import Trouble

from .disk_faults import disk_told
from .heads import SignedHeads
from .keyring import Keyring
from .part_names import DATABASE, FILES, KEYRING, sealed_in
from .proof import LastDeed, Proof

NAMED = "%Y-%m-%d_%H%M%S"
_FOLDER = re.compile(r"(\d{4}-\d\d-\d\d_\d{6})(-\d+)?")


@dataclass(frozen=True)
class Backup:
    """One copy of a book. ``last_deeds`` are known only where the key is."""

    folder: Path
    time: datetime
    proof: Proof | None
    last_deeds: tuple[LastDeed, ...] = ()

    @property
    def proved(self) -> bool:
        """Whether its database was found whole, and still has the size it had then."""
        return not self.fault

    @property
    def files_fault(self) -> str:
        """Say how many attachments are missing or damaged in it; "" = none."""
        bad = self.proof.bad_files if self.proof else ()
        lost = sum(not (self.files / sealed_in(name)).is_file() for name in bad)
        return f"有 {lost} 个附件不见了或损坏了，别的都完好" if lost else ""

    @property
    def serial(self) -> int:
        """Its place in the order in which the backups were made, whatever the clock said; 0 = not known."""
        return self.proof.serial if self.proof else 0

    @property
    def fault(self) -> str:
        """Why it is not proved."""
        if self.proof is None:
            return "没有验证记录，或者它被改过"
        return self.proof.fault or ("" if size_of(self.folder / DATABASE) == self.proof.size else "数据库不完整")

    @property
    def reason(self) -> str:
        """Why it was made: 退出, 导入前 …"""
        return self.proof.reason if self.proof else ""

    @property
    def counts(self) -> dict[str, int]:
        """Living records by kind."""
        return dict(self.proof.living) if self.proof else {}

    @property
    def heads(self) -> SignedHeads:
        """Where the chains of the journal ended."""
        return SignedHeads.read(self.proof.heads) if self.proof else SignedHeads()

    @property
    def size(self) -> int:
        """Bytes of the database."""
        return max(size_of(self.folder / DATABASE), 0)

    @property
    def keyring(self) -> Path:
        """The keyring as it was when the copy was made."""
        return self.folder / KEYRING

    @property
    def files(self) -> Path:
        """Where the sealed files lie, together with those of the other backups."""
        return self.folder.parent / sealed_name(self.keyring)


def read_backup(folder: Path, *keys: bytes) -> Backup:
    """Read what a backup says of itself; with the key also its last deeds, and a proof not signed with it is none.

    A book that was given another key has several: one of them has signed.
    """
    proof, deeds = Proof.read(folder), tuple[LastDeed, ...]()
    if proof is not None and keys:
        key = next((key for key in keys if proof.genuine(key)), None)
        proof, deeds = (None, ()) if key is None else (proof, proof.last_deeds(key))
    return Backup(folder, _named(folder) or _made(proof, folder), proof, deeds)


class Shelf:
    """The backups in one place. With keys (that of the book, and former ones) their proofs are checked."""

    def __init__(self, place: Path, keys: Iterable[bytes] = ()) -> None:
        self.place = place
        self._keys = tuple(keys)

    @property
    def keys(self) -> tuple[bytes, ...]:
        """The keys that signed the backups."""
        return self._keys

    def all(self) -> list[Backup]:
        """List the backups, the latest first: in the order in which they were made, whatever the clock said then."""
        with disk_told(self.place):
            found = [read_backup(folder, *self.keys) for folder in self._folders()]
        return sorted(found, key=lambda one: (_place_of(one, found), one.time, one.folder.name), reverse=True)

    def last_proved(self) -> Backup | None:
        """Return the latest one that is proved."""
        return next((backup for backup in self.all() if backup.proved), None)

    def _folders(self) -> Iterator[Path]:
        if self.place.is_dir():
            yield from (path for path in self.place.iterdir() if _named(path) is not None and path.is_dir())


def _place_of(backup: Backup, every: Iterable[Backup]) -> int:
    """The serial of a backup; one whose proof is lost stands where its time puts it."""
    if backup.proof is not None:
        return backup.serial
    return max((one.serial for one in every if one.time <= backup.time), default=0)


def sealed_name(keyring: Path) -> str:
    """Return what the folder of the sealed files is called in a backup place: one for each key that the book had."""
    with suppress(Trouble):
        known = Keyring.read(keyring)
        if known.former:
            return f"{FILES}-{known.check[:8]}"
    return FILES


def place_in(root: Path, name: str, book: str) -> Path:
    """Return where the backups of a book lie under a root; a book that was renamed keeps its place."""
    place = root / place_name(name, book)
    if not place.is_dir():
        with suppress(OSError):
            others = sorted(path for path in root.glob(f"*{glob.escape(place_name('', book))}") if path.is_dir())
            return next((path for path in others if any(_of_book(copy, book) for copy in path.iterdir())), place)
    return place


def _of_book(folder: Path, book: str) -> bool:
    proof = Proof.read(folder)
    return proof is not None and proof.book == book


def place_name(name: str, book: str) -> str:
    """Return the name of a book's folder among the backups of several books."""
    return f"{name}-{book[-8:]}"


def default_root(replicas: Path) -> Path:
    """Return the folder of this PC for the backups of all books; ``replicas`` is that of the replica notes."""
    return replicas.parent / "backups"


def _named(folder: Path) -> datetime | None:
    """The time by which a backup is named; None = this is no name of a backup, or its day is in no calendar."""
    said = _FOLDER.fullmatch(folder.name)
    with suppress(ValueError, OverflowError, OSError):
        return datetime.strptime(said[1], NAMED).astimezone() if said else None
    return None


def _made(proof: Proof | None, folder: Path) -> datetime:
    """The time of a backup whose folder was renamed."""
    with suppress(ValueError, OverflowError, OSError):
        if proof is not None:
            return datetime.fromisoformat(proof.time).astimezone()
    return datetime.fromtimestamp(folder.stat().st_mtime).astimezone()
