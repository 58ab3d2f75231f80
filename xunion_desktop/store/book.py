"""The book: opened by one program at a time, read freely, written only by deeds and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from xunion_desktop.basics.errors import Trouble

from .database import BookDatabase
from .deeds import Deed, DeedLine, Note, latest_deeds
from .drafts import Draft, Drafts
from .entries import OWN_TABLES
from .faults import damaged, database_told, disk_told
from .files import SealedFiles
from .folder import BookFolder, Marker, read_marker, refuse_newer
from .gateway import Progress
from .history import Change, changes_of
from .journal import DeedHead, Head, Journal
from .keyring import read_keyring
from .keys import new_key
from .lock import FolderLock
from .making import make_book
from .record import Record, bound
from .replica import ReplicaNote, default_replicas
from .undo import Outcome, Undoing
from .upgrades import SCHEMA, create_missing_tables
from .writer import OneAtATime, Writer

_OWN_RECORDS: tuple[type[Record], ...] = (Draft,)
_SMALLEST = 4096  # bytes of an empty database


class Book:
    """The one open book of this process. Made by ``create``, ``open`` or ``open_or_create``; a context manager.

    ``changed`` are called after each commit with the kinds of the records written, in the thread that wrote them.
    """

    def __init__(self, place: BookFolder, marker: Marker, records: Iterable[type[Record]], replicas: Path) -> None:
        self.place = place
        self.id = marker.book
        self.records = (*_OWN_RECORDS, *records)
        self.changed: list[Callable[[frozenset[str]], None]] = []
        self._lock = FolderLock(place.lock)
        self._turns = OneAtATime()
        self._note = ReplicaNote(replicas, marker.book, place.folder)

    # making, opening, closing

    @classmethod
    def create(cls, path: Path | str, records: Iterable[type[Record]], replicas: Path | None = None) -> Self:
        """Make a new book and open it. It is built beside its place and put there whole, or not at all."""
        place, records = BookFolder.of(Path(path)), tuple(records)
        make_book(place, (*_OWN_RECORDS, *records))
        return cls.open(place.marker, records, replicas)

    @classmethod
    def open(cls, path: Path | str, records: Iterable[type[Record]], replicas: Path | None = None) -> Self:
        """Open a book. Trouble where it is not there, is none, is newer, is locked, or cannot be written."""
        place = BookFolder.of(Path(path))
        marker = read_marker(place)
        book = cls(place, marker, records, replicas or default_replicas())
        book._take_lock()
        try:
            book._unlock(marker)
        except BaseException:
            book.close()
            raise
        return book

    @classmethod
    def open_or_create(cls, path: Path | str, records: Iterable[type[Record]], replicas: Path | None = None) -> Self:
        """Open the book at ``path``, or make it there if nothing is there yet."""
        make = cls.open if BookFolder.of(Path(path)).taken() else cls.create
        return make(path, records, replicas)

    def _take_lock(self) -> None:
        with disk_told(self.place.folder):
            taken = self._lock.take()
        if not taken:
            raise Trouble("这个本子已经在另一个窗口打开。", "请切换到那个窗口；找不到它时，重新启动电脑后再打开。")

    def _unlock(self, marker: Marker) -> None:
        with disk_told(self.place.keyring):
            key = read_keyring(self.place.keyring)
        if not self.place.database.is_file():
            raise Trouble("本子的数据库不见了，打不开。", "请从备份恢复整个文件夹。")
        if self.place.database.stat().st_size < _SMALLEST:  # SQLite would begin a new one in it
            raise damaged()
        self.database = BookDatabase(self.place.database, key)
        self.files = SealedFiles(self.place.files, key)
        self.journal = Journal(self.database, "")
        with database_told():
            self.database.connect()
            if self.database.schema == 0:
                raise damaged()
            refuse_newer(self.database.schema > SCHEMA, marker.version)
            with self.database.building():
                create_missing_tables(self.database, (*OWN_TABLES, *self.records))
        self._bind()
        with disk_told(self.place.folder), database_told():
            self.journal.replica = self._note.settle(self.journal.last_number)
            self.journal.resume()
        self._writer = Writer(self.database, self.journal, self._note, self._turns, self._tell)

    def _bind(self) -> None:
        if bound.obj is not None:
            raise RuntimeError("a process has one open book: close the other one first")
        names = [record.kind_of() for record in self.records]
        if len(set(names)) < len(names):
            raise RuntimeError(f"two classes of records have the same table: {sorted(names)}")
        bound.initialize(self.database)

    def close(self) -> None:
        """Close the connections of all threads and let other programs open the book. A deed is waited for."""
        with self._turns.turn():
            database = getattr(self, "database", None)
            if database is not None:
                if bound.obj is database:
                    bound.initialize(None)
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

    # writing

    def deed(self, label: str, user: str = "", progress: Progress | None = None) -> AbstractContextManager[Deed]:
        """Open the book for one clerk's action. All of it is committed at the end, or nothing; deeds do not nest."""
        return self._writer.deed(DeedHead(new_key(), label, user), progress)

    def note(self) -> AbstractContextManager[Note]:
        """Open the book for records that are not journaled: drafts, views, learned mappings."""
        return self._writer.note()

    def _tell(self, kinds: frozenset[str]) -> None:
        if kinds:
            for hear in tuple(self.changed):
                hear(kinds)

    @property
    def drafts(self) -> Drafts:
        """What was typed and not saved yet."""
        return Drafts(self.note)

    # what was done

    def deeds(self, limit: int = 100) -> list[DeedLine]:
        """List the last deeds, the latest first."""
        return list(latest_deeds(limit))

    def undo(self, deed_id: str | None = None, user: str = "") -> Outcome:
        """Take a deed back by a new one; without an id, the last that can be. Or say what stands in the way."""
        return self._undoing().undo(deed_id, user)

    def redo(self, user: str = "") -> Outcome:
        """Take the last undo back."""
        return self._undoing().redo(user)

    def undoable(self) -> DeedLine | None:
        """Return the deed that ``undo()`` would take back."""
        return self._undoing().undoable()

    def redoable(self) -> DeedLine | None:
        """Return the undo that ``redo()`` would take back."""
        return self._undoing().redoable()

    def _undoing(self) -> Undoing:
        return Undoing(self.records, self._writer.deed)

    def history(self, kind: str, key: str) -> list[Change]:
        """List what happened to one record, the latest first."""
        return list(changes_of(kind, key))

    def heads(self) -> list[Head]:
        """Return where each chain of the journal ends."""
        return self.journal.heads()
