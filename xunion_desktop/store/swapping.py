"""Swapping: a book, or its parts, put in the place of others by renames; what a program that died began is finished."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from xunion_desktop.basics.disk import patiently, sync_folder
from xunion_desktop.basics.errors import in_code

from .building import remove
from .lock import FolderLock
from .part_names import DATABASE, FILES, KEYRING

REKEYED = "rekeyed"
_OLD_FILES = "files before"
_PAUSES = (1.0, 3.0)  # seconds between the tries to go forward; within a try a scanner gets its own

log = logging.getLogger(__name__)


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
                _finish(folder)
            finally:
                held.free()


def _finish(folder: Path) -> None:
    """Go on only with what holds the same as the book does: deeds may have been done since it was made."""
    if _database_waits(folder) and (folder / REKEYED / KEYRING).exists():
        from .rekeying import like_the_book  # it loads the driver, which the log-in page does without

        like = like_the_book(folder)
        if like is None:
            return  # the book as it is cannot be read here: nothing of it may be replaced
        if like:
            put_rekeyed(folder)
            return
        log.warning("a copy under another key that is not the book of today is removed")
    if _database_waits(folder):
        drop_rekeyed(folder)
    else:
        _put_the_rest(folder)


def put_rekeyed(folder: Path, decided: Callable[[], None] | None = None) -> None:
    """Put the parts of a book under another key in their places. It can be begun again wherever it stopped.

    A fault before the database is in its place: the book is as it was, and nothing is left that a later program could
    put over it. Then ``decided`` is called, and it only goes forward: an OSError now = the next program finishes it.
    """
    try:
        _put_database(folder)
    except BaseException:
        if _database_waits(folder):
            drop_rekeyed(folder)
            raise
    if decided is not None:
        decided()
        for pause in _PAUSES:
            with suppress(OSError):
                _put_the_rest(folder)
                return
            time.sleep(pause)
    _put_the_rest(folder)


def drop_rekeyed(folder: Path) -> None:
    """Remove what is not to be put in its place. Without its keyring it counts no more, were the rest to stay."""
    ready = folder / REKEYED
    try:
        patiently(lambda: (ready / KEYRING).unlink(missing_ok=True))
        remove(ready)
    except OSError as fault:  # the next program does it, or finds that the book went on
        log.warning("given up, and not removed: %s", in_code(fault))


def _database_waits(folder: Path) -> bool:
    return (folder / REKEYED / DATABASE).exists()


def _put_database(folder: Path) -> None:
    """One replace decides. The write-ahead log belongs to the database before: all it held lies in the new one."""
    if _database_waits(folder):
        for log_file in ("-wal", "-shm"):
            patiently(lambda name=log_file: (folder / f"{DATABASE}{name}").unlink(missing_ok=True))  # type: ignore[misc]
        patiently(lambda: (folder / REKEYED / DATABASE).replace(folder / DATABASE))


def _put_the_rest(folder: Path) -> None:
    ready = folder / REKEYED
    if (ready / FILES).exists():
        if (folder / FILES).exists():
            patiently(lambda: (folder / FILES).rename(ready / _OLD_FILES))
        patiently(lambda: (ready / FILES).rename(folder / FILES))
    if (ready / KEYRING).exists():
        patiently(lambda: (ready / KEYRING).replace(folder / KEYRING))
    try:
        sync_folder(folder)
        remove(ready)
    except OSError as fault:  # all is in its place; the next program removes what is left
        log.warning("not removed: %s", in_code(fault))
