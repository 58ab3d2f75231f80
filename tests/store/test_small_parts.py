"""The small parts of a book: the lock."""

from pathlib import Path

from xunion_desktop.store.lock import FolderLock


def test_a_lock_is_taken_once(tmp_path: Path):
    first, second = FolderLock(tmp_path / "lock"), FolderLock(tmp_path / "lock")
    assert (first.take(), second.take()) == (True, False)
    first.free()
    assert second.take()
    second.free()


def test_freeing_what_was_not_taken_does_no_harm(tmp_path: Path):
    FolderLock(tmp_path / "lock").free()
