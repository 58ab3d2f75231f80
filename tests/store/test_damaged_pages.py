"""A damaged page under an open book, a pulled stick: Trouble wherever it is read, never the driver's own words."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import peewee as pw
import pytest

from tests.store.flipping import PAGE, RECORDS, lived_book, of_every_page
from tests.store.village import House, Villager
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.store.faults import as_trouble

READINGS: dict[str, Callable[[Book], object]] = {
    "a list": lambda _book: list(Villager.select()),
    "one of a list": lambda _book: Villager.select().order_by(Villager.id.desc()).first(),
    "linked": lambda _book: [villager.house.name for villager in Villager.select(Villager, House).join(House)],
    "a number": lambda _book: Villager.select().count(),
    "raw": lambda book: list(book.database.raw(Villager.select())),
    "deeds": lambda book: book.deeds(),
    "history": lambda book: [book.changes(line.id) for line in book.deeds()],
    "log": lambda book: book.log_lines(),
    "state": lambda book: book.database.state(),
}


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed book of a hundred houses."""
    home = tmp_path_factory.mktemp("lived")
    lived_book(home, protected=False)
    return home


def damaged(lived: Path, home: Path) -> Iterator[Book]:
    """The book, open, with one page damaged; once for each page under which it still opens."""
    content = (lived / "甲" / "book.db").read_bytes()
    shutil.copytree(lived / "甲", home / "甲")
    for place in of_every_page(len(content))[1:]:
        (home / "甲" / "book.db").write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        try:
            book = Book.open(home / "甲", RECORDS, home / "replicas")
        except Trouble:
            continue
        with book:
            yield book


def test_whatever_is_read_the_damage_is_told_in_our_words(lived: Path, tmp_path: Path):
    told, words = set[str](), set[str]()
    for book in damaged(lived, tmp_path):
        for name, read in READINGS.items():
            try:
                read(book)
            except Trouble as trouble:
                told.add(name)
                words.add(str(trouble))
    assert all("数据库损坏" in said and "备份与恢复" in said for said in words)
    assert told >= {"a list", "linked", "raw", "history"}


def test_a_page_that_is_damaged_in_the_middle_of_a_list_is_told_too(lived: Path, tmp_path: Path):
    begun = 0
    for book in damaged(lived, tmp_path):
        for rows in (Villager.select().iterator, lambda book=book: book.database.raw(Villager.select())):
            seen = 0
            try:
                for _ in rows():
                    seen += 1
            except Trouble:
                begun += seen > 0
    assert begun


def test_a_damaged_book_is_closed_without_a_word(lived: Path, tmp_path: Path):
    assert sum(1 for _ in damaged(lived, tmp_path)) > 10


def test_the_disk_that_answers_no_more_is_told(lived: Path, tmp_path: Path):
    shutil.copytree(lived / "甲", tmp_path / "甲")
    with Book.open(tmp_path / "甲", RECORDS, tmp_path / "replicas") as book:
        os.truncate(book.place.database, 2 * PAGE)  # as a stick that is pulled: what is asked for cannot be had
        with pytest.raises(Trouble):
            list(Villager.select())


@pytest.mark.parametrize(
    ("fault", "word"),
    [
        (apsw.CorruptError("malformed"), "损坏"),
        (apsw.IOError("disk i/o"), "读写磁盘"),
        (apsw.BusyError("busy"), "占用"),
    ],
)
def test_the_world_is_told_from_a_bug(fault: Exception, word: str):
    trouble = as_trouble(fault)
    assert trouble is not None
    assert word in trouble.sentence


@pytest.mark.parametrize("fault", [apsw.SQLError("no such column"), pw.IntegrityError("x"), OSError(errno.EIO, "x")])
def test_a_bug_stays_one(fault: Exception):
    assert as_trouble(fault) is None


def test_the_check_says_it_in_chinese(lived: Path, tmp_path: Path):
    told = {finding.sentence for book in damaged(lived, tmp_path) for finding in check(book)}
    assert any("有读不出来的地方" in sentence for sentence in told)
    assert [sentence for sentence in told if re.search("[a-z]{4}", sentence)] == []
