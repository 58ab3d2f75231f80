"""The disk: files written whole or not at all, and patience where a virus scanner has a file in its hands."""

from __future__ import annotations

import errno
import os
import secrets
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

IN_USE = (32, 33)  # what Windows says of a file that another program has open, or has locked a part of
_DENIED = 5  # and what it says where a name in use would be replaced, or where there is no permission
_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4)  # seconds; a scanner lets go within these, WPS does not
_OWN, _FOR_ALL = 0o600, 0o644
_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)


def write_whole(path: Path, content: bytes, *, lasting: bool = True, shared: bool = False) -> None:
    """Put ``content`` at ``path`` so that a reader, or the next start after a power cut, sees all of it or the old.

    ``lasting`` waits until the disk has it. ``shared`` is for what leaves the book: others on this PC may read it.
    """
    put_beside(write_beside(path, content, lasting=lasting, shared=shared), path, lasting=lasting)


def write_beside(path: Path, content: bytes, *, lasting: bool = True, shared: bool = False) -> Path:
    """Write ``content`` into a passing file in the folder of ``path``, for ``put_beside``; a fault leaves nothing."""
    beside = path.with_name(f".xunion-{secrets.token_hex(8)}.tmp")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FOR_ALL if shared else _OWN)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
    except BaseException:
        drop(beside)
        raise
    return beside


def put_beside(beside: Path, path: Path, *, lasting: bool = True) -> None:
    """Let the file that was written beside ``path`` take its place; a fault leaves the old."""
    try:
        patiently(lambda: beside.replace(path))
    except BaseException:
        drop(beside)
        raise
    if lasting:
        sync_folder(path.parent)


def drop(beside: Path) -> None:
    """Take away a passing file, if it is there."""
    with suppress(OSError):
        beside.unlink(missing_ok=True)


def patiently(act: Callable[[], T], pauses: Sequence[float] = _PAUSES) -> T:
    """Do something with a name on the disk; where Windows says that it is in use, try again a few times."""
    for pause in pauses:
        try:
            return act()
        except PermissionError as fault:
            if winerror(fault) not in {*IN_USE, _DENIED}:
                raise
        time.sleep(pause)
    return act()


def winerror(fault: OSError) -> int:
    """The number that Windows itself gave this fault; 0 on every other system."""
    return int(getattr(fault, "winerror", None) or 0)


def make_folder(folder: Path) -> None:
    """Make a folder, if it is not there yet, and wait until the disk has its name."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


@contextmanager
def new_folder(folder: Path) -> Iterator[None]:
    """Make a folder for what is put into it; after a fault those that were made are gone, where they are empty."""
    missing = [one for one in (folder, *folder.parents) if not one.is_dir()]
    try:
        make_folder(folder)
        yield
    except BaseException:
        for made in missing:
            with suppress(OSError):
                made.rmdir()
        raise


def sync_file(path: Path) -> None:
    """Wait until the disk has what was written to a file."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in ``folder`` are on the disk (Windows does this with the file itself)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as fault:
        if fault.errno not in _NO_FOLDER_SYNC:  # some sticks and network drives cannot
            raise
    finally:
        os.close(handle)


def size_of(path: Path) -> int:
    """Return the size of a file, -1 where there is none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return -1
