"""Faults: each is a Chinese sentence with what to do, and the book is as it was."""

import errno
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import apsw
import peewee as pw
import pytest

from tests.store.village import VILLAGE, House
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.store.database import unlock
from xunion_desktop.store.disk_faults import disk_told
from xunion_desktop.store.faults import database_told
from xunion_desktop.store.keyring import Keyring
from xunion_desktop.store.record import Record


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed book ``甲`` that holds one house."""
    with Book.create(tmp_path / "甲", VILLAGE, tmp_path / "replicas") as book, book.deed("新增") as deed:
        deed.save(House(name="东院"))
    return tmp_path / "甲"


def trouble(path: Path) -> Trouble:
    """What is told when the book is opened."""
    with pytest.raises(Trouble) as told:
        Book.open(path, VILLAGE, path.parent / "replicas")
    assert told.value.remedy
    return told.value


def content(folder: Path) -> dict[str, bytes]:
    """All that lies in the folder, byte by byte."""
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock"}


def test_a_book_that_is_not_there(tmp_path: Path):
    assert "找不到本子“丙”" in trouble(tmp_path / "丙.xunion").sentence


def test_a_folder_without_a_book(tmp_path: Path):
    assert "找不到本子" in trouble(tmp_path).sentence


def test_a_file_that_is_no_book(tmp_path: Path):
    (tmp_path / "账.xls").write_text("x")
    assert "“账.xls”不是本子" in trouble(tmp_path / "账.xls").sentence


def test_a_path_below_a_file(tmp_path: Path):
    (tmp_path / "账.xls").write_text("x")
    with pytest.raises(Trouble):
        Book.create(tmp_path / "账.xls" / "甲", VILLAGE, tmp_path / "replicas")


@pytest.mark.parametrize("said", ["", "{", "[]", "{}", '{"book": "x", "format": "one"}', "\x00\x01"])
def test_a_marker_that_is_damaged(folder: Path, said: str):
    (folder / "甲.xunion").write_text(said)
    assert "不是本子，或已经损坏" in trouble(folder).sentence


@pytest.mark.parametrize("part", ["format", "schema"])
def test_a_book_of_a_newer_program_is_refused_and_not_touched(folder: Path, part: str):
    marker = folder / "甲.xunion"
    marker.write_text(json.dumps({**json.loads(marker.read_text()), part: 99, "version": "9.0"}))
    before = content(folder)
    assert "更新版本的程序（9.0）" in trouble(folder).sentence
    assert content(folder) == before


def test_a_database_of_a_newer_program_is_refused(folder: Path):
    with Book.open(folder, VILLAGE, folder.parent / "replicas") as book, book.database.building():
        book.database.schema = 99
    assert "更新版本的程序" in trouble(folder).sentence


@pytest.mark.parametrize("said", ["", "{", "[]", '{"key": "zz", "check": ""}', '{"key": "00", "check": "00"}'])
def test_a_keyring_that_is_damaged(folder: Path, said: str):
    (folder / "keyring.json").write_text(said)
    assert "钥匙文件损坏" in trouble(folder).sentence


def test_a_keyring_that_is_gone(folder: Path):
    (folder / "keyring.json").unlink()
    assert "钥匙文件不见了" in trouble(folder).sentence


def test_the_keyring_of_another_book(folder: Path):
    Book.create(folder.with_name("乙"), VILLAGE, folder.parent / "replicas").close()
    shutil.copy(folder.with_name("乙") / "keyring.json", folder / "keyring.json")
    assert "损坏" in trouble(folder).sentence


def test_a_database_that_is_gone(folder: Path):
    (folder / "book.db").unlink()
    assert "数据库不见了" in trouble(folder).sentence
    assert not (folder / "book.db").exists()


@pytest.mark.parametrize("said", [b"no database at all" * 500, b"x"])
def test_a_database_that_is_none(folder: Path, said: bytes):
    (folder / "book.db").write_bytes(said)
    assert "损坏" in trouble(folder).sentence


@pytest.mark.parametrize("table", ["store_deed", "store_head", "store_replica", "store_journal", "house"])
def test_a_page_that_is_damaged_is_told_at_the_latest_when_the_book_is_checked(folder: Path, table: str):
    with Book.open(folder, VILLAGE, folder.parent / "replicas") as book:
        found = book.database.connection().execute("SELECT rootpage FROM sqlite_master WHERE tbl_name = ?", (table,))
        pages = [page for (page,) in found]
    content = bytearray((folder / "book.db").read_bytes())
    for page in pages:
        content[4096 * page - 2000] ^= 1
    (folder / "book.db").write_bytes(content)
    try:
        with Book.open(folder, VILLAGE, folder.parent / "replicas") as book:
            told = [finding.sentence for finding in check(book)]
            with pytest.raises(Trouble, match="损坏"):
                Backups.under(book.backups_root, book).make(book, "手动")
    except Trouble as trouble:
        told = [trouble.sentence]
    assert re.search("损坏|读不出来|不完整", told[0])


def test_a_book_that_was_refused_can_be_opened_once_it_is_mended(folder: Path):
    good = (folder / "keyring.json").read_bytes()
    (folder / "keyring.json").write_text("{")
    trouble(folder)
    (folder / "keyring.json").write_bytes(good)
    with Book.open(folder, VILLAGE, folder.parent / "replicas"):
        assert House.select().count() == 1


def test_a_place_that_is_taken(folder: Path):
    before = content(folder)
    with pytest.raises(Trouble, match="已经有了"):
        Book.create(folder, VILLAGE, folder.parent / "replicas")
    assert content(folder) == before


def test_a_place_that_cannot_be_written_leaves_nothing_half_made(tmp_path: Path):
    with pytest.raises(Trouble, match=r"权限|不能写入|找不到|出错"):
        Book.create(Path("/proc/甲"), VILLAGE, tmp_path / "replicas")


def test_a_fault_while_making_leaves_nothing_half_made(tmp_path: Path):
    class Bad(Record):
        class Meta:
            constraints = (pw.SQL("no constraint"),)

    with pytest.raises(Exception, match="syntax"):
        Book.create(tmp_path / "甲", (Bad,), tmp_path / "replicas")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_during_a_save(book: Book):
    with book.deed("新增") as deed:
        deed.save(House(name="东院"))
    connection = book.database.connection()
    connection.pragma("max_page_count", connection.pragma("page_count"))
    with pytest.raises(Trouble, match="磁盘满了"), book.deed("导入") as deed:
        deed.insert_many(House, [{"name": "长" * 500} for _ in range(3000)])
    connection.pragma("max_page_count", 1_000_000)
    assert (House.select().count(), [line.label for line in book.deeds()]) == (1, ["新增"])


def test_the_book_goes_on_after_a_full_disk(book: Book):
    connection = book.database.connection()
    connection.pragma("max_page_count", connection.pragma("page_count"))
    with pytest.raises(Trouble), book.deed("导入") as deed:
        deed.insert_many(House, [{"name": "长" * 500} for _ in range(3000)])
    connection.pragma("max_page_count", 1_000_000)
    with book.deed("新增") as deed:
        deed.save(House(name="东院"))
    assert [house.name for house in House.select()] == ["东院"]


def test_a_database_that_another_program_writes(book: Book):
    connection = book.database.connection()
    connection.setbusytimeout(1)
    other = apsw.Connection(str(book.place.database))
    unlock(other, Keyring.read(book.place.keyring).free_key())
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(Trouble, match="被另一个程序占用"), book.deed("新增") as deed:
            deed.save(House(name="东院"))
    finally:
        other.close()


def test_notes_that_cannot_be_written_are_told(folder: Path):
    (folder.parent / "no folder").write_text("")
    with pytest.raises(Trouble):
        Book.open(folder, VILLAGE, folder.parent / "no folder")


def test_a_deed_whose_number_cannot_be_noted_is_not_done(book: Book):
    replicas = book.folder.parent / "replicas"
    shutil.rmtree(replicas)
    replicas.write_text("")
    with pytest.raises(Trouble), book.deed("新增") as deed:
        deed.save(House(name="东院"))
    replicas.unlink()
    with book.deed("再增") as deed:
        deed.save(House(name="西院"))
    assert [house.name for house in House.select()] == ["西院"]


def test_a_read_only_disk(folder: Path, read_only: Callable[[Path], None]):
    read_only(folder)
    assert "只读" in trouble(folder).sentence


@pytest.fixture
def read_only(folder: Path) -> object:
    """Make a folder read-only even for root, where the system lets us."""
    mounted = []

    def bind(path: Path) -> None:
        if shutil.which("mount") is None:
            pytest.skip("this system does not let us mount")
        for options in (["--bind", str(path), str(path)], ["-o", "remount,ro,bind", str(path)]):
            if subprocess.run(["mount", *options], capture_output=True, check=False).returncode:
                pytest.skip("this system does not let us mount")
            mounted.append(path)

    yield bind
    if mounted:
        subprocess.run(["umount", str(mounted[0])], check=True)


@pytest.mark.parametrize("number", [32, 33])
def test_a_file_that_another_program_holds_on_windows_is_told_as_in_use(number: int):
    refused = PermissionError(errno.EACCES, "sharing violation")
    refused.winerror = number  # type: ignore[misc]  # only Windows sets it
    with pytest.raises(Trouble, match="正被别的程序占用"), disk_told(Path("book.db")):
        raise refused


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.ENOENT, errno.EIO])
def test_faults_of_the_disk_name_the_file_and_say_what_to_do(code: int):
    with pytest.raises(Trouble) as told, disk_told(Path("信.pdf")):
        raise OSError(code, "fault")
    assert "信.pdf" in told.value.sentence
    assert told.value.remedy.startswith("请")


@pytest.mark.parametrize("code", [errno.ENAMETOOLONG, errno.EFBIG, errno.ENODEV])
def test_what_the_system_says_in_english_is_told_to_nobody(code: int):
    with pytest.raises(Trouble) as told, disk_told(Path("信")):
        raise OSError(code, os.strerror(code))
    assert not re.search("[a-zA-Z]", str(told.value))


def test_a_full_disk_that_cannot_hold_the_log_of_the_database_is_told_as_one():
    fault = apsw.IOError("disk I/O error")
    fault.extendedresult = apsw.SQLITE_IOERR_SHMSIZE
    with pytest.raises(Trouble, match="磁盘满了"), database_told():
        raise fault
    with pytest.raises(Trouble, match="读写磁盘出错"), database_told():
        raise apsw.IOError("disk I/O error")
