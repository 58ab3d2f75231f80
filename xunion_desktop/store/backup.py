"""Backups: proved copies of a book in one place, each in a folder named by its time; sealed files lie there once.

A place is a folder: ``files/``, and ``2026-11-24_083100/`` with ``book.db``, ``keyring.json``, ``marker.json`` and
``proof.json``. A copy is built beside and put there whole. It is proved at once: opened with the key, read from end to
end, and held against what the book said of itself at that moment.
"""

from __future__ import annotations

import glob
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from xunion_desktop.basics.disk import make_folder, write_whole

from .building import built_beside, remove, sweep
from .copies import DATABASE, KEYRING, Occasion, make_copy, prove_again
from .copying import Original, copying_told, demand_space, sealed_name, size_of
from .database import BookDatabase
from .facts import LastDeed
from .faults import database_told
from .files import SealedFiles
from .gateway import Progress
from .heads import SignedHeads
from .journal import Head
from .log import LogEntry
from .proof import Proof
from .record import bound
from .tables import room_of
from .thinning import ALL, keep

if TYPE_CHECKING:
    from .book import Book

EVERY = timedelta(minutes=30)
_NAMED = "%Y-%m-%d_%H%M%S"
_FOLDER = re.compile(r"(\d{4}-\d\d-\d\d_\d{6})(-\d+)?")
_SECOND = "second.json"
_AHEAD = timedelta(days=1)


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
        lost = sum(not (self.files / name[:2] / name).is_file() for name in bad)
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
    said = _FOLDER.fullmatch(folder.name)
    proof, deeds = Proof.read(folder), tuple[LastDeed, ...]()
    if proof is not None and keys:
        key = next((key for key in keys if proof.genuine(key)), None)
        proof, deeds = (None, ()) if key is None else (proof, proof.last_deeds(key))
    time = datetime.strptime(said[1], _NAMED).astimezone() if said else _made(proof, folder)
    return Backup(folder, time, proof, deeds)


class Backups:
    """The backups of one book in one place. With the key their proofs are checked and their last deeds read."""

    def __init__(self, place: Path, key: bytes | None = None, database: BookDatabase | None = None) -> None:
        self.place = place
        self._keys = (key,) if key else ()
        self._database = database

    @property
    def keys(self) -> tuple[bytes, ...]:
        """The keys that signed the backups; those of an open book may become more."""
        return self._database.keys if self._database else self._keys

    @classmethod
    def under(cls, root: Path, book: Book) -> Backups:
        """Return those of the open book under a folder for the backups of any book (``default_root``, a stick)."""
        return cls(place_in(root, book.name, book.id), database=book.database)

    @classmethod
    def of_the_open_book(cls) -> Backups | None:
        """Return those on this PC of the one open book; for duties, which are told nothing but the day."""
        database: BookDatabase | None = bound.obj
        if database is None or database.kept_at is None:
            return None
        return cls(database.kept_at, database=database)

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
        sealed = original.sealed_in(self.place)
        with copying_told(self.place):
            make_folder(self.place)
            sweep(self.place)
            moment = now.astimezone() if now else datetime.now().astimezone()
            occasion = Occasion(reason, moment, 1 + max((one.serial for one in self.all()), default=0))
            demand_space(self.place, original.room_for(sealed))
            folder = self._free(occasion.time)
            with built_beside(folder) as building:
                make_copy(original, building, sealed, occasion, progress)
            return read_backup(folder, original.key)

    def all(self) -> list[Backup]:
        """List the backups, the latest first: in the order in which they were made, whatever the clock said then."""
        found = [read_backup(folder, *self.keys) for folder in self._folders()]
        return sorted(found, key=lambda one: (_place_of(one, found), one.time, one.folder.name), reverse=True)

    def last_proved(self) -> Backup | None:
        """Return the latest one that is proved."""
        return next((backup for backup in self.all() if backup.proved), None)

    def prove(self, backup: Backup, key: bytes, progress: Progress | None = None) -> Backup:
        """Read a backup and all its sealed files once more, and write down how it is now."""
        proof = backup.proof
        key = next((one for one in (key, *self.keys) if proof and proof.genuine(one)), key)
        with copying_told(backup.folder):
            prove_again(backup.folder, key, SealedFiles(backup.files, key), progress)
            return read_backup(backup.folder, key)

    def changed(self, book: Book) -> bool:
        """Whether the journal of the book ends elsewhere than in every proved backup; log-ins and the like apart."""
        heads = _of_records(book.heads())
        return not any(_of_records(backup.heads.heads) == heads for backup in self.all() if backup.proved)

    def due(self, book: Book, now: datetime) -> bool:
        """Whether the book was changed and the last backup is half an hour old."""
        latest = next(iter(self.all()), None)
        return (latest is None or abs(now.astimezone() - latest.time) >= EVERY) and self.changed(book)

    def thin(self, now: datetime, months: int) -> list[Path]:
        """Remove the backups that ``thinning`` does not keep; return them. Unproved ones push out no proved one."""
        now, every = now.astimezone(), self.all()
        proved = [backup.time for backup in every if backup.proved]
        last = max((backup.serial for backup in every if backup.proved), default=0)
        kept = keep(proved, now, months) | {backup.time for backup in every if now - backup.time < ALL}
        kept |= {backup.time for backup in every if backup.proved and backup.serial == last}
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
            make_folder(self.place)
            said = {"time": backup.time.isoformat(), "folder": str(backup.folder)}
            write_whole(self.place / _SECOND, json.dumps(said, ensure_ascii=False).encode())

    def last_second(self) -> datetime | None:
        """Return when a proved backup was last made in the second place; what a wrong clock dated ahead is unknown."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            said = datetime.fromisoformat(json.loads((self.place / _SECOND).read_bytes())["time"])
            return said if said - datetime.now().astimezone() < _AHEAD else None
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


def _place_of(backup: Backup, every: Iterable[Backup]) -> int:
    """The serial of a backup; one whose proof is lost stands where its time puts it."""
    if backup.proof is not None:
        return backup.serial
    return max((one.serial for one in every if one.time <= backup.time), default=0)


def _of_records(heads: Iterable[Head]) -> list[Head]:
    """The ends of the chains without that of the log: every log-in would be a change else."""
    return [head for head in heads if head.room != room_of(LogEntry)]


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


def _made(proof: Proof | None, folder: Path) -> datetime:
    """The time of a backup whose folder was renamed."""
    with suppress(ValueError):
        if proof is not None:
            return datetime.fromisoformat(proof.time)
    return datetime.fromtimestamp(folder.stat().st_mtime).astimezone()
