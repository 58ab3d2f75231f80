"""What a closed book says of itself before anybody logged in."""

import pytest

from xunion_desktop.office.doorstep import last_copy
from xunion_desktop.office.records import RECORDS
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """The folder of a closed book with one backup on this PC, and when that was made."""
    monkeypatch.setenv("XUNION_HOME", str(tmp_path / "home"))
    with Book.create(tmp_path / "甲", RECORDS) as book:
        backup = Backups.under(book.backups_root, book).make(book, "手动")
    return tmp_path / "甲", backup.time.isoformat()


def test_the_door_tells_of_the_last_backup(copied):
    folder, time = copied
    assert last_copy(folder) == time


def test_the_door_of_a_book_that_was_renamed_tells_of_the_same_one(copied):
    folder, time = copied
    (folder / "甲.xunion").rename(folder / "乙.xunion")
    renamed = folder.rename(folder.with_name("乙"))
    assert last_copy(renamed) == time


def test_a_book_that_was_never_copied_tells_of_none(tmp_path, monkeypatch):
    monkeypatch.setenv("XUNION_HOME", str(tmp_path / "home"))
    Book.create(tmp_path / "丙", RECORDS).close()
    assert last_copy(tmp_path / "丙") == ""
