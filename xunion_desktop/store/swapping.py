"""Swapping: a book, or its parts, put in the place of others by renames; what a program that died began is finished."""

from __future__ import annotations

from pathlib import Path

from xunion_desktop.basics.disk import patiently, sync_folder

from .building import remove
from .lock import FolderLock

REKEYED = "rekeyed"
_DATABASE, _KEYRING, _FILES, _OLD_FILES = "book.db", "keyring.json", "files", "files before"


def ready_beside(folder: Path) -> Path:
    """Return where a restored book lies, whole and proved, until it is put in its place."""
    return folder.with_name(f".{folder.name}.ready")


def finish_restore(folder: Path) -> None:
    """Finish a restore whose program died when the old book was put aside and the new one not yet in its place."""
    ready = ready_beside(folder)
    if ready.is_dir() and not folder.exists():
        ready.rename(folder)


def finish_rekeying(folder: Path, lock: Path) -> None:
    """Finish what ``put_rekeyed`` began in a program that died; one that has the book open is left to it."""
    if (folder / REKEYED).is_dir():
        held = FolderLock(lock)
        if held.take():
            try:
                put_rekeyed(folder)
            finally:
                held.free()


def put_rekeyed(folder: Path) -> None:
    """Put the parts of a book under another key in their places. It can be begun again wherever it stopped.

    The write-ahead log belongs to the database before: all that it held lies in the new one, and it goes first.
    """
    ready = folder / REKEYED
    if (ready / _DATABASE).exists():
        for log in ("-wal", "-shm"):
            patiently(lambda log=log: (folder / f"{_DATABASE}{log}").unlink(missing_ok=True))  # type: ignore[misc]
        patiently(lambda: (ready / _DATABASE).replace(folder / _DATABASE))
    if (ready / _FILES).exists():
        if (folder / _FILES).exists():
            patiently(lambda: (folder / _FILES).rename(ready / _OLD_FILES))
        patiently(lambda: (ready / _FILES).rename(folder / _FILES))
    if (ready / _KEYRING).exists():
        patiently(lambda: (ready / _KEYRING).replace(folder / _KEYRING))
    sync_folder(folder)
    remove(ready)
