"""Replica ids: two copies of a book never issue the same numbers."""

import shutil
from pathlib import Path

import pytest

from tests.store.village import VILLAGE, House
from xunion_desktop.store import replica
from xunion_desktop.store.book import Book


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a book ``甲`` in which something was done."""
    with Book.create(tmp_path / "甲", VILLAGE, tmp_path / "replicas") as book:
        work(book)
    return tmp_path


def work(book: Book) -> str:
    """Do something; return the replica under which it was done."""
    with book.deed("新增") as deed:
        deed.save(House(name="东院"))
    return book.replica


def fail(book: Book) -> None:
    """Begin something that comes to nothing."""
    with book.deed("不成") as deed:
        deed.save(House(name="西院"))
        raise LookupError


def used(folder: Path, replicas: Path) -> str:
    """The replica id under which the book is opened."""
    with Book.open(folder, VILLAGE, replicas) as book:
        return book.replica


def test_the_id_stays_while_nothing_else_happens(home: Path):
    assert used(home / "甲", home / "replicas") == used(home / "甲", home / "replicas")


def test_the_note_lies_outside_the_book(home: Path):
    assert [path.suffix for path in (home / "replicas").iterdir()] == [".json"]
    assert used(home / "甲", home / "replicas") not in str([path.name for path in (home / "甲").rglob("*")])


def test_a_copy_in_another_folder_has_an_id_of_its_own(home: Path):
    shutil.copytree(home / "甲", home / "乙")
    assert used(home / "乙", home / "replicas") != used(home / "甲", home / "replicas")


def test_a_copy_on_another_pc_has_an_id_of_its_own(home: Path):
    assert used(home / "甲", home / "other pc") != used(home / "甲", home / "replicas")


def test_a_note_from_another_machine_is_not_believed(home: Path, monkeypatch: pytest.MonkeyPatch):
    before = used(home / "甲", home / "replicas")
    monkeypatch.setattr(replica, "machine", lambda: "another")
    assert used(home / "甲", home / "replicas") != before


def test_an_old_copy_put_back_gets_a_new_id(home: Path):
    shutil.copytree(home / "甲", home / "copy")
    with Book.open(home / "甲", VILLAGE, home / "replicas") as book:
        before = work(book)
    shutil.rmtree(home / "甲")
    (home / "copy").rename(home / "甲")
    assert used(home / "甲", home / "replicas") != before


def test_a_note_that_is_behind_the_book_is_not_believed(home: Path):
    shutil.copytree(home / "replicas", home / "old")
    with Book.open(home / "甲", VILLAGE, home / "replicas") as book:
        before = work(book)
    assert used(home / "甲", home / "old") != before


def test_a_damaged_note_is_not_believed(home: Path):
    before = used(home / "甲", home / "replicas")
    for note in (home / "replicas").iterdir():
        note.write_text("[")
    assert used(home / "甲", home / "replicas") != before


def test_a_failed_deed_does_not_use_up_numbers(home: Path):
    with Book.open(home / "甲", VILLAGE, home / "replicas") as book:
        before = book.replica
        with pytest.raises(LookupError):
            fail(book)
    assert used(home / "甲", home / "replicas") == before


def test_both_copies_go_on_without_a_number_in_common(home: Path):
    shutil.copytree(home / "甲", home / "乙")
    ids = []
    for name in ("甲", "乙"):
        with Book.open(home / name, VILLAGE, home / "replicas") as book:
            ids.append(work(book))
    assert len(set(ids)) == 2
