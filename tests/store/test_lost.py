"""An older database in the place of the book's: seen when the book is opened, and named by every check since."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.store.village import VILLAGE, House
from xunion_desktop.basics.problems import Level
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.store.heads import SignedHeads
from xunion_desktop.store.keyring import Keyring
from xunion_desktop.store.log import Logged
from xunion_desktop.store.lost import take_note
from xunion_desktop.store.restoring import restore
from xunion_desktop.store.unlocking import ByPassword

WANG = ("王海燕", "春天的杏花开了")


def opened(folder: Path, unlock: ByPassword | None = None) -> Book:
    return Book.open(folder, VILLAGE, folder.parent / "replicas", unlock)


def told(book: Book) -> list[str]:
    return [finding.sentence for finding in check(book) if finding.level is not Level.HINT]


def losses(book: Book) -> list[str]:
    return [line.sentence for line in book.log_lines(event=Logged.LOST)]


def build(folder: Path, *houses: str) -> None:
    """One deed for each house, and the book is closed."""
    with opened(folder) as book:
        for name in houses:
            with book.deed("新增") as deed:
                deed.save(House(name=name))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed book with two houses; ``older.db`` beside it is its database from before the second one."""
    folder = tmp_path / "甲"
    Book.create(folder, VILLAGE, tmp_path / "replicas").close()
    build(folder, "东院")
    shutil.copy(folder / "book.db", tmp_path / "older.db")
    build(folder, "西院")
    return folder


@pytest.fixture
def set_back(folder: Path) -> Path:
    """The book with the older database in its place."""
    shutil.copy(folder.parent / "older.db", folder / "book.db")
    return folder


def test_an_older_database_is_told_after_the_book_was_opened_and_closed(set_back: Path):
    opened(set_back).close()
    with opened(set_back) as book:
        (said,) = told(book)
        assert "钥匙文件里记下的变更记录末尾第 2 条" in said
        assert "后面的记录被去掉或换过" in said


def test_it_is_logged_once(set_back: Path):
    for _ in range(3):
        opened(set_back).close()
    with opened(set_back) as book:
        assert len(losses(book)) == 1


def test_it_is_told_still_when_the_book_goes_on(set_back: Path):
    build(set_back, "南院", "北院")
    with opened(set_back) as book:
        assert len(told(book)) == 1


def test_put_in_a_second_time_it_is_told_again(set_back: Path):
    opened(set_back).close()
    shutil.copy(set_back.parent / "older.db", set_back / "book.db")
    opened(set_back).close()
    with opened(set_back) as book:
        assert len(told(book)) == 1


def test_it_stays_so_under_a_new_key(set_back: Path):
    with opened(set_back) as book:
        book.keys.protect(*WANG)
    with opened(set_back, ByPassword(*WANG)) as book:
        assert len(told(book)) == 1


def test_heads_that_nobody_signed_are_told_after_the_book_was_closed_too(folder: Path):
    keyring = Keyring.read(folder / "keyring.json")
    replace(keyring, heads=SignedHeads(keyring.heads.heads[:0], keyring.heads.signature)).write(folder / "keyring.json")
    opened(folder).close()
    with opened(folder) as book:
        assert ["记下的变更记录末尾被改过" in each for each in told(book)] == [True]


def test_a_restore_is_no_loss(folder: Path):
    with opened(folder) as book:
        Backups.under(book.backups_root, book).make(book, "手动")
    build(folder, "南院")
    with opened(folder) as book:
        (backup,) = Backups.under(book.backups_root, book).all()
    restore(folder, backup, replicas=folder.parent / "replicas")
    for _ in range(2):
        with opened(folder) as book:
            assert (told(book), losses(book)) == ([], [])


def test_a_restore_of_a_backup_from_before_mends_it(folder: Path):
    with opened(folder) as book:
        backup = Backups.under(book.backups_root, book).make(book, "手动")
    shutil.copy(folder.parent / "older.db", folder / "book.db")
    opened(folder).close()
    restore(folder, backup, replicas=folder.parent / "replicas")
    with opened(folder) as book:
        assert (told(book), House.select().count()) == ([], 2)


def test_a_book_killed_before_it_was_closed_has_lost_nothing(folder: Path):
    kept = (folder / "keyring.json").read_bytes()
    build(folder, "南院")
    (folder / "keyring.json").write_bytes(kept)  # the heads of before
    with opened(folder) as book:
        assert (told(book), losses(book)) == ([], [])


# what an administrator took note of


def noted(folder: Path, reason: str = "换电脑时拷错了文件") -> None:
    with opened(folder) as book:
        take_note(book, reason)


def hints(book: Book) -> list[str]:
    return [f"{each.sentence}{each.remedy}" for each in check(book) if each.level is Level.HINT]


def test_what_was_taken_note_of_is_no_fault_any_more_and_still_named_with_the_reason(set_back: Path):
    noted(set_back)
    with opened(set_back) as book:
        assert told(book) == []
        assert ["后面的记录被去掉或换过" in said and "换电脑时拷错了文件" in said for said in hints(book)] == [True]


def test_the_log_keeps_the_loss_and_who_took_note_of_it_and_why(set_back: Path):
    with opened(set_back) as book:
        (loss,) = book.log_lines(event=Logged.LOST)
        book.user = "王海燕"
        take_note(book, "换电脑时拷错了文件")
        after = book.log_lines(event=Logged.LOST)
    assert after[1:] == [loss]
    assert (after[0].user, after[0].reason, after[0].of_key) == ("王海燕", "换电脑时拷错了文件", loss.key)


def test_taking_note_of_it_twice_is_logged_once(set_back: Path):
    noted(set_back)
    noted(set_back)
    with opened(set_back) as book:
        assert len(losses(book)) == 2


def test_what_is_lost_after_that_is_told_again(set_back: Path):
    noted(set_back)
    kept = (set_back / "book.db").read_bytes()
    build(set_back, "南院")
    (set_back / "book.db").write_bytes(kept)
    with opened(set_back) as book:
        assert len(told(book)) == 1


def test_backups_from_before_the_loss_are_no_fault_either(folder: Path):
    with opened(folder) as book:
        earlier = datetime.now().astimezone() - timedelta(hours=1)
        backup = Backups.under(book.backups_root, book).make(book, "手动", now=earlier)
    shutil.copy(folder.parent / "older.db", folder / "book.db")
    with opened(folder) as book:
        assert Level.ERROR in {each.level for each in check(book, [backup.folder])}
        take_note(book, "换电脑时拷错了文件")
        assert {each.level for each in check(book, [backup.folder])} == {Level.HINT}


def test_a_backup_made_after_it_is_held_against_the_journal_as_any(set_back: Path):
    noted(set_back)
    kept = {path.name: path.read_bytes() for path in set_back.iterdir() if path.is_file()}
    with opened(set_back) as book:
        with book.deed("新增") as deed:
            deed.save(House(name="南院"))
        backup = Backups.under(book.backups_root, book).make(book, "手动")
    for name, content in kept.items():
        (set_back / name).write_bytes(content)
    with opened(set_back) as book:
        assert Level.ERROR in {each.level for each in check(book, [backup.folder])}
