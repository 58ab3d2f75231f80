"""Backups: made while the book is open, proved at once, never left half."""

from __future__ import annotations

import json
import os
import shutil
import sys
from datetime import datetime, timedelta
from pathlib import Path

import apsw
import pytest

from tests.store.village import VILLAGE, House, Letter, Memo, Scan, Villager
from xunion_desktop.basics.errors import Cancelled, Trouble
from xunion_desktop.store.backup import EVERY, Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.files import SealedFiles
from xunion_desktop.store.log import Logged
from xunion_desktop.store.record import Record
from xunion_desktop.store.shelf import Backup, default_root, place_in, place_name

NOON = datetime(2026, 11, 24, 12, 0).astimezone()


@pytest.fixture
def records() -> tuple[type[Record], ...]:
    return (*VILLAGE, Scan)


@pytest.fixture
def backups(book: Book, tmp_path: Path) -> Backups:
    """The backups of a book with two houses, one of them deleted, and a villager."""
    with book.deed("新增", "王海燕") as deed:
        east, west = deed.save(House(name="东院")), deed.save(House(name="西院"))
        deed.save(Villager(name="任国栋", id_number="141123197001011234", house=east))
        deed.delete(west)
    return Backups.under(tmp_path / "backups", book)


def test_a_backup_is_proved_at_once(book: Book, backups: Backups):
    backup = backups.make(book, "手动", now=NOON)
    assert (backup.proved, backup.fault, backup.reason, backup.time) == (True, "", "手动", NOON)


def test_it_lies_in_a_folder_named_by_its_time(book: Book, backups: Backups):
    backup = backups.make(book, "手动", now=NOON)
    assert backup.folder == backups.place / "2026-11-24_120000"
    assert {path.name for path in backup.folder.iterdir()} == {"book.db", "keyring.json", "marker.json", "proof.json"}


def test_two_of_the_same_second_are_two(book: Book, backups: Backups):
    made = [backups.make(book, "手动", now=NOON) for _ in range(3)]
    assert [backup.folder for backup in reversed(made)] == [backup.folder for backup in backups.all()]
    assert len({backup.folder for backup in made}) == 3


def test_it_says_what_it_holds(book: Book, backups: Backups):
    backup = backups.make(book, "手动")
    assert (backup.counts["house"], backup.counts["villager"]) == (1, 1)
    assert [str(deed)[17:] for deed in backup.last_deeds] == ["王海燕 新增（3 条）"]


def test_the_last_deeds_and_all_names_can_be_read_only_with_the_key(book: Book, backups: Backups):
    with book.deed("给任国栋发信") as deed:
        deed.save(Letter(number="1"))
    backup = backups.make(book, "手动")
    kept = b"".join(path.read_bytes() for path in backups.place.rglob("*") if path.is_file())
    assert not any(word.encode() in kept for word in ("任国栋", "141123197001011234", "SQLite format"))
    assert Backups(backups.place).all()[0].last_deeds == ()
    assert backup.last_deeds[0].label == "给任国栋发信"


def test_deeds_may_be_done_while_it_is_made(book: Book, backups: Backups):
    def work(done: int, total: int) -> None:
        with book.deed("同时") as deed:
            deed.save(House(name=f"{done}"))

    backup = backups.make(book, "手动", work)
    assert backup.proved
    assert backup.counts["house"] == 1
    assert House.alive().count() > 1


def test_the_progress_goes_from_nothing_to_the_whole(book: Book, backups: Backups):
    told: list[tuple[int, int]] = []
    backups.make(book, "手动", lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert all(0 <= done <= total for done, total in told)


def test_sealed_files_are_copied_once(book: Book, backups: Backups):
    keep_scan(book, b"one")
    backups.make(book, "手动")
    first = {path: path.stat().st_mtime_ns for path in (backups.place / "files").rglob("*")}
    keep_scan(book, b"two")
    backups.make(book, "手动")
    files = [path for path in (backups.place / "files").rglob("*") if path.is_file()]
    assert len(files) == 2
    assert all(path.stat().st_mtime_ns == time for path, time in first.items() if path.is_file())


def test_a_sealed_file_that_is_damaged_in_the_book_is_told_every_time(book: Book, backups: Backups):
    name = keep_scan(book, b"one")
    flip(book.files.sealed(name))
    made = [backups.make(book, "手动") for _ in range(2)]
    assert [(backup.proved, backup.files_fault[:8]) for backup in made] == [(True, "有 1 个附件不")] * 2


def flip(file: Path, place: int = -20) -> None:
    """Flip a byte."""
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)


@pytest.mark.parametrize("place", [10, 5000, -20])
def test_a_flipped_byte_in_a_backup_is_found_when_it_is_proved_again(book: Book, backups: Backups, place: int):
    backup = backups.make(book, "手动")
    flip(backup.folder / "book.db", place)
    assert backups.all()[0].proved
    again = backups.prove(backup, book.database.key)
    assert (again.proved, backups.all()[0].proved) == (False, False)


def test_a_backup_whose_keyring_would_not_open_it_is_not_proved(book: Book, backups: Backups):
    backup = backups.make(book, "手动")
    flip(backup.keyring, -200)
    assert "钥匙" in backups.prove(backup, book.database.key).fault


def test_a_flipped_byte_in_a_sealed_file_of_a_backup_is_found(book: Book, backups: Backups):
    name = keep_scan(book)
    backup = backups.make(book, "手动")
    flip(backup.files / name[:2] / name)
    assert "附件" in backups.prove(backup, book.database.key).files_fault


def test_a_sealed_file_damaged_in_the_place_is_copied_again_by_the_next_backup(book: Book, backups: Backups):
    name = keep_scan(book)
    first = backups.make(book, "手动", now=NOON)
    flip(first.files / name[:2] / name)
    assert backups.prove(first, book.database.key).files_fault
    backups.make(book, "手动", now=NOON + EVERY)
    assert SealedFiles(first.files, book.database.key).get(name) == b"scan"
    assert [backup.files_fault for backup in backups.all()] == ["", ""]


def test_once_a_week_a_backup_looks_at_all_the_sealed_files_in_its_place(book: Book, backups: Backups):
    name = keep_scan(book)
    first = backups.make(book, "手动", now=NOON)
    flip(first.files / name[:2] / name)
    backups.make(book, "手动", now=NOON + timedelta(days=7))
    assert SealedFiles(first.files, book.database.key).fault(name) == ""


def test_a_file_that_cannot_be_read_for_the_moment_is_not_thrown_away(book: Book, backups: Backups):
    name = keep_scan(book)
    first = backups.make(book, "手动", now=NOON)
    sealed = SealedFiles(first.files, book.database.key)
    sealed.drop(name)
    sealed.sealed(name).mkdir()
    assert not sealed.damaged(name)


def keep_scan(book: Book, content: bytes = b"scan") -> str:
    """Keep a sealed file that a record names."""
    name = book.files.put(content)
    with book.deed("附件") as deed:
        deed.save(Scan(picture=name))
    return name


def test_a_sealed_file_that_is_missing_is_told_and_leaves_the_rest_proved(book: Book, backups: Backups):
    book.files.sealed(keep_scan(book)).unlink()
    backup = backups.make(book, "手动")
    assert (backup.proved, backup.files_fault) == (True, "有 1 个附件不见了或损坏了，别的都完好")


@pytest.mark.parametrize("part", ["fault", "reason", "size", "living"])
def test_a_proof_that_was_altered_is_none(book: Book, backups: Backups, part: str):
    backup = backups.make(book, "手动")
    proof = backup.folder / "proof.json"
    proof.write_text(json.dumps({**json.loads(proof.read_text()), part: {} if part == "living" else 0}))
    assert backups.all()[0].fault == "没有验证记录，或者它被改过"


@pytest.mark.parametrize("said", ["", "[]", "{}", "\x00"])
def test_a_proof_that_cannot_be_read_is_none(book: Book, backups: Backups, said: str):
    backup = backups.make(book, "手动", now=NOON)
    (backup.folder / "proof.json").write_text(said)
    assert [(each.time, each.proved, each.counts) for each in backups.all()] == [(NOON, False, {})]


def test_a_database_cut_short_is_seen_in_the_list(book: Book, backups: Backups):
    backup = backups.make(book, "手动")
    with (backup.folder / "book.db").open("rb+") as file:
        file.truncate(4096)
    assert backups.all()[0].fault == "数据库不完整"


def test_a_backup_that_is_cancelled_leaves_nothing(book: Book, backups: Backups):
    def stop(done: int, total: int) -> None:
        if done * 2 > total:
            raise Cancelled

    with pytest.raises(Cancelled):
        backups.make(book, "手动", stop)
    assert not backups.place.exists()


def test_a_place_that_was_made_for_one_that_fails_goes_again(book: Book, tmp_path: Path, monkeypatch):
    def full(folder: Path, needed: int) -> None:
        raise Trouble("磁盘空间不够。")

    monkeypatch.setattr("xunion_desktop.store.backup.demand_space", full)
    (tmp_path / "优盘").mkdir()
    with pytest.raises(Trouble, match="磁盘空间不够"):
        Backups.under(tmp_path / "优盘", book).make(book, "手动")
    assert not list((tmp_path / "优盘").iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody delete what is open")
def test_a_place_that_vanishes_meanwhile_is_told(book: Book, backups: Backups):
    def vanish(done: int, total: int) -> None:
        shutil.rmtree(backups.place, ignore_errors=True)

    with pytest.raises(Trouble, match="优盘是否接好"):
        backups.make(book, "手动", vanish)
    assert backups.all() == []


def test_a_place_that_cannot_be_made_is_told(book: Book, tmp_path: Path):
    (tmp_path / "stick").write_text("")
    with pytest.raises(Trouble) as told:
        Backups.under(tmp_path / "stick", book).make(book, "手动")
    assert told.value.remedy


def test_a_place_in_the_book_itself_is_refused(book: Book):
    with pytest.raises(Trouble, match="自己的文件夹"):
        Backups.under(book.folder / "backups", book).make(book, "手动")


def test_a_damaged_book_is_not_backed_up_as_a_good_one(book: Book, backups: Backups):
    book.database.connection().wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    flip(book.place.database, 9000)
    with pytest.raises(Trouble, match="损坏"):
        backups.make(book, "手动")
    assert backups.all() == []


def test_what_a_dead_program_left_is_swept_away_after_an_hour(book: Book, backups: Backups):
    old, fresh = backups.place / ".xunion-old", backups.place / ".xunion-fresh"
    for folder in (old, fresh):
        folder.mkdir(parents=True)
    os.utime(old, (0, 0))
    backups.make(book, "手动")
    assert (old.exists(), fresh.exists()) == (False, True)


def test_a_backup_is_due_when_the_book_was_changed_and_the_last_is_half_an_hour_old(book: Book, backups: Backups):
    assert backups.due(book, NOON)
    backups.make(book, "自动", now=NOON)
    assert not backups.due(book, NOON + EVERY)
    with book.deed("新增") as deed:
        deed.save(House(name="北院"))
    assert [backups.due(book, NOON + wait) for wait in (EVERY - timedelta(seconds=1), EVERY)] == [False, True]


def test_a_clock_that_was_set_back_does_not_stop_backups(book: Book, backups: Backups):
    backups.make(book, "自动", now=NOON)
    with book.deed("新增") as deed:
        deed.save(House(name="北院"))
    assert backups.due(book, NOON - timedelta(days=365))


def test_a_log_in_makes_no_backup_due(book: Book, backups: Backups):
    backups.make(book, "自动", now=NOON)
    book.log(Logged.LOGIN, "登录。")
    assert not backups.changed(book)


def test_a_backup_dated_ahead_by_a_wrong_clock_does_not_hide_newer_ones(book: Book, backups: Backups):
    ahead = backups.make(book, "自动", now=NOON + timedelta(days=365))
    keep_scan(book, b"two")
    newer = backups.make(book, "自动", now=NOON)
    assert [backup.folder for backup in backups.all()] == [newer.folder, ahead.folder]
    assert backups.last_proved() == newer
    keep_scan(book, b"three")
    assert not backups.due(book, NOON + timedelta(minutes=1))


def test_one_whose_proof_is_lost_stands_where_its_time_puts_it(book: Book, backups: Backups):
    made = [backups.make(book, "自动", now=NOON + timedelta(hours=hour)) for hour in range(3)]
    (made[1].folder / "proof.json").unlink()
    assert [backup.folder for backup in backups.all()] == [backup.folder for backup in reversed(made)]


def test_a_second_place_noted_by_a_clock_that_was_ahead_is_not_known(book: Book, backups: Backups):
    backups.note_second(backups.make(book, "手动", now=datetime.now().astimezone() + timedelta(days=300)))
    assert backups.last_second() is None


def test_a_book_that_was_renamed_keeps_its_place(book: Book, backups: Backups):
    backups.make(book, "手动")
    assert place_in(backups.place.parent, "改过的名字", book.id) == backups.place
    assert place_in(backups.place.parent, "改过的名字", "0" * 24 + book.id[-8:]).name.startswith("改过的名字")


def test_what_is_no_business_of_the_journal_makes_no_backup_due(book: Book, backups: Backups):
    backups.make(book, "自动", now=NOON)
    with book.note() as note:
        note.save(Memo(text="便条"))
    assert not backups.changed(book)


def test_thinning_keeps_the_last_of_each_day(book: Book, backups: Backups):
    times = [NOON - timedelta(days=day, hours=hour) for day in (9, 8, 7, 6, 5, 4, 3) for hour in (2, 0)]
    for time in times:
        backups.make(book, "自动", now=time)
    backups.thin(NOON, 12)
    assert sorted(backup.time for backup in backups.all()) == [NOON - timedelta(days=day) for day in range(9, 2, -1)]


def test_an_unproved_backup_pushes_out_no_proved_one(book: Book, backups: Backups):
    proved = backups.make(book, "自动", now=NOON - timedelta(days=5, hours=2))
    later = backups.make(book, "自动", now=NOON - timedelta(days=5))
    (later.folder / "proof.json").unlink()
    assert backups.thin(NOON, 12) == [later.folder]
    assert backups.last_proved() == proved


def test_where_none_is_proved_none_is_removed(book: Book, backups: Backups):
    backup = backups.make(book, "自动", now=NOON - timedelta(days=500))
    (backup.folder / "proof.json").unlink()
    assert backups.thin(NOON, 12) == []


def test_the_second_place_is_remembered_beside_the_first(book: Book, backups: Backups, tmp_path: Path):
    assert backups.last_second() is None
    backup: Backup = Backups.under(tmp_path / "stick", book).make(book, "手动", now=NOON)
    backups.note_second(backup)
    assert backups.last_second() == NOON


def test_books_of_the_same_name_have_places_of_their_own():
    assert place_name("兴县", "0" * 31 + "1") != place_name("兴县", "0" * 31 + "2")


def test_backups_lie_beside_the_settings_of_this_pc(tmp_path: Path):
    assert default_root(tmp_path / "replicas") == tmp_path / "backups"


def test_heads_are_kept_in_the_keyring_at_a_backup(book: Book, backups: Backups):
    backups.make(book, "手动")
    assert list(book.keys.keyring.heads.heads) == book.heads()


# damaged after their proof


def damage(backup: Backup) -> None:
    database = backup.folder / "book.db"
    content = bytearray(database.read_bytes())
    content[5000] ^= 1
    database.write_bytes(content)


@pytest.fixture
def two_of_a_day(backups: Backups, book: Book) -> tuple[Backup, Backup]:
    """Two backups of a day ten days ago, and enough since that one of them goes."""
    day = (datetime.now().astimezone() - timedelta(days=10)).replace(hour=9, minute=0, second=0, microsecond=0)
    first, last = backups.make(book, "手动", now=day), backups.make(book, "退出", now=day.replace(hour=17))
    for ago in range(6, -1, -1):
        backups.make(book, "退出", now=datetime.now().astimezone() - timedelta(days=ago))
    return first, last


def test_of_a_day_the_last_one_stays(backups: Backups, two_of_a_day: tuple[Backup, Backup]):
    assert backups.thin(datetime.now().astimezone(), 12) == [two_of_a_day[0].folder]


def test_one_that_was_damaged_since_pushes_out_no_good_one(backups: Backups, two_of_a_day: tuple[Backup, Backup]):
    first, last = two_of_a_day
    damage(last)
    backups.thin(datetime.now().astimezone(), 12)
    assert first.folder.is_dir()
    assert [backup.fault for backup in backups.all() if backup.folder == last.folder] in ([], ["数据库损坏了"])


def test_what_is_read_again_for_it_is_the_database_only(
    backups: Backups, two_of_a_day: tuple[Backup, Backup], monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_given: object) -> None:
        raise AssertionError("files were read")

    monkeypatch.setattr("xunion_desktop.store.copies.bad_files", refuse)
    assert len(backups.thin(datetime.now().astimezone(), 12)) == 1
