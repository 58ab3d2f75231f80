"""The book: opened by one program at a time, read freely, written only by deeds and notes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import peewee as pw

from xunion_desktop.basics.errors import Trouble

from .clock import HybridClock, local_time
from .database import BookDatabase
from .deeds import Deed, DeedLine, Note, latest_deeds
from .drafts import Draft, Drafts
from .faults import damaged, database_told, disk_told
from .files import SealedFiles
from .folder import BookFolder, Marker, read_marker, refuse_newer
from .gateway import Progress
from .history import Change, changes_of
from .journal import OWN_TABLES, DeedEntry, DeedHead, Head, Journal
from .keyring import read_keyring
from .keys import new_key
from .lock import FolderLock
from .making import make_book
from .record import Record, bound
from .replica import ReplicaNote, default_replicas
from .undo import Outcome, Undoing
from .upgrades import SCHEMA, create_missing_tables

_OWN_RECORDS: tuple[type[Record], ...] = (Draft,)
_SMALLEST = 4096  # bytes of an empty database
PATIENCE = 10.0  # seconds that a deed waits for another one; a long import shuts editing by itself


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
        self._writer = threading.Lock()
        self._writing_thread = 0
        self._clock = HybridClock()
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
        make = cls.open if BookFolder.of(Path(path)).folder.exists() else cls.create
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
            latest = DeedEntry.select(pw.fn.MAX(DeedEntry.clock))
            self._clock.meet(next(self.database.raw(latest))[0] or 0)

    def _bind(self) -> None:
        if bound.obj is not None:
            raise RuntimeError("a process has one open book: close the other one first")
        names = [record.kind_of() for record in self.records]
        if len(set(names)) < len(names):
            raise RuntimeError(f"two classes of records have the same table: {sorted(names)}")
        bound.initialize(self.database)

    def close(self) -> None:
        """Close the connections of all threads and let other programs open the book."""
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

    @contextmanager
    def deed(self, label: str, user: str = "", progress: Progress | None = None) -> Iterator[Deed]:
        """Open the book for one clerk's action. All of it is committed at the end, or nothing; deeds do not nest."""
        with self._deed(DeedHead(new_key(), label, user, 0), progress) as deed:
            yield deed

    @contextmanager
    def _deed(self, head: DeedHead, progress: Progress | None = None) -> Iterator[Deed]:
        with self._one_writer():
            head.clock = self._clock.tick()
            deed = Deed(self.database, head, local_time(head.clock), progress)
            number, chains = self.journal.number, dict(self.journal.chains)
            try:
                with database_told(), self.database.writing():
                    yield deed
                    if deed.finish(self.journal):
                        self._note.note(self.journal.number)
            except BaseException:
                self._step_back(deed, number, chains)
                raise
        self._tell(deed.changes.kinds)

    def _step_back(self, deed: Deed, number: int, chains: dict[str, bytes]) -> None:
        deed.forget()
        if self.journal.number != number:
            self.journal.number, self.journal.chains = number, chains
            self._note.note(number)

    @contextmanager
    def note(self) -> Iterator[Note]:
        """Open the book for records that are not journaled: drafts, views, learned mappings."""
        with self._one_writer(), database_told():
            note = Note(self.database, local_time(self._clock.tick()))
            with self.database.writing():
                yield note
        self._tell(frozenset(note.kinds))

    @contextmanager
    def _one_writer(self) -> Iterator[None]:
        if self._writing_thread == threading.get_ident():
            raise RuntimeError("deeds do not nest")
        if not self._writer.acquire(timeout=PATIENCE):
            raise Trouble("本子正在写入另一项操作，这一步还没有做。", "请等那一项做完后再试。")
        self._writing_thread = threading.get_ident()
        try:
            yield
        finally:
            self._writing_thread = 0
            self._writer.release()

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
        return Undoing(self.records, self._deed)

    def history(self, kind: str, key: str) -> list[Change]:
        """List what happened to one record, the latest first."""
        return list(changes_of(kind, key))

    def heads(self) -> list[Head]:
        """Return where each chain of the journal ends."""
        return self.journal.heads()
