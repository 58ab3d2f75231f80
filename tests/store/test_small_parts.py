"""The small parts of a book: keyring and lock."""

from pathlib import Path

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.keyring import new_book_key, read_keyring, write_keyring
from xunion_desktop.store.lock import FolderLock


def test_a_key_has_256_bits_and_is_random():
    assert len(new_book_key()) == 32
    assert new_book_key() != new_book_key()


def test_the_keyring_gives_the_key_back(tmp_path: Path):
    key = new_book_key()
    write_keyring(tmp_path / "keyring.json", key)
    assert read_keyring(tmp_path / "keyring.json") == key


def test_a_flipped_digit_of_the_key_is_found(tmp_path: Path):
    path = tmp_path / "keyring.json"
    write_keyring(path, bytes(32))
    path.write_text(path.read_text().replace("0000", "0001", 1))
    with pytest.raises(Trouble, match="钥匙文件损坏"):
        read_keyring(path)


def test_a_lock_is_taken_once(tmp_path: Path):
    first, second = FolderLock(tmp_path / "lock"), FolderLock(tmp_path / "lock")
    assert (first.take(), second.take()) == (True, False)
    first.free()
    assert second.take()
    second.free()


def test_freeing_what_was_not_taken_does_no_harm(tmp_path: Path):
    FolderLock(tmp_path / "lock").free()
