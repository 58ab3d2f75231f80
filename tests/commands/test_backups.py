"""backup, restore, package, unpack: a book copied, brought back and moved by the command line."""

import json
import shutil
from pathlib import Path

import pytest

from tests.commands.conftest import LEDGER
from xunion_desktop.basics.places import find_places
from xunion_desktop.catalogue import record_classes
from xunion_desktop.office.practice import new_practice
from xunion_desktop.store.book import Book
from xunion_desktop.store.log import Logged

OWNER, WORD = "王海燕", "春天的杏花开了"


@pytest.fixture
def small(run, tmp_path):
    """A book with a county of five unions; the one deed in it can be undone."""
    run("demo", "--book", "兴县", "--branches", 5, "--members", 20)
    return tmp_path / "兴县"


@pytest.fixture
def protected(small, monkeypatch):
    """The same, opened only by who logs in."""
    with Book.open(small, record_classes()) as book:
        book.keys.protect(OWNER, WORD)
    return small


def undone(book) -> int:
    """How many of the deeds were undone."""
    with Book.open(book, record_classes()) as opened:
        return sum(line.undone for line in opened.deeds())


def test_a_backup_goes_where_it_is_told(run, small, tmp_path):
    said = run("backup", "--book", "兴县", "--to", "优盘")
    assert said.code == 0
    assert len(list((tmp_path / "优盘").glob("兴县-*/2*/proof.json"))) == 1
    assert "基层工会 5" in said.out
    assert "已打开副本验证" in said.out


def test_without_a_place_it_goes_to_those_of_this_pc(run, small, tmp_path):
    run("backup", "--book", "兴县")
    assert len(list((tmp_path / "data").rglob("backups/兴县-*/2*/proof.json"))) == 1


def test_a_program_is_told_what_it_holds(run, small):
    data = run("backup", "--book", "兴县", "--to", "优盘", "--json").data
    assert (data["proved"], data["fault"], data["counts"]["branch"]) == (True, "", 5)
    assert data["last_deeds"][0]["label"]


def test_one_on_a_stick_is_remembered(run, small, tmp_path):
    run("backup", "--book", "兴县", "--to", "优盘")
    assert len(list((tmp_path / "data").rglob("backups/兴县-*/second.json"))) == 1


def test_a_backup_without_some_attachments_makes_the_code_1(run, small):
    run("print", "branches/election_reminder", "--book", "兴县", "--where", "all", "--out", "a.pdf")
    for file in (small / "files").rglob("*"):
        if file.is_file():
            file.write_bytes(b"")
    said = run("backup", "--book", "兴县", "--to", "优盘")
    assert said.code == 1
    assert "附件不见了或损坏了" in said.out


def test_a_restore_brings_the_book_back(run, small, tmp_path):
    run("backup", "--book", "兴县", "--to", "优盘")
    run("undo", "--book", "兴县")
    said = run("restore", "--book", "兴县", "--from", "优盘")
    assert said.code == 0
    assert "恢复前的本子留在" in said.out
    assert undone(small) == 0
    assert len(list(tmp_path.glob("兴县（恢复前*）"))) == 1


def test_the_restore_stands_in_the_log(run, small):
    run("backup", "--book", "兴县", "--to", "优盘")
    run("restore", "--book", "兴县", "--from", "优盘")
    with Book.open(small, record_classes()) as book:
        assert len(book.log_lines(event=Logged.RESTORED)) == 1


def test_the_present_book_is_backed_up_before(run, small, tmp_path):
    run("backup", "--book", "兴县", "--to", "优盘")
    run("restore", "--book", "兴县", "--from", "优盘")
    proofs = (tmp_path / "data").rglob("backups/兴县-*/2*/proof.json")
    assert [json.loads(proof.read_text())["reason"] for proof in proofs] == ["恢复前"]


def test_a_damaged_book_is_restored_all_the_same(run, small):
    run("backup", "--book", "兴县", "--to", "优盘")
    (small / "book.db").write_bytes(b"nothing")
    said = run("restore", "--book", "兴县", "--from", "优盘")
    assert said.code == 0
    assert "没有另做备份" in said.err
    assert undone(small) == 0


def test_a_book_that_is_gone_is_restored(run, small, tmp_path):
    folder = run("backup", "--book", "兴县", "--to", "优盘", "--json").data["folder"]
    shutil.rmtree(small)
    data = run("restore", "--book", "./兴县", "--from", folder, "--json").data
    assert (data["book"], data["kept"]) == (str(small), None)  # it says where that is


class TestTheBookOfTheWindow:
    """By its name, which its older states that restores left beside it have not."""

    @pytest.fixture
    def books(self, run, tmp_path) -> Path:
        books = tmp_path / "data" / "books"
        run("demo", "--book", books / "兴县", "--branches", 5, "--members", 20)
        run("backup", "--book", "兴县", "--to", "优盘")
        assert run("restore", "--book", "兴县", "--from", "优盘").code == 0
        return books

    def test_after_a_restore_the_name_still_means_the_book(self, run, books):
        assert run("undo", "--book", "兴县").code == 0
        assert undone(books / "兴县") == 1

    def test_one_that_is_lost_comes_back_to_its_place(self, run, books):
        before = {folder.name for folder in books.iterdir()}
        shutil.rmtree(books / "兴县")
        said = run("restore", "--book", "兴县", "--from", "优盘")
        assert (said.code, f"本子在“{books / '兴县'}”。" in said.out) == (0, True)
        assert {folder.name for folder in books.iterdir()} == before
        assert undone(books / "兴县") == 0


@pytest.mark.parametrize("source", ["没有", "空"])
def test_a_folder_without_backups_is_told(run, small, tmp_path, source):
    (tmp_path / "空").mkdir()
    said = run("restore", "--book", "兴县", "--from", source)
    assert said.code == 3
    assert "没有验证过的备份" in said.err
    assert undone(small) == 0


def test_a_folder_with_the_backups_of_two_books_is_told(run, small):
    run("demo", "--book", "岚县", "--branches", 2, "--members", 4)
    for name in ("兴县", "岚县"):
        run("backup", "--book", name, "--to", "优盘")
    said = run("restore", "--book", "兴县", "--from", "优盘")
    assert said.code == 3
    assert "2 个本子的备份" in said.err


def test_a_damaged_backup_leaves_the_book_alone(run, small):
    folder = run("backup", "--book", "兴县", "--to", "优盘", "--json").data["folder"]
    run("undo", "--book", "兴县")
    with Path(folder, "book.db").open("r+b") as file:
        file.seek(6000)
        file.write(b"x" * 100)
    said = run("restore", "--book", "兴县", "--from", folder)
    assert said.code == 3
    assert "没有通过验证" in said.err
    assert undone(small) > 0


def test_a_book_moves_to_another_pc_in_one_file(run, small, tmp_path):
    said = run("package", "搬家", "--book", "兴县")
    assert said.code == 0
    assert "没有设密码" in said.out
    assert run("unpack", "搬家.xupack", "--book", "新/兴县").code == 0
    assert undone(tmp_path / "新" / "兴县") == 0


def test_a_package_is_not_unpacked_over_a_book(run, small):
    run("package", "搬家", "--book", "兴县")
    said = run("unpack", "搬家.xupack", "--book", "兴县")
    assert said.code == 3
    assert "已经有了" in said.err


def test_without_log_in_a_protected_book_is_not_opened(run, protected):
    said = run("backup", "--book", "兴县", "--to", "优盘")
    assert said.code == 3
    assert "XUNION_PASSWORD" in said.err


def test_who_logs_in_backs_up_restores_and_moves_a_protected_book(run, protected, monkeypatch):
    monkeypatch.setenv("XUNION_USER", OWNER)
    monkeypatch.setenv("XUNION_PASSWORD", WORD)
    assert run("backup", "--book", "兴县", "--to", "优盘").code == 0
    assert run("restore", "--book", "兴县", "--from", "优盘").code == 0
    said = run("package", "搬家", "--book", "兴县")
    assert "没有设密码" not in said.out
    assert run("unpack", "搬家.xupack", "--book", "新").code == 0


def test_a_wrong_password_is_told(run, protected, monkeypatch):
    monkeypatch.setenv("XUNION_USER", OWNER)
    monkeypatch.setenv("XUNION_PASSWORD", "秋天")
    said = run("backup", "--book", "兴县", "--to", "优盘")
    assert said.code == 3
    assert "密码不对" in said.err


@pytest.fixture
def practice(tmp_path) -> Path:
    """The practice county, as the window makes it, with nobody in it."""
    with new_practice(find_places(tmp_path), record_classes(), lambda _book: None) as book:
        return book.folder


def test_what_is_noted_and_copied_of_the_practice_county_stays_with_it(run, practice, tmp_path):
    assert run("backup", "--book", practice).code == 0
    assert {path.name for path in practice.parent.iterdir()} == {"练习县", "replicas", "backups"}
    assert not any((tmp_path / "data" / name).exists() for name in ("replicas", "backups"))


def test_the_practice_county_is_restored_beside_its_own_notes(run, practice, tmp_path):
    run("backup", "--book", practice)
    assert run("restore", "--book", practice, "--from", practice.parent / "backups").code == 0
    assert not any((tmp_path / "data" / name).exists() for name in ("replicas", "backups"))


@pytest.mark.parametrize("name", ["兴县", "练习县", "."])
def test_no_command_puts_a_book_with_the_practice_county(run, small, tmp_path, name):
    """重新开始练习 clears all that lies there."""
    run("package", "搬家", "--book", "兴县")
    run("backup", "--book", "兴县", "--to", "优盘")
    there = tmp_path / "data" / "practice" / name
    for words in (
        ("demo", "--branches", 2, "--members", 6),
        ("unpack", "搬家.xupack"),
        ("restore", "--from", "优盘"),
        ("import", "branches", LEDGER, "--commit"),
    ):
        said = run(*words, "--book", there)
        assert (said.code, said.err.startswith("练习县的文件夹里不能放别的本子。")) == (3, True), words
    assert not (tmp_path / "data" / "practice").exists()
