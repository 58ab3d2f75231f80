"""The lock of a book: one program at a time on a PC. The system frees it when the program dies, however it dies.

Windows deletes no file that is held. Elsewhere somebody may delete it under an open book, so the folder is held too.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path


class FolderLock:
    """A lock on a small file that lies in the folder of the book, and on that folder."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._handles: list[int] = []

    def take(self) -> bool:
        """Take the lock; False = another program (or window) has it."""
        taken = [os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)]
        taken += _opened(self._file.parent)
        if not all(_locked(handle) for handle in taken):
            _close(taken)
            return False
        self._handles = taken
        return True

    def free(self) -> None:
        """Give the lock back; closing the file is what frees it."""
        _close(self._handles)
        self._handles = []


def _close(handles: list[int]) -> None:
    for handle in handles:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _opened(folder: Path) -> list[int]:
        """A folder is no file here."""
        del folder
        return []

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _opened(folder: Path) -> list[int]:
        return [os.open(folder, os.O_RDONLY)]

    def _locked(handle: int) -> bool:
        """A share that has no locks for folders keeps no book shut."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            if not stat.S_ISDIR(os.fstat(handle).st_mode):
                raise
        return True
