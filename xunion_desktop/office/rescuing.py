"""Rescuing: the backups that a damaged or lost book can come back from, found before any book is open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.file_names import name_fault
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.folder import BookFolder, Marker
from xunion_desktop.store.keyring import Keyring
from xunion_desktop.store.proof import PROOF
from xunion_desktop.store.replica import default_replicas
from xunion_desktop.store.restoring import keyring_for
from xunion_desktop.store.shelf import Backup, default_root, read_backup

_DEPTH = 2  # a stick, a folder of backups on it, the folder of one book


def backups_of_this_pc() -> list[Backup]:
    """Give the backups of all books that this PC made, the latest first."""
    return backups_in(default_root(default_replicas()))


def backups_in(folder: Path) -> list[Backup]:
    """Give all backups in a folder: one of them, the place of a book, or what holds such places; the latest first."""
    if (folder / PROOF).is_file():
        return [read_backup(folder)]
    found: list[Backup] = []
    for place in _folders(folder, _DEPTH):
        with suppress(Trouble):
            found += Backups(place).all()
    return sorted(found, key=lambda backup: backup.time, reverse=True)


def name_of(backup: Backup) -> str:
    """What the book of a backup is called; a name that no folder may have is none of ours."""
    name = backup.proof.name if backup.proof else ""
    return name if name and not name_fault(name) else backup.folder.parent.name


def place_for(backup: Backup, books: Path, lost: Path | None = None) -> Path:
    """Where the book of a backup belongs: where the ``lost`` one lies if it is that one, else among the ``books``."""
    if lost is not None and _is_of(backup, lost):
        return lost
    return books / f"{name_of(backup)}.xunion"


def folder_of(path: Path) -> Path:
    """The folder of the book that a path means, whether it is there or not."""
    with suppress(Trouble):
        return BookFolder.of(path).folder
    return path.with_suffix("")


def keyring_at(path: Path, backup: Backup) -> Keyring | None:
    """Who may open the book that comes back at ``path``; None where no keyring can be read."""
    with suppress(Trouble):
        return keyring_for(BookFolder.of(path), backup)
    return None


def _is_of(backup: Backup, lost: Path) -> bool:
    """Whether this is a backup of that book; one whose marker is gone is known by its name."""
    with suppress(Trouble):
        return backup.proof is not None and backup.proof.book == Marker.read(BookFolder.of(lost).marker).book
    return lost.stem == name_of(backup)


def _folders(folder: Path, depth: int) -> Iterator[Path]:
    yield folder
    with suppress(OSError):  # what cannot be read on a stick holds no backup of ours
        below = sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
        for each in below if depth else ():
            yield from _folders(each, depth - 1)
