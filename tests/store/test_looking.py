"""What lies in a backup place is read again: the latest each time, the older ones in their turn."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.gateway import Progress
from xunion_desktop.store.shelf import Backup

NOON = datetime(2026, 11, 24, 12).astimezone()


@pytest.fixture
def backups(book: Book) -> Backups:
    """A place with four backups, one an hour."""
    backups = Backups.under(book.backups_root, book)
    for hour in range(4):
        backups.make(book, "手动", now=NOON + timedelta(hours=hour))
    return backups


def read(book: Book) -> list[int]:
    """Read again as another start of the program does; return the hours of what was."""
    backups = Backups.under(book.backups_root, book)
    return [backup.time.hour for backup in backups.prove_in_turn(book.database.key)]


def test_the_latest_is_read_each_time_and_of_the_others_another_one(book: Book, backups: Backups):
    assert [read(book) for _ in range(4)] == [[15, 12], [15, 13], [15, 14], [15, 12]]


def test_one_that_was_the_latest_waits_its_turn(book: Book, backups: Backups):
    read(book)
    backups.make(book, "手动", now=NOON + timedelta(hours=4))
    assert [read(book)[1] for _ in range(4)] == [13, 14, 12, 15]


def test_one_found_damaged_is_proved_no_more_and_has_no_turn(book: Book, backups: Backups):
    oldest = backups.all()[-1]
    (oldest.folder / "book.db").write_bytes(bytes(oldest.size))
    assert [read(book)[1] for _ in range(3)] == [12, 13, 14]
    assert not backups.all()[-1].proved


def test_behind_a_damaged_latest_the_next_is_read_as_well(book: Book, backups: Backups):
    latest = backups.all()[0]
    (latest.folder / "book.db").write_bytes(bytes(latest.size))
    assert read(book) == [15, 14, 12]


def test_a_note_that_cannot_be_read_begins_anew(book: Book, backups: Backups):
    read(book)
    (backups.place / "reread.json").write_text("[")
    assert read(book) == [15, 12]


def test_a_note_that_somebody_wrote_stops_nothing(book: Book, backups: Backups):
    (backups.place / "reread.json").write_text('{"x": "y", "2026-11-24_120000": true}')
    assert read(book) == [15, 12]


def test_the_note_forgets_backups_that_are_gone(book: Book, backups: Backups):
    read(book)
    assert "120000" in (backups.place / "reread.json").read_text()
    for path in (gone := backups.all()[-1]).folder.iterdir():
        path.unlink()
    gone.folder.rmdir()
    read(book)
    assert "120000" not in (backups.place / "reread.json").read_text()


def test_an_empty_place_has_nothing_to_read(book: Book):
    assert read(book) == []


class Stuck(Backups):
    """The oldest was damaged since its proof, and lies where that cannot be written down."""

    def prove(
        self, backup: Backup, key: bytes, progress: Progress | None = None, *, database_only: bool = False
    ) -> Backup:
        if backup.time.hour == NOON.hour:
            raise Trouble("这个文件夹不能写。")
        return super().prove(backup, key, progress, database_only=database_only)


def test_one_whose_state_cannot_be_written_lets_the_others_have_their_turn(book: Book, backups: Backups):
    seen: list[int] = []
    stuck = Stuck(backups.place, database=book.database)
    with pytest.raises(Trouble):
        seen.extend(backup.time.hour for backup in stuck.prove_in_turn(book.database.key))
    assert seen == [15]
    assert read(book) == [15, 13]
