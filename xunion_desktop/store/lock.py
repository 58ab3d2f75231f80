"""The lock of a book: one program at a time on a PC. The system frees it when the program dies, however it dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path


class FolderLock:
    """A lock on a small file that lies in the folder of the book."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._handle: int | None = None

    def take(self) -> bool:
        """Take the lock; False = another program (or window) has it."""
        handle = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        if not _locked(handle):
            os.close(handle)
            return False
        self._handle = handle
        return True

    def free(self) -> None:
        """Give the lock back; closing the file is what frees it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
