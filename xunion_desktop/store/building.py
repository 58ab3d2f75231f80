"""Building beside: a folder is made under another name and put in its place whole, or nothing is left of it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from xunion_desktop.basics.disk import patiently, sync_folder

from .part_names import FILES

UNFINISHED = ".xunion-"
_OLD = 3600.0  # seconds; who still builds has written within the hour


@contextmanager
def built_beside(target: Path) -> Iterator[Path]:
    """Give an empty folder beside ``target``, which becomes ``target`` at the end; after any fault it is gone."""
    building = target.parent / f"{UNFINISHED}{token_hex(8)}"
    building.mkdir()
    left = building
    try:
        yield building
        sync_folder(building)
        patiently(lambda: building.rename(target))
        left = target
        sync_folder(target.parent)
    except BaseException:
        with suppress(OSError):
            remove(left)
        shutil.rmtree(building, ignore_errors=True)
        raise


def sweep(folder: Path) -> None:
    """Remove what a program that died left unfinished in ``folder``."""
    for left in folder.glob(f"{UNFINISHED}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _OLD:
                remove(left)


def clear_away(folder: Path) -> None:
    """Remove at once what a killed program left unfinished in a folder to which nobody else writes now.

    A half-written keyring may hold a key in clear.
    """
    for pattern in (f"{UNFINISHED}*", f"{FILES}/*/{UNFINISHED}*", f"{FILES}/*/.*.part"):
        for left in list(folder.glob(pattern)):
            with suppress(OSError):
                remove(left)


def remove(folder: Path) -> None:
    """Remove a folder so that no half of it stays under its name; or a file."""
    if not folder.is_dir():
        folder.unlink(missing_ok=True)
        return
    doomed = folder.with_name(f"{UNFINISHED}{token_hex(8)}")
    patiently(lambda: folder.rename(doomed))
    shutil.rmtree(doomed, ignore_errors=True)
