"""Restoring: a proved backup becomes the book again, and the present book is kept, or stays if anything fails."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.store.village import VILLAGE, House, Scan
from xunion_desktop.basics.errors import Cancelled, Trouble
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.folder import BookFolder, Marker, read_marker
from xunion_desktop.store.keyring import Keyring
from xunion_desktop.store.lock import FolderLock
from xunion_desktop.store.log import Logged
from xunion_desktop.store.restoring import Restored, Restoring, restore
from xunion_desktop.store.shelf import Backup
from xunion_desktop.store.swapping import ready_beside
from xunion_desktop.store.unlocking import ByPassword
from xunion_desktop.store.upgrades import SCHEMA

NOON = datetime(2026, 11, 24, 12, 0).astimezone()
EVENING = datetime(2026, 11, 24, 18, 0).astimezone()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a book ``甲``, its backup of noon with 东院 and a sealed file, and 西院 built since."""
    with opened(tmp_path, make=True) as book:
        build(book, "东院")
        book.files.put(b"scan")
        Backups.under(book.backups_root, book).make(book, "手动", now=NOON)
        build(book, "西院")
    return tmp_path


def opened(home: Path, name: str = "甲", *, make: bool = False) -> Book:
    return (Book.create if make else Book.open)(home / name, VILLAGE, home / "replicas")


def build(book: Book, name: str) -> None:
    with book.deed("新增") as deed:
        deed.save(House(name=name))


def backup(home: Path) -> Backup:
    """The backup of noon."""
    return Backups(next((home / "backups").iterdir())).all()[-1]


def restored(home: Path, name: str = "甲") -> Restored:
    return restore(home / name, backup(home), replicas=home / "replicas", now=EVENING)


def houses(home: Path, name: str = "甲") -> list[str]:
    with opened(home, name):
        return sorted(house.name for house in House.alive())


def flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[-20] ^= 1
    file.write_bytes(content)


def test_the_book_is_as_it_was_at_the_backup(home: Path):
    restored(home)
    assert houses(home) == ["东院"]


def test_the_present_book_is_kept_beside_it_and_can_be_opened(home: Path):
    kept = restored(home).kept
    assert kept == home / "甲（恢复前 2026-11-24 180000）"
    assert houses(home, kept.name) == ["东院", "西院"]


def test_sealed_files_come_back(home: Path):
    restored(home)
    with opened(home) as book:
        assert [book.files.get(name) for name in book.files.names()] == [b"scan"]


def test_the_replica_id_is_renewed(home: Path):
    with opened(home) as book:
        before = book.replica
    restored(home)
    with opened(home) as book:
        assert book.replica != before
        build(book, "北院")


def test_the_restored_book_has_it_in_its_log_once(home: Path):
    restored(home)
    houses(home)
    with opened(home) as book:
        (line,) = book.log_lines(event=Logged.RESTORED)
    assert line.sentence.startswith("2026-11-24 18:00:00 恢复了 2026-11-24 12:00:00 的备份")


def test_heads_of_what_was_given_up_are_not_demanded_of_the_restored_book(home: Path):
    restored(home)
    with opened(home) as book:
        assert {head.number for head in book.keys.keyring.heads.heads} <= {head.number for head in book.heads()}


def test_a_book_that_is_gone_is_made_anew(home: Path):
    shutil.rmtree(home / "甲")
    assert restored(home).kept is None
    assert houses(home) == ["东院"]


def test_a_folder_that_is_empty_becomes_the_book_and_leaves_nothing(home: Path):
    (home / "乙").mkdir()
    before = {path.name for path in home.iterdir()}
    assert restored(home, "乙").kept is None
    assert {path.name for path in home.iterdir()} == before
    assert houses(home, "乙") == ["东院"]


def test_it_may_be_restored_under_a_new_name(home: Path):
    restored(home, "乙")
    assert (houses(home, "乙"), houses(home)) == (["东院"], ["东院", "西院"])


@pytest.mark.parametrize("part", ["甲.xunion", "keyring.json", "book.db"])
def test_a_book_of_which_a_part_is_damaged_can_be_restored(home: Path, part: str):
    (home / "甲" / part).write_text("{")
    restored(home)
    assert houses(home) == ["东院"]


def test_todays_passwords_open_the_restored_book(home: Path):
    with opened(home) as book:
        book.keys.protect("王海燕", "春天的杏花开了")
        Backups.under(book.backups_root, book).make(book, "手动", now=NOON)
        book.keys.set_password("王海燕", "秋天的谷子黄了")
    today = ByPassword("王海燕", "秋天的谷子黄了")
    restore(home / "甲", backup(home), today, home / "replicas")
    with Book.open(home / "甲", VILLAGE, home / "replicas", today):
        assert House.select().count() == 1


def test_without_the_book_a_protected_backup_opens_with_the_password_of_its_day(home: Path):
    with opened(home) as book:
        book.keys.protect("王海燕", "春天的杏花开了")
        made = Backups.under(book.backups_root, book).make(book, "手动", now=EVENING)
    shutil.rmtree(home / "甲")
    with pytest.raises(Trouble, match="登录"):
        restore(home / "甲", made, replicas=home / "replicas")
    restore(home / "甲", made, ByPassword("王海燕", "春天的杏花开了"), home / "replicas")
    assert Keyring.read(home / "甲" / "keyring.json").names() == ["王海燕"]


# what can go wrong


def refused(home: Path, words: str, name: str = "甲") -> None:
    """The restore is refused, and nothing lies there that was not there before."""
    before = sorted(path.name for path in home.iterdir())
    with pytest.raises(Trouble, match=words) as told:
        restored(home, name)
    assert told.value.remedy
    assert sorted(path.name for path in home.iterdir()) == before
    assert houses(home) == ["东院", "西院"]


def test_a_damaged_backup_is_refused(home: Path):
    flip(backup(home).folder / "book.db")
    refused(home, "没有通过验证")


def test_a_backup_whose_proof_is_gone_is_refused(home: Path):
    (backup(home).folder / "proof.json").write_text("{}")
    refused(home, "没有通过验证")


def test_a_damaged_keyring_of_a_backup_does_no_harm_where_the_book_is_there(home: Path):
    (backup(home).folder / "keyring.json").write_text("{")
    restored(home)
    assert houses(home) == ["东院"]


def test_a_backup_without_any_keyring_is_refused(home: Path):
    (backup(home).folder / "keyring.json").unlink()
    shutil.rmtree(home / "甲")
    with pytest.raises(Trouble, match="钥匙"):
        restored(home)


@pytest.mark.parametrize("where", ["甲/甲.xunion", "backups/*/*/marker.json"])
def test_an_id_that_was_altered_in_a_marker_keeps_no_book_from_its_backups(home: Path, where: str):
    (marker,) = home.glob(where)
    said = json.loads(marker.read_text())
    marker.write_text(json.dumps({**said, "book": f"0{said['book'][1:]}"[::-1]}))
    restored(home)
    assert houses(home) == ["东院"]
    assert json.loads((home / "甲" / "甲.xunion").read_text())["book"] == said["book"]


def test_within_another_book_none_is_restored(home: Path):
    refused(home, "里面只放它自己的文件", "甲/乙")
    assert not (home / "甲" / "乙").exists()


def test_the_backup_of_another_book_is_refused(home: Path):
    with opened(home, "丙", make=True):
        pass
    refused(home, "另一个本子", "丙")


def test_a_folder_that_is_no_book_is_refused(home: Path):
    (home / "照片").mkdir()
    (home / "照片" / "1.jpg").write_text("")
    refused(home, "不是本子", "照片")


def test_a_backup_of_a_newer_program_is_refused(home: Path):
    with opened(home) as book:
        key = book.database.key
    found = backup(home)
    assert found.proof
    replace(found.proof, schema=SCHEMA + 1, version="9.0").write(found.folder, key)
    refused(home, "更新版本的程序")


def test_an_open_book_is_not_swapped(home: Path):
    with opened(home) as book:
        restoring = Restoring(book.place, backup(home), book.database.key, home / "replicas")
        restoring.prepare()
        with pytest.raises(Trouble, match="正打开着"):
            restoring.swap()
        build(book, "北院")
        restoring.drop()
    assert houses(home) == ["东院", "北院", "西院"]


def test_a_restore_in_one_go_of_an_open_book_leaves_nothing_prepared(home: Path):
    with opened(home), pytest.raises(Trouble, match="正打开着"):
        restored(home)
    assert not ready_beside(home / "甲").exists()
    assert houses(home) == ["东院", "西院"]


def test_two_restores_of_the_same_second_keep_two_books(home: Path, prepared: Restoring):
    (home / "甲（恢复前 2026-11-24 180000）").mkdir()
    kept = prepared.swap(EVENING).kept
    assert kept == home / "甲（恢复前 2026-11-24 180000）-2"


def test_it_is_prepared_while_the_book_is_open_and_read(home: Path):
    with opened(home) as book:
        restoring = Restoring(book.place, backup(home), book.database.key, home / "replicas")
        restoring.prepare(lambda done, total: House.select().count())
    restoring.swap()
    assert houses(home) == ["东院"]


@pytest.mark.parametrize("share", [0.0, 0.5, 0.9])
def test_a_restore_that_is_cancelled_leaves_nothing(home: Path, share: float):
    def stop(done: int, total: int) -> None:
        if done >= share * total:
            raise Cancelled

    with pytest.raises(Cancelled):
        restore(home / "甲", backup(home), replicas=home / "replicas", progress=stop)
    assert sorted(path.name for path in home.iterdir()) == ["backups", "replicas", "甲"]


def test_a_stick_that_is_pulled_meanwhile_is_told(home: Path):
    def pull(done: int, total: int) -> None:
        shutil.rmtree(home / "backups", ignore_errors=True)

    with pytest.raises(Trouble):
        restore(home / "甲", backup(home), replicas=home / "replicas", progress=pull)
    assert houses(home) == ["东院", "西院"]


@pytest.fixture
def prepared(home: Path) -> Restoring:
    """A restore that only has to be put in its place."""
    place = BookFolder.of(home / "甲")
    restoring = Restoring(place, backup(home), bytes.fromhex(key_in(home)), home / "replicas")
    restoring.prepare()
    return restoring


def key_in(home: Path) -> str:
    return str(json.loads((home / "甲" / "keyring.json").read_text())["key"])


def test_what_was_prepared_and_is_gone_is_told(home: Path, prepared: Restoring):
    shutil.rmtree(ready_beside(home / "甲"))
    with pytest.raises(Trouble, match="再恢复一次"):
        prepared.swap()
    assert houses(home) == ["东院", "西院"]


@pytest.mark.parametrize("path", ["甲", "甲.xunion", "甲/甲.xunion"])
def test_a_program_that_died_between_the_renames_is_made_good_for(home: Path, prepared: Restoring, path: str):
    (home / "甲").rename(home / "old")
    assert BookFolder.of(home / path).exists()
    assert houses(home) == ["东院"]


@pytest.mark.parametrize("path", ["乙", "乙/甲.xunion"])
def test_so_it_is_where_the_folder_was_renamed(home: Path, path: str):
    (home / "甲").rename(home / "乙")
    key = bytes.fromhex(json.loads((home / "乙" / "keyring.json").read_text())["key"])
    Restoring(BookFolder.of(home / "乙"), backup(home), key, home / "replicas").prepare()
    (home / "乙").rename(home / "old")
    assert BookFolder.of(home / path).marker == home / "乙" / "甲.xunion"
    assert houses(home, "乙") == ["东院"]


def test_a_file_damaged_in_the_backup_comes_from_the_present_book(home: Path):
    for_records = keep_scan(home)
    flip(for_records)
    restored = restore(home / "甲", latest(home), replicas=home / "replicas")
    assert restored.missing == 0
    with Book.open(home / "甲", (*VILLAGE, Scan), home / "replicas") as book:
        assert book.files.get(Scan.get().picture) == b"photo"


def test_one_that_the_present_book_has_lost_too_is_told_and_all_the_rest_restored(home: Path):
    flip(keep_scan(home))
    with Book.open(home / "甲", (*VILLAGE, Scan), home / "replicas") as book:
        book.files.drop(Scan.get().picture)
    restored = restore(home / "甲", latest(home), replicas=home / "replicas")
    assert restored.missing == 1
    with Book.open(home / "甲", (*VILLAGE, Scan), home / "replicas") as book:
        assert Scan.select().count() == 1
        assert "有 1 个附件没有找回来" in book.log_lines(event=Logged.RESTORED)[0].sentence


def keep_scan(home: Path) -> Path:
    """Keep a photo that a record names, and back it up; return where the copy lies."""
    with Book.open(home / "甲", (*VILLAGE, Scan), home / "replicas") as book:
        name = book.files.put(b"photo")
        with book.deed("附件") as deed:
            deed.save(Scan(picture=name))
        made = Backups.under(book.backups_root, book).make(book, "手动")
    return made.files / name[:2] / name


def latest(home: Path) -> Backup:
    (place,) = (home / "backups").iterdir()
    return Backups(place).all()[0]


def test_who_restored_is_written_down(home: Path):
    restore(home / "甲", backup(home), replicas=home / "replicas", user="王海燕")
    with opened(home) as book:
        assert book.log_lines(event=Logged.RESTORED)[0].user == "王海燕"


@pytest.mark.skipif(sys.platform == "win32", reason="there a folder with an open file in it cannot be renamed")
def test_no_other_program_opens_the_book_between_the_renames(
    home: Path, prepared: Restoring, monkeypatch: pytest.MonkeyPatch
):
    taken = list[bool]()
    forget = prepared._note.forget

    def try_to_open() -> None:
        other = FolderLock(home / "甲" / "book.lock")
        taken.append(other.take())
        forget()

    monkeypatch.setattr(prepared._note, "forget", try_to_open)
    prepared.swap()
    assert taken == [False]


def test_what_was_prepared_and_never_used_is_gone_at_the_next_start(home: Path, prepared: Restoring):
    assert houses(home) == ["东院", "西院"]
    assert not ready_beside(home / "甲").exists()


def test_a_backup_of_an_older_program_is_restored_and_upgraded(home: Path):
    marker = read_marker(BookFolder.of(home / "甲")).book
    with opened(home) as book:
        with book.database.building():
            book.database.schema = 1
        Marker(book=marker, schema=1, version="0.1.0").write(book.marker)
        Backups.under(book.backups_root, book).make(book, "手动", now=datetime(2020, 1, 1).astimezone())
    restored(home)
    with opened(home) as book:
        assert book.database.schema == SCHEMA
