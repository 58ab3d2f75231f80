"""The disk: small files written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


def write_whole(path: Path, content: bytes, *, lasting: bool = True) -> None:
    """Put ``content`` at ``path`` so that a reader, or the next start after a power cut, sees all of it or the old.

    ``lasting`` waits until the disk has it.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    building = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        building.replace(path)
    except BaseException:
        building.unlink(missing_ok=True)
        raise
    if lasting:
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the names in ``folder`` are on the disk (Windows does this with the file itself)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
