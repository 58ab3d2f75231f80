"""Restoring: a backup becomes the book again. The book there is now is kept beside it, and stays if anything fails.

In two steps, so that the window stays readable: ``prepare`` proves the backup, builds the book from it in a hidden
folder beside its place, and proves that; the open book is not touched. ``swap`` then needs the book closed for an
instant: two renames. Where a program dies between them, the next one finishes it (``swapping.finish_restore``).

A backup from before the book was given another key gets that of today on its way, so that today's passwords open it
and the old ones do not. A sealed file that is damaged in the backup is taken from the present book; where it has it no
more either, all the rest is restored, and that is told.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from xunion_desktop.basics.disk import make_folder, patiently, size_of, sync_folder
from xunion_desktop.basics.errors import Trouble

from .asides import name_aside
from .building import built_beside, remove, sweep
from .copies import prove_copy
from .copying import copy_file, copy_files, copy_lasting, copying_told, demand_space
from .disk_faults import disk_told
from .facts import Facts
from .files import SealedFiles
from .folder import BookFolder, Marker, refuse_newer
from .gateway import Progress
from .heads import Head
from .keyring import Keyring
from .lock import FolderLock
from .making import demand_place
from .part_names import DATABASE
from .proof import Proof
from .proving import Unproved, absent_files, prove_database
from .rekeying import rekey_database
from .replica import ReplicaNote, default_replicas
from .restored import RestoreNote, sentence_of
from .shelf import Backup
from .stages import stage
from .swapping import ready_beside
from .unlocking import Unlock, key_of
from .upgrades import SCHEMA


@dataclass(frozen=True)
class Restored:
    """What came of a restore: the book, and where the one from before is kept (None where there was none).

    ``missing`` = how many sealed files are nowhere to be had any more.
    """

    folder: Path
    kept: Path | None
    missing: int = 0


class Restoring:
    """The restore of one backup to the place of its book. With the book open, ``key`` is ``book.database.key``.

    ``user`` is who does it; ``missing`` tells, when it is prepared, how many sealed files are nowhere to be had.
    """

    def __init__(
        self, place: BookFolder, backup: Backup, key: bytes, replicas: Path | None = None, user: str = ""
    ) -> None:
        keyring = keyring_for(place, backup)
        its_key = keyring.key_of(_check_of(backup), key) or key
        if backup.proof is None or not backup.proof.genuine(its_key):
            raise Unproved(backup.fault or "验证记录被改过")
        self.missing = 0
        self._its_key, self._keyring, self._user = its_key, keyring, user
        self._place = place
        self._backup = backup
        self._proof: Proof = backup.proof
        self._key = key
        self._note = ReplicaNote(replicas or default_replicas(), self._proof.book, place.folder)
        self._ready = ready_beside(place.folder)
        self._heads: tuple[Head, ...] = ()

    def prepare(self, progress: Progress | None = None) -> None:
        """Prove the backup, build the book from it beside its place, and prove that; call it in a worker."""
        _demand_same_book(self._place, self._proof.book)
        refuse_newer(self._proof.schema > SCHEMA, self._proof.version)
        with copying_told(self._backup.folder):
            sealed = SealedFiles(self._backup.files, self._its_key)
            facts = prove_copy(self._backup.folder, self._its_key, sealed, stage(progress, 0, 0.4)).facts
        with copying_told(self._place.folder):
            self.drop()
            parent = self._place.folder.parent
            make_folder(parent)
            sweep(parent)
            demand_space(parent, self._proof.size + sum(size_of(sealed.sealed(name)) for name in sealed.names()))
            with built_beside(self._ready) as building:
                self._build(BookFolder(building, self._place.name), facts, stage(progress, 0.4, 1))

    def swap(self, now: datetime | None = None) -> Restored:
        """Put the present book aside and the prepared one in its place. The book must be closed everywhere."""
        folder, moment = self._place.folder, now.astimezone() if now else datetime.now().astimezone()
        with disk_told(folder), self._closed():
            kept = name_aside(folder, moment) if self._place.taken() else None
            self._leave_note(kept, moment)
            self._note.forget()
            _put_aside(folder, kept)
            try:
                patiently(lambda: self._ready.rename(folder))
            except BaseException:
                if kept is not None:
                    kept.rename(folder)
                raise
            sync_folder(folder.parent)
        return Restored(folder, kept, self.missing)

    def run(self, progress: Progress | None = None, now: datetime | None = None) -> Restored:
        """Prepare and swap in one go. Trouble or Cancelled: the present book is as it was."""
        self.prepare(progress)
        try:
            return self.swap(now)
        except BaseException:
            self.drop()
            raise

    @property
    def its_key(self) -> bytes:
        """The key that the backup is encrypted with; the book may have got another one since."""
        return self._its_key

    def drop(self) -> None:
        """Remove what was prepared: the clerk changed his mind."""
        if self._ready.exists():
            remove(self._ready)

    def _build(self, place: BookFolder, facts: Facts, progress: Progress) -> None:
        backup = self._backup
        copy_lasting(backup.folder / DATABASE, place.database)
        if self._its_key != self._key:
            rekey_database(place.database, self._its_key, self._key)
        place.files.mkdir()
        self._bring_files(SealedFiles(place.files, self._key), facts, stage(lambda *_: progress(0, 1), 0, 1))
        copied = prove_database(place.database, self._key, (), progress)
        if copied.unlike(facts):
            raise Unproved(copied.unlike(facts))
        self._heads = facts.heads
        self._keyring.with_heads(facts.heads, self._key).write(place.keyring)
        Marker(book=self._proof.book, schema=facts.schema, version=self._proof.version).write(place.marker)

    def _bring_files(self, sealed: SealedFiles, facts: Facts, progress: Progress) -> None:
        """Copy the sealed files, also those that only the journal names; damaged ones out of the present book."""
        copy_files(SealedFiles(self._backup.files, self._its_key), sealed, progress)
        present = SealedFiles(self._place.files, self._key)
        for name in absent_files(sealed, facts.files):
            copy_file(present, sealed, name)
        self.missing = len(absent_files(sealed, facts.files))

    @contextmanager
    def _closed(self) -> Iterator[None]:
        """Hold the lock of the present book, so that no program opens it before it has gone aside.

        A folder that is empty has none: the file of the lock would be all that is put aside.
        """
        if not self._ready.is_dir():
            raise Trouble("准备好的本子不见了，没有恢复，本子没有改动。", "请再恢复一次。")
        if not self._place.taken():
            yield
            return
        lock = FolderLock(self._place.lock)
        if not lock.take():
            raise Trouble("这个本子正打开着，没有恢复。", "请先在所有窗口里关掉它，再恢复。")
        try:
            if sys.platform == "win32":
                lock.free()  # a folder with an open file in it cannot be renamed there
            yield
        finally:
            lock.free()

    def _leave_note(self, kept: Path | None, moment: datetime) -> None:
        left = f"，恢复前的本子留在“{kept.name}”" if kept else ""
        left += f"，有 {self.missing} 个附件没有找回来" if self.missing else ""
        note = RestoreNote(sentence_of(moment, self._backup.time, left), self._user)
        note.write(self._ready, self._key, self._heads)


def restore(
    path: Path | str,
    backup: Backup,
    unlock: Unlock | None = None,
    replicas: Path | None = None,
    progress: Progress | None = None,
    now: datetime | None = None,
    user: str = "",
) -> Restored:
    """Restore a closed book in one go. Trouble or Cancelled: the present book is as it was."""
    place = BookFolder.of(Path(path))
    return Restoring(place, backup, key_of(keyring_for(place, backup), unlock), replicas, user).run(progress, now)


def keyring_for(place: BookFolder, backup: Backup) -> Keyring:
    """Return who may open the restored book: those of today where the book is there, else those of the backup."""
    present, old = _readable(place.keyring), _readable(backup.keyring)
    if present is not None and (old is None or present.knows(old.check)):
        return present
    if old is None:
        raise Unproved("钥匙文件损坏了")
    return old


def _check_of(backup: Backup) -> str:
    keyring = _readable(backup.keyring)
    return keyring.check if keyring else ""


def _readable(file: Path) -> Keyring | None:
    with suppress(Trouble):
        keyring = Keyring.read(file)
        return keyring if keyring.whole else None
    return None


def _demand_same_book(place: BookFolder, book: str) -> None:
    if not place.taken():
        demand_place(place.folder)
        return
    if not (place.exists() or place.database.is_file()):
        raise Trouble(f"“{place.folder}”不是本子，不能恢复到这里。", "请选本子的文件夹，或一个还没有的名字。")
    said = ""
    with suppress(Trouble):  # a marker that cannot be read is a reason to restore
        said = Marker.read(place.marker).book
    if said not in ("", book):
        raise Trouble(
            "这份备份是另一个本子的，没有恢复，本子没有改动。", "请选这个本子自己的备份，或恢复成一个新的名字。"
        )


def _put_aside(folder: Path, kept: Path | None) -> None:
    if kept is not None:
        patiently(lambda: folder.rename(kept))
    elif folder.exists():
        folder.rmdir()  # an empty one, chosen by the clerk
