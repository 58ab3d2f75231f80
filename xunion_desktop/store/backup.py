"""Backups: proved copies of a book in one place, each in a folder named by its time; sealed files lie there once.

A place is a folder: ``files/``, and ``2026-11-24_083100/`` with ``book.db``, ``keyring.json``, ``marker.json`` and
``proof.json``. A copy is built beside and put there whole. It is proved at once: opened with the key, read from end to
end, and held against what the book said of itself at that moment.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from xunion_desktop.basics.disk import write_whole

from .building import built_beside, remove, sweep
from .copies import DATABASE, FILES, KEYRING, Occasion, make_copy, prove_again
from .copying import Original, copying_told, demand_space, size_of
from .database import BookDatabase
from .facts import LastDeed
from .faults import database_told
from .files import SealedFiles
from .gateway import Progress
from .heads import SignedHeads
from .proof import Proof
from .record import bound
from .thinning import ALL, keep

if TYPE_CHECKING:
    from .book import Book

EVERY = timedelta(minutes=30)
_NAMED = "%Y-%m-%d_%H%M%S"
_FOLDER = re.compile(r"(\d{4}-\d\d-\d\d_\d{6})(-\d+)?")
_SECOND = "second.json"


@dataclass(frozen=True)
class Backup:
    """One copy of a book. ``last_deeds`` are known only where the key is."""

    folder: Path
    time: datetime
    proof: Proof | None
    last_deeds: tuple[LastDeed, ...] = ()

    @property
    def proved(self) -> bool:
        """Whether it was found whole, and its database still has the size it had then."""
        return not self.fault

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
        return self.folder.parent / FILES


def read_backup(folder: Path, key: bytes | None = None) -> Backup:
    """Read what a backup says of itself; with the key also its last deeds, and a proof not signed with it is none."""
    said = _FOLDER.fullmatch(folder.name)
    proof = Proof.read(folder)
    if key is not None and proof is not None and not proof.genuine(key):
        proof = None
    time = datetime.strptime(said[1], _NAMED).astimezone() if said else _made(proof, folder)
    return Backup(folder, time, proof, proof.last_deeds(key) if proof and key else ())


class Backups:
    """The backups of one book in one place. With the key their proofs are checked and their last deeds read."""

    def __init__(self, place: Path, key: bytes | None = None) -> None:
        self.place = place
        self._key = key

    @classmethod
    def under(cls, root: Path, book: Book) -> Backups:
        """Return those of the open book under a folder for the backups of any book (``default_root``, a stick)."""
        return cls(root / place_name(book.name, book.id), book.database.key)

    @classmethod
    def of_the_open_book(cls) -> Backups | None:
        """Return those on this PC of the one open book; for duties, which are told nothing but the day."""
        database: BookDatabase | None = bound.obj
        if database is None or database.kept_at is None:
            return None
        return cls(database.kept_at, database.key)

    def make(self, book: Book, reason: str, progress: Progress | None = None, now: datetime | None = None) -> Backup:
        """Copy the open book and prove the copy; call it in a worker. One that is not proved says why (``fault``).

        After Trouble or Cancelled nothing is left of it.
        """
        with database_told():
            book.keys.keep_heads(book.heads())  # before, so that the keyring in the copy has them too
        return self.copy(Original.of(book), reason, progress, now)

    def copy(
        self, original: Original, reason: str, progress: Progress | None = None, now: datetime | None = None
    ) -> Backup:
        """Copy a book that need not be the open one."""
        original.refuse_inside(self.place)
        occasion = Occasion(reason, now.astimezone() if now else datetime.now().astimezone())
        sealed = SealedFiles(self.place / FILES, original.key)
        with copying_told(self.place):
            self.place.mkdir(parents=True, exist_ok=True)
            sweep(self.place)
            demand_space(self.place, original.room_for(sealed))
            folder = self._free(occasion.time)
            with built_beside(folder) as building:
                make_copy(original, building, sealed, occasion, progress)
            return read_backup(folder, original.key)

    def all(self) -> list[Backup]:
        """List the backups, the latest first."""
        found = sorted((path for path in self._folders()), key=lambda path: path.name, reverse=True)
        return [read_backup(folder, self._key) for folder in found]

    def last_proved(self) -> Backup | None:
        """Return the latest one that is proved."""
        return next((backup for backup in self.all() if backup.proved), None)

    def prove(self, backup: Backup, key: bytes, progress: Progress | None = None) -> Backup:
        """Read a backup and all its sealed files once more, and write down how it is now."""
        with copying_told(backup.folder):
            prove_again(backup.folder, key, SealedFiles(backup.files, key), progress)
            return read_backup(backup.folder, key)

    def changed(self, book: Book) -> bool:
        """Whether the journal of the book ends elsewhere than in every proved backup."""
        heads = SignedHeads.of(book.heads(), book.database.key)
        return not any(backup.heads == heads for backup in self.all() if backup.proved)

    def due(self, book: Book, now: datetime) -> bool:
        """Whether the book was changed and the last backup is half an hour old."""
        latest = next(iter(self.all()), None)
        return (latest is None or abs(now.astimezone() - latest.time) >= EVERY) and self.changed(book)

    def thin(self, now: datetime, months: int) -> list[Path]:
        """Remove the backups that ``thinning`` does not keep; return them. Unproved ones push out no proved one."""
        now, every = now.astimezone(), self.all()
        proved = [backup.time for backup in every if backup.proved]
        kept = keep(proved, now, months) | {backup.time for backup in every if now - backup.time < ALL}
        if not proved:
            kept |= {backup.time for backup in every}
        gone = [backup.folder for backup in every if backup.time not in kept]
        with copying_told(self.place):
            for folder in gone:
                remove(folder)
        return gone

    def note_second(self, backup: Backup) -> None:
        """Note, beside the backups of this PC, when one was made in the second place and where."""
        with copying_told(self.place):
            self.place.mkdir(parents=True, exist_ok=True)
            said = {"time": backup.time.isoformat(), "folder": str(backup.folder)}
            write_whole(self.place / _SECOND, json.dumps(said, ensure_ascii=False).encode())

    def last_second(self) -> datetime | None:
        """Return when a proved backup was last made in the second place."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            return datetime.fromisoformat(json.loads((self.place / _SECOND).read_bytes())["time"])
        return None

    def _folders(self) -> Iterator[Path]:
        with copying_told(self.place):
            if self.place.is_dir():
                yield from (path for path in self.place.iterdir() if _FOLDER.fullmatch(path.name) and path.is_dir())

    def _free(self, time: datetime) -> Path:
        name, number = time.strftime(_NAMED), 1
        folder = self.place / name
        while folder.exists():
            number += 1
            folder = self.place / f"{name}-{number}"
        return folder


def place_name(name: str, book: str) -> str:
    """Return the name of a book's folder among the backups of several books."""
    return f"{name}-{book[-8:]}"


def default_root(replicas: Path) -> Path:
    """Return the folder of this PC for the backups of all books; ``replicas`` is that of the replica notes."""
    return replicas.parent / "backups"


def _made(proof: Proof | None, folder: Path) -> datetime:
    """The time of a backup whose folder was renamed."""
    with suppress(ValueError):
        if proof is not None:
            return datetime.fromisoformat(proof.time)
    return datetime.fromtimestamp(folder.stat().st_mtime).astimezone()
