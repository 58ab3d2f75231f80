"""Restoring: a backup becomes the book again. The book there is now is kept beside it, and stays if anything fails.

In two steps, so that the window stays readable: ``prepare`` proves the backup, builds the book from it in a hidden
folder beside its place, and proves that; the open book is not touched. ``swap`` then needs the book closed for an
instant: two renames. Where a program dies between them, the next one finishes it (``folder.finish_restore``).
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from xunion_desktop.basics.disk import patiently, sync_folder, write_whole
from xunion_desktop.basics.errors import Trouble

from .backup import Backup
from .building import built_beside, remove, sweep
from .copies import DATABASE, prove_copy
from .copying import copy_files, copy_lasting, copying_told, demand_space, size_of
from .facts import Facts
from .faults import disk_told
from .files import SealedFiles
from .folder import BookFolder, Marker, ready_beside, refuse_newer
from .gateway import Progress
from .keyring import Keyring
from .lock import FolderLock
from .proof import Proof
from .proving import Unproved, demand_files, prove_database
from .replica import ReplicaNote, default_replicas
from .stages import stage
from .unlocking import Unlock, key_of
from .upgrades import SCHEMA

NOTE = "restored.txt"  # what the log of the restored book is told when it is first opened


@dataclass(frozen=True)
class Restored:
    """What came of a restore: the book, and where the one from before is kept (None where there was none)."""

    folder: Path
    kept: Path | None


class Restoring:
    """The restore of one backup to the place of its book. With the book open, ``key`` is ``book.database.key``."""

    def __init__(self, place: BookFolder, backup: Backup, key: bytes, replicas: Path | None = None) -> None:
        if backup.proof is None or not backup.proof.genuine(key):
            raise Unproved(backup.fault or "验证记录被改过")
        self._place = place
        self._backup = backup
        self._proof: Proof = backup.proof
        self._key = key
        self._note = ReplicaNote(replicas or default_replicas(), self._proof.book, place.folder)
        self._ready = ready_beside(place.folder)

    def prepare(self, progress: Progress | None = None) -> None:
        """Prove the backup, build the book from it beside its place, and prove that; call it in a worker."""
        _demand_same_book(self._place, self._proof.book)
        refuse_newer(self._proof.schema > SCHEMA, self._proof.version)
        with copying_told(self._backup.folder):
            sealed = SealedFiles(self._backup.files, self._key)
            facts = prove_copy(self._backup.folder, self._key, sealed, stage(progress, 0, 0.4))
        with copying_told(self._place.folder):
            self.drop()
            parent = self._place.folder.parent
            parent.mkdir(parents=True, exist_ok=True)
            sweep(parent)
            demand_space(parent, self._proof.size + sum(size_of(sealed.sealed(name)) for name in sealed.names()))
            with built_beside(self._ready) as building:
                self._build(BookFolder(building, self._place.name), facts, stage(progress, 0.4, 1))

    def swap(self, now: datetime | None = None) -> Restored:
        """Put the present book aside and the prepared one in its place. The book must be closed everywhere."""
        folder, moment = self._place.folder, now.astimezone() if now else datetime.now().astimezone()
        with disk_told(folder):
            self._demand_closed()
            kept = _name_aside(folder, moment) if self._place.taken() else None
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
        return Restored(folder, kept)

    def drop(self) -> None:
        """Remove what was prepared: the clerk changed his mind."""
        if self._ready.exists():
            remove(self._ready)

    def _build(self, place: BookFolder, facts: Facts, progress: Progress) -> None:
        backup = self._backup
        copy_lasting(backup.folder / DATABASE, place.database)
        place.files.mkdir()
        sealed = SealedFiles(place.files, self._key)
        # also files that only the journal names; a damaged one among them is left out
        copy_files(SealedFiles(backup.files, self._key), sealed, stage(lambda *_: progress(0, 1), 0, 1))
        copied = prove_database(place.database, self._key, (), progress)
        demand_files(sealed, facts.files)
        if copied.unlike(facts):
            raise Unproved(copied.unlike(facts))
        keyring_for(self._place, backup).with_heads(facts.heads, self._key).write(place.keyring)
        Marker(book=self._proof.book, schema=facts.schema, version=self._proof.version).write(place.marker)

    def _demand_closed(self) -> None:
        if not self._ready.is_dir():
            raise Trouble("准备好的本子不见了，没有恢复，本子没有改动。", "请再恢复一次。")
        if self._place.folder.is_dir():
            lock = FolderLock(self._place.lock)
            if not lock.take():
                raise Trouble("这个本子正打开着，没有恢复。", "请先在所有窗口里关掉它，再恢复。")
            lock.free()  # a folder with an open file in it cannot be renamed on Windows

    def _leave_note(self, kept: Path | None, moment: datetime) -> None:
        left = f"，恢复前的本子留在“{kept.name}”" if kept else ""
        sentence = f"{moment:%Y-%m-%d %H:%M:%S} 恢复了 {self._backup.time:%Y-%m-%d %H:%M:%S} 的备份{left}。"
        write_whole(self._ready / NOTE, sentence.encode())


def restore(
    path: Path | str,
    backup: Backup,
    unlock: Unlock | None = None,
    replicas: Path | None = None,
    progress: Progress | None = None,
    now: datetime | None = None,
) -> Restored:
    """Restore a closed book in one go. Trouble or Cancelled: the present book is as it was."""
    place = BookFolder.of(Path(path))
    restoring = Restoring(place, backup, key_of(keyring_for(place, backup), unlock), replicas)
    restoring.prepare(progress)
    try:
        return restoring.swap(now)
    except BaseException:
        restoring.drop()
        raise


def keyring_for(place: BookFolder, backup: Backup) -> Keyring:
    """Return who may open the restored book: those of today where the book is there, else those of the backup."""
    present, old = _readable(place.keyring), _readable(backup.keyring)
    if present is not None and (old is None or old.check == present.check):
        return present
    if old is None:
        raise Unproved("钥匙文件损坏了")
    return old


def _readable(file: Path) -> Keyring | None:
    with suppress(Trouble):
        keyring = Keyring.read(file)
        return keyring if keyring.whole else None
    return None


def _demand_same_book(place: BookFolder, book: str) -> None:
    if not place.taken():
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


def _name_aside(folder: Path, moment: datetime) -> Path:
    name, number = f"{folder.name}（恢复前 {moment:%Y-%m-%d %H%M%S}）", 1
    while (aside := folder.with_name(name if number == 1 else f"{name}-{number}")).exists():
        number += 1
    return aside


def _put_aside(folder: Path, kept: Path | None) -> None:
    if kept is not None:
        patiently(lambda: folder.rename(kept))
    elif folder.exists():
        folder.rmdir()  # an empty one, chosen by the clerk
