"""The book: made, opened by one program at a time, closed. What is done with it while it is open: ``opened``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Self

from xunion_desktop.basics.errors import Trouble

from .asides import asides_of
from .building import clear_away
from .closed import OpenElsewhere
from .copying import Original
from .database import BookDatabase
from .disk_faults import disk_told
from .drafts import Draft
from .faults import damaged, database_told
from .files import SealedFiles
from .folder import BookFolder, read_marker
from .gateway import Progress
from .holders import Holders
from .journal import Journal
from .keyring import Keyring
from .lock import FolderLock
from .log import LogEntry
from .machines import name_machine
from .making import Owner, make_book
from .opened import OpenBook
from .record import Record, bind, bound, release
from .rekeying import rekey
from .replica import ReplicaNote, default_replicas
from .shelf import default_root, place_in
from .tidings import tell_log_in, tell_lost, tell_restore
from .unlocking import ByPassword, Unlock, key_of
from .upgrading import bring_up_to_date
from .writer import OneAtATime, Writer

_OWN_RECORDS: tuple[type[Record], ...] = (Draft, LogEntry)
_SMALLEST = 4096  # bytes of an empty database


class Book(OpenBook):
    """The one open book of this process. Made by ``create``, ``open`` or ``open_or_create``; a context manager.

    ``backups_root`` is the folder of this PC for the backups of all books.
    """

    def __init__(self, path: Path | str, records: Iterable[type[Record]], replicas: Path | None = None) -> None:
        self.place = BookFolder.of(Path(path))
        self._marker = read_marker(self.place)
        self.id = self._marker.book
        self.user = ""
        self.records = tuple(dict.fromkeys((*_OWN_RECORDS, *records)))
        self.changed = []
        self.replicas = replicas or default_replicas()
        self.backups_root = default_root(self.replicas)
        self._lock = FolderLock(self.place.lock)
        self._turns = OneAtATime()
        self._note = ReplicaNote(self.replicas, self.id, self.place.folder)

    # making, opening, closing

    @classmethod
    def create(
        cls,
        path: Path | str,
        records: Iterable[type[Record]],
        replicas: Path | None = None,
        owner: Owner | None = None,
    ) -> Self:
        """Make a new book and open it. It is built beside its place and put there whole, or not at all.

        With an ``owner`` (name, password) it asks for a log-in, and he is logged in.
        """
        records = tuple(records)
        place = cls.build(path, records, owner)
        return cls.open(place.marker, records, replicas, ByPassword(*owner) if owner else None)

    @staticmethod
    def build(path: Path | str, records: Iterable[type[Record]], owner: Owner | None = None) -> BookFolder:
        """Make a new book and leave it closed; with an owner it takes a moment, and may be done in a worker."""
        place = BookFolder.of(Path(path))
        make_book(place, (*_OWN_RECORDS, *records), owner)
        return place

    @classmethod
    def open(
        cls,
        path: Path | str,
        records: Iterable[type[Record]],
        replicas: Path | None = None,
        unlock: Unlock | None = None,
    ) -> Self:
        """Open a book. Trouble where it is not there, is none, is newer, is locked, or cannot be written.

        ``unlock`` (``unlocking.ByPassword``, ``ByCode``) is asked where the book is protected.
        """
        book = cls(path, records, replicas)
        book._take_lock()
        try:
            book._unlock(unlock)
        except BaseException:
            book.close()
            raise
        return book

    @classmethod
    def open_or_create(
        cls,
        path: Path | str,
        records: Iterable[type[Record]],
        replicas: Path | None = None,
        unlock: Unlock | None = None,
    ) -> Self:
        """Open the book at ``path``, or make it there if nothing is there yet."""
        if BookFolder.of(Path(path)).taken():
            return cls.open(path, records, replicas, unlock)
        return cls.create(path, records, replicas)

    @classmethod
    def bring_up_to_date(
        cls,
        path: Path | str,
        records: Iterable[type[Record]],
        replicas: Path | None = None,
        unlock: Unlock | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Do in a worker what would be done as an older book is opened, and leave it closed; nobody has come in yet."""
        book = cls(path, records, replicas)
        book._take_lock()
        try:
            book._open_database(unlock, progress)
        finally:
            book.close()

    def _take_lock(self) -> None:
        with disk_told(self.place.folder):
            taken = self._lock.take()
        if not taken:
            raise OpenElsewhere(
                "这个本子已经在另一个窗口打开。", "请切换到那个窗口；找不到它时，重新启动电脑后再打开。"
            )
        clear_away(self.place.folder)

    def _unlock(self, unlock: Unlock | None) -> None:
        keyring, key = self._open_database(unlock)
        with database_told():
            self._writer = Writer(self.database, self.journal, self._note, self._turns, self._tell)
        self.keys = Holders(self.place.keyring, keyring, key, self.log, self._rekey)
        tell_restore(self)
        tell_lost(self, keyring)
        if keyring.protected:
            self.user = getattr(unlock, "user", "")
            tell_log_in(self, keyring)
        self.keys.finish_protecting("设置的时候程序中断了，这次打开补做完。")

    def _rekey(self, fresh: bytes, keyring: Keyring, progress: Progress | None) -> None:
        """Give the book another key (``Holders.protect``), and note where older copies of it may lie on this PC."""
        older = [self.backups_root, *asides_of(self.place.folder)]
        owed = keyring.owed.within(older) if keyring.owed else None
        with self._turns.turn():
            self.keys.go_on(rekey(self, fresh, replace(keyring, owed=owed), progress), fresh)

    def _open_database(self, unlock: Unlock | None, progress: Progress | None = None) -> tuple[Keyring, bytes]:
        keyring = Keyring.read(self.place.keyring)
        key = key_of(keyring, unlock)
        if not self.place.database.is_file():
            raise Trouble("本子的数据库不见了，打不开。", "请从备份恢复整个文件夹。")
        if self.place.database.stat().st_size < _SMALLEST:  # SQLite would begin a new one in it
            raise damaged()
        self.database = BookDatabase(self.place.database, key)
        self.database.use(key, keyring.former_keys(key))
        self.database.kept_at = place_in(self.backups_root, self.name, self.id)
        self.files = SealedFiles(self.place.files, key)
        self.journal = Journal(self.database, "")
        bring_up_to_date(Original.of(self), self.database, self._marker, self.records, self.backups_root, progress)
        bind(self.database, self.records)
        with disk_told(self.place.folder), database_told():
            self.journal.replica = self._note.settle(self.journal.last_number)
            self.journal.resume()
            self.journal.machine = name_machine(self.database, self.journal.replica)
        return keyring, key

    def close(self) -> None:
        """Close the connections of all threads and let other programs open the book. A deed is waited for.

        Where the chains of the journal end is written into the keyring; where that fails, the heads of the last time
        stay, which are still true.
        """
        with self._turns.turn(last=True):
            database = getattr(self, "database", None)
            if hasattr(self, "keys") and bound.obj is database:
                self.keep_heads()
                database.keep_statistics()
            if database is not None:
                release(database)
                database.close_all()
            self._lock.free()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fault: object) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        """The folder of the book."""
        return self.place.folder

    @property
    def name(self) -> str:
        """The name of the book."""
        return self.place.name

    @property
    def marker(self) -> Path:
        """The marker file of the book."""
        return self.place.marker

    @property
    def replica(self) -> str:
        """The id of this copy of the book on this PC."""
        return self.journal.replica
