"""A log-in is set up while another program holds a file of the book: before one rename nothing is done, after it all.

What was told to be not done is never done by the next program: deeds done since would be lost.
"""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from tests.store.village import VILLAGE, House, Scan
from xunion_desktop.basics.disk import patiently
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store import building, swapping
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.store.folder import BookFolder
from xunion_desktop.store.keyring import Keyring
from xunion_desktop.store.log import Logged
from xunion_desktop.store.unlocking import ByPassword

T = TypeVar("T")

WANG = ("王海燕", "春天的杏花开了")
RECORDS = (*VILLAGE, Scan)
BEFORE = range(1, 4)  # log, its index, database
AFTER = range(4, 7)  # the old files, the new ones, the keyring


class Held:
    """Another program holds the file of the ``first``-th step, for so many steps."""

    def __init__(self, first: int, steps: int = 1) -> None:
        self._steps = range(first, first + steps)
        self._step = 0

    def __call__(self, act: Callable[[], T]) -> T:
        self._step += 1
        if self._step in self._steps:
            raise PermissionError(errno.EACCES, "in use")
        return patiently(act)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Book]:
    """A book without log-in: a house and a scan."""
    monkeypatch.setattr(swapping, "_PAUSES", (0.0, 0.0))
    with Book.create(tmp_path / "甲", RECORDS, tmp_path / "replicas") as book:
        with book.deed("旧") as deed:
            deed.save(House(name="东院"))
            deed.save(Scan(picture=book.files.put(b"picture")))
        yield book


def refuse(book: Book, held: Held, patches: pytest.MonkeyPatch, match: str = "权限") -> None:
    """The log-in is not set up, for a file is held."""
    with patches.context() as patched:
        patched.setattr(swapping, "patiently", held)
        with pytest.raises(Trouble, match=match):
            book.keys.protect(*WANG)


def build(book: Book) -> None:
    with book.deed("新") as deed:
        deed.save(House(name="西院"))


def whole(folder: Path, unlock: ByPassword | None = None) -> list[str]:
    """The houses of the book, opened again; nothing is wrong with it and nothing of another one lies in it."""
    with Book.open(folder, RECORDS, folder.parent / "replicas", unlock) as book:
        assert [finding.sentence for finding in check(book)] == []
        assert book.files.get(Scan.get().picture) == b"picture"
        assert not book.place.rekeyed.exists()
        return [house.name for house in House.select().order_by(House.id)]


@pytest.mark.parametrize("step", BEFORE)
@pytest.mark.parametrize("steps", [1, 100])
def test_a_deed_after_a_log_in_that_was_not_set_up_is_not_lost(
    book: Book, step: int, steps: int, monkeypatch: pytest.MonkeyPatch
):
    refuse(book, Held(step, steps), monkeypatch)
    build(book)
    book.close()
    assert whole(book.folder) == ["东院", "西院"]


def test_what_was_given_up_is_removed_at_once(book: Book, monkeypatch: pytest.MonkeyPatch):
    refuse(book, Held(3), monkeypatch)
    assert not book.place.rekeyed.exists()


def test_a_name_that_the_disk_may_not_have_is_given_up_too(book: Book, monkeypatch: pytest.MonkeyPatch):
    def fail(folder: Path) -> None:
        if folder == book.folder:
            raise OSError(errno.EIO, "input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(building, "sync_folder", fail)
        with pytest.raises(Trouble, match="磁盘"):
            book.keys.protect(*WANG)
    assert not book.place.rekeyed.exists()
    build(book)
    book.close()
    assert whole(book.folder) == ["东院", "西院"]


def test_where_the_log_cannot_be_written_the_log_in_stands_and_is_logged_at_the_next_start(book: Book):
    def refuse_log(kinds: frozenset[str]) -> None:
        if kinds:
            raise Trouble("磁盘满了。")

    book.guard(refuse_log, frozenset())
    book.keys.protect(*WANG)
    assert book.keys.protected
    book.close()
    with Book.open(book.folder, RECORDS, book.folder.parent / "replicas", ByPassword(*WANG)) as again:
        assert [line.sentence for line in again.log_lines(event=Logged.KEYS) if "从此要登录" in line.sentence]
        assert again.keys.keyring.owed is None


def test_it_can_be_set_up_again_in_the_same_window(book: Book, monkeypatch: pytest.MonkeyPatch):
    refuse(book, Held(3, 100), monkeypatch)
    assert book.place.rekeyed.exists()
    book.keys.protect(*WANG)
    book.close()
    assert whole(book.folder, ByPassword(*WANG)) == ["东院"]


@pytest.mark.parametrize("step", AFTER)
def test_a_file_that_is_held_for_a_moment_stops_nothing(book: Book, step: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(swapping, "patiently", Held(step))
    book.keys.protect(*WANG)
    build(book)
    book.close()
    assert whole(book.folder, ByPassword(*WANG)) == ["东院", "西院"]


@pytest.fixture(params=AFTER)
def half(book: Book, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Book:
    """The book, of which only the database has another key: the rest is held on and on."""
    refuse(book, Held(request.param, 100), monkeypatch, "关掉程序再打开本子")
    return book


def test_a_book_of_which_only_a_part_has_the_other_key_is_shut(half: Book):
    with pytest.raises(Trouble, match="关掉程序再打开本子"):
        build(half)
    with pytest.raises(Trouble, match="关掉程序再打开本子"):
        House.select().count()
    with pytest.raises(Trouble, match="关掉程序再打开本子"):
        Backups.under(half.backups_root, half).make(half, "手动")


def test_the_next_program_finishes_it(half: Book, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.ERROR)
    half.close()
    assert whole(half.folder, ByPassword(*WANG)) == ["东院"]


@pytest.fixture
def left(book: Book, monkeypatch: pytest.MonkeyPatch) -> BookFolder:
    """A closed book beside which its copy under another key was left, whole."""
    refuse(book, Held(3, 100), monkeypatch)
    book.close()
    return book.place


def test_a_copy_whose_keyring_cannot_be_read_is_put_in_no_place(left: BookFolder):
    (left.rekeyed / "keyring.json").write_text("{")
    assert whole(left.folder) == ["东院"]


def test_beside_a_book_that_cannot_be_read_it_stays_where_it_is(left: BookFolder):
    before = left.keyring.read_bytes()
    Keyring.read(left.keyring).closed().with_password(*WANG, b"x" * 32).write(left.keyring)
    assert BookFolder.of(left.folder).rekeyed.exists()
    left.keyring.write_bytes(before)
    assert whole(left.folder, ByPassword(*WANG)) == ["东院"]  # nothing was done since: it is put in its place
