"""Backups: proved copies of a book in one place, each in a folder named by its time; sealed files lie there once.

A place is a folder: ``files/``, and ``2026-11-24_083100/`` with ``book.db``, ``keyring.json``, ``marker.json`` and
``proof.json``. A copy is built beside and put there whole. It is proved at once: opened with the key, read from end to
end, and held against what the book said of itself at that moment.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from xunion_desktop.basics.disk import make_folder, new_folder, write_whole
from xunion_desktop.basics.errors import Trouble

from .building import built_beside, remove, sweep
from .copies import Occasion, make_copy, prove_again
from .copying import Original, copying_told, demand_space
from .database import BookDatabase
from .faults import database_told
from .files import SealedFiles
from .folder import BookFolder
from .gateway import Progress
from .heads import Head
from .journal import heads_in
from .log import LogEntry
from .looking import InTurn
from .record import bound
from .shelf import NAMED, Backup, Shelf, place_in, read_backup
from .stages import stage
from .tables import room_of
from .thinning import ALL, keep

if TYPE_CHECKING:
    from .book import Book

EVERY = timedelta(minutes=30)
_SECOND = "second.json"
_AHEAD = timedelta(days=1)


class Backups(Shelf):
    """The backups of one book in one place. With the key their proofs are checked and their last deeds read."""

    def __init__(self, place: Path, key: bytes | None = None, database: BookDatabase | None = None) -> None:
        super().__init__(place, (key,) if key else ())
        self._database = database

    @property
    def keys(self) -> tuple[bytes, ...]:
        """The keys that signed the backups; those of an open book may become more."""
        return self._database.keys if self._database else super().keys

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

    @property
    def book_place(self) -> BookFolder:
        """Return where the open book lies that they are copies of."""
        assert self._database is not None
        return BookFolder.of(Path(self._database.database).parent)

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
        with copying_told(self.place), new_folder(self.place):
            sweep(self.place)
            moment = now.astimezone() if now else datetime.now().astimezone()
            occasion = Occasion(reason, moment, 1 + max((one.serial for one in self.all()), default=0))
            demand_space(self.place, original.room_for(sealed))
            folder = self._free(occasion.time)
            with built_beside(folder) as building:
                make_copy(original, building, sealed, occasion, progress)
            return read_backup(folder, original.key)

    def prove(
        self, backup: Backup, key: bytes, progress: Progress | None = None, *, database_only: bool = False
    ) -> Backup:
        """Read a backup and all its sealed files once more, and write down how it is now."""
        proof = backup.proof
        key = next((one for one in (key, *self.keys) if proof and proof.genuine(one)), key)
        with copying_told(backup.folder):
            sealed = None if database_only else SealedFiles(backup.files, key)
            prove_again(backup.folder, key, sealed, progress)
            return read_backup(backup.folder, key)

    def prove_in_turn(self, key: bytes, progress: Progress | None = None) -> Iterator[Backup]:
        """Read again the latest proved backup and one of the older ones, another each time; tell how each is now.

        Where the latest was damaged since its proof, those before it are read until one is whole. Only databases are.
        After Trouble over an older one, the next of them has its turn.
        """
        turn, read = InTurn(self.place), list[Backup]()
        while (latest := self.last_proved()) is not None:
            read.append(self.prove(latest, key, stage(progress, 0, 0.5), database_only=True))
            yield read[-1]
            if read[-1].proved:
                break
        done = {backup.folder for backup in read}
        older = turn.next_of(backup for backup in self.all() if backup.proved and backup.folder not in done)
        tried = [*read, older] if older is not None else read
        try:
            if older is not None:
                yield self.prove(older, key, stage(progress, 0.5, 1), database_only=True)
        except Trouble:
            turn.note(tried, self.all())
            raise
        if tried:
            turn.note(tried, self.all())

    def changed(self, book: Book) -> bool:
        """Whether the journal of the book ends elsewhere than in every proved backup; log-ins and the like apart."""
        return not self._hold(book.heads())

    @property
    def behind(self) -> bool:
        """Whether the open book that they are copies of was changed since every proved one."""
        assert self._database is not None
        return not self._hold(heads_in(self._database))

    def _hold(self, heads: Iterable[Head]) -> bool:
        ends = _of_records(heads)
        return any(_of_records(backup.heads.heads) == ends for backup in self.all() if backup.proved)

    def due(self, book: Book, now: datetime) -> bool:
        """Whether the book was changed and the last backup is half an hour old."""
        latest = next(iter(self.all()), None)
        return (latest is None or abs(now.astimezone() - latest.time) >= EVERY) and self.changed(book)

    def thin(self, now: datetime, months: int) -> list[Path]:
        """Remove the backups that ``thinning`` does not keep; return them. Unproved ones push out no proved one.

        One for whose sake a proved one would go is read once more first: it may have been damaged since its proof.
        """
        now, read = now.astimezone(), set[Path]()
        while True:
            every = self.all()
            gone = _not_kept(every, now, months)
            stays = [one for one in _in_their_stead(gone, every) if self.keys and one.folder not in read]
            for backup in stays:
                read.add(backup.folder)
                self.prove(backup, self.keys[0], database_only=True)
            if not stays:
                break
        with copying_told(self.place):
            for backup in gone:
                remove(backup.folder)
        return [backup.folder for backup in gone]

    def note_second(self, backup: Backup) -> None:
        """Note, beside the backups of this PC, when one was made in the second place and where."""
        with copying_told(self.place):
            make_folder(self.place)
            said = {"time": backup.time.isoformat(), "folder": str(backup.folder)}
            write_whole(self.place / _SECOND, json.dumps(said, ensure_ascii=False).encode())

    def last_second(self) -> datetime | None:
        """Return when a proved backup was last made in the second place; what a wrong clock dated ahead is unknown."""
        with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            said = datetime.fromisoformat(json.loads((self.place / _SECOND).read_bytes())["time"])
            return said if said - datetime.now().astimezone() < _AHEAD else None
        return None

    def _free(self, time: datetime) -> Path:
        name, number = time.strftime(NAMED), 1
        folder = self.place / name
        while folder.exists():
            number += 1
            folder = self.place / f"{name}-{number}"
        return folder


def _not_kept(every: Sequence[Backup], now: datetime, months: int) -> list[Backup]:
    """The backups of a place that may go."""
    proved = [backup for backup in every if backup.proved]
    last = max((backup.serial for backup in proved), default=0)
    kept = keep((backup.time for backup in proved), now, months)
    kept |= {backup.time for backup in every if now - backup.time < ALL}
    kept |= {backup.time for backup in proved if backup.serial == last}
    return [backup for backup in every if proved and backup.time not in kept]


def _in_their_stead(gone: Sequence[Backup], every: Sequence[Backup]) -> list[Backup]:
    """The proved backups that stay for those that go: the next one after each."""
    stay = sorted((one for one in every if one.proved and one not in gone), key=lambda one: one.time)
    after = (next((one for one in stay if one.time > each.time), None) for each in gone if each.proved)
    return list({one.folder: one for one in after if one is not None}.values())


def _of_records(heads: Iterable[Head]) -> list[Head]:
    """The ends of the chains without that of the log: every log-in would be a change else."""
    return [head for head in heads if head.room != room_of(LogEntry)]
