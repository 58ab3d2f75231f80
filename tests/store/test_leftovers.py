"""What a program that was killed leaves beside the books, and trouble with this PC's own folder."""

import os
import time
from pathlib import Path

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.book import Book


@pytest.fixture
def make(tmp_path: Path):
    """Make a book in the test's folder."""

    def make() -> None:
        Book.create(tmp_path / "books" / "k", (), tmp_path / "replicas").close()

    return make


def test_what_was_left_long_ago_is_gone_after_the_next_book_is_made(make, tmp_path: Path):
    left = tmp_path / "books" / ".xunion-building-k1"
    (left / "files").mkdir(parents=True)
    (left / "keyring.json").write_bytes(b"{}")
    os.utime(left, (time.time() - 7200,) * 2)
    make()
    assert [path.name for path in (tmp_path / "books").iterdir()] == ["k"]


def test_a_book_that_is_being_made_beside_is_left_alone(make, tmp_path: Path):
    other = tmp_path / "books" / ".xunion-building-k1"
    other.mkdir(parents=True)
    make()
    assert other.is_dir()


def test_the_programs_own_folder_is_blamed_and_not_the_book(make, tmp_path: Path):
    (tmp_path / "replicas").write_bytes(b"a file in the place of the folder")
    with pytest.raises(Trouble, match=r"程序自己的文件夹“.*replicas”不能读写，本子没有改动"):
        make()
