"""The small parts of a book: the lock."""

import sys
from pathlib import Path

import pytest

from xunion_desktop.store.lock import FolderLock


def test_a_lock_is_taken_once(tmp_path: Path):
    first, second = FolderLock(tmp_path / "lock"), FolderLock(tmp_path / "lock")
    assert (first.take(), second.take()) == (True, False)
    first.free()
    assert second.take()
    second.free()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 不删开着的文件")
def test_a_lock_whose_file_somebody_deletes_is_held_all_the_same(tmp_path: Path):
    first, second = FolderLock(tmp_path / "lock"), FolderLock(tmp_path / "lock")
    assert first.take()
    (tmp_path / "lock").unlink()
    assert not second.take()
    first.free()
    assert second.take()
    second.free()


def test_freeing_what_was_not_taken_does_no_harm(tmp_path: Path):
    FolderLock(tmp_path / "lock").free()
