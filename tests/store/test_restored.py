"""The note of a restore: only what a restore of this very state has signed comes into the log."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.store.village import VILLAGE, House
from xunion_desktop.store.book import Book
from xunion_desktop.store.log import Logged
from xunion_desktop.store.restored import NOTE, RestoreNote, Span, read_note, sentence_of, spans

KEY = bytes(range(32))
NOON = datetime(2026, 11, 24, 12).astimezone()
NOTED = RestoreNote("恢复了。", "王海燕")


def told(folder: Path) -> dict[str, str]:
    """What the log says of restores and of what is none, after the book was opened."""
    with Book.open(folder, VILLAGE, folder.parent / "replicas") as book:
        lines = book.log_lines()
    assert not (folder / NOTE).exists()
    return {str(line.event): line.sentence for line in lines if line.event in {Logged.RESTORED, Logged.OTHER}}


@pytest.fixture
def closed(book: Book) -> Book:
    book.close()
    return book


def test_a_genuine_note_comes_into_the_log(book: Book):
    NOTED.write(book.folder, book.database.key, book.heads())
    book.close()
    assert told(book.folder) == {"restored": "恢复了。"}


@pytest.mark.parametrize("content", [b"words of somebody", b"\xff\xfe", b"{}", b'["a"]', b'{"sentence": 1}'])
def test_what_somebody_wrote_is_thrown_away_and_told(closed: Book, content: bytes):
    (closed.folder / NOTE).write_bytes(content)
    assert ["没有采用" in said for said in told(closed.folder).values()] == [True]


def test_a_note_whose_words_were_changed_is_none(closed: Book, tmp_path: Path):
    NOTED.write(tmp_path, KEY, [])
    said = json.loads((tmp_path / NOTE).read_text(encoding="utf-8"))
    (tmp_path / NOTE).write_text(json.dumps({**said, "user": "李明"}), encoding="utf-8")
    assert read_note(tmp_path / NOTE, KEY, []) is None


def test_a_note_of_another_state_or_book_is_none(book: Book, tmp_path: Path):
    NOTED.write(tmp_path, KEY, [])
    with book.deed("新增") as deed:
        deed.save(House(name="东院"))
    assert read_note(tmp_path / NOTE, KEY, []) == NOTED
    assert read_note(tmp_path / NOTE, KEY, book.heads()) is None
    assert read_note(tmp_path / NOTE, bytes(32), []) is None


def test_the_log_tells_what_a_restore_took_back():
    said = sentence_of(NOON + timedelta(hours=2), NOON, "，恢复前的本子留在“甲”")
    (span,) = spans([said, "恢复了备份。", ""])
    assert span == Span(NOON, NOON + timedelta(hours=2))
    assert [span.holds(NOON + timedelta(hours=hour)) for hour in (-1, 0, 1, 2, 3)] == [False, True, True, True, False]
