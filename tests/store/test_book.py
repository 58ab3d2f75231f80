"""The book: its folder, how it is found, made, opened and closed."""

import json
import sys
from datetime import datetime
from pathlib import Path, PureWindowsPath

import pytest

from tests.store.village import VILLAGE, House, Memo
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.asides import name_aside
from xunion_desktop.store.book import Book
from xunion_desktop.store.files import SealedFiles
from xunion_desktop.store.folder import FORMAT
from xunion_desktop.store.making import demand_reach
from xunion_desktop.store.upgrades import SCHEMA

DEEPEST = 504 - len("（恢复前 2026-11-24 093000）-2/book.db".encode())  # bytes that SQLite leaves for the folder


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """The folder of a book that was made and closed."""
    Book.create(tmp_path / "兴县.xunion", VILLAGE, tmp_path / "replicas").close()
    return tmp_path / "兴县"


def opened(path: Path) -> str:
    """The name of the book that ``path`` means."""
    with Book.open(path, VILLAGE, path.parent / "replicas") as book:
        return book.name


def test_a_book_is_a_folder_with_marker_database_keyring_and_files(made: Path):
    assert {path.name for path in made.iterdir()} >= {"兴县.xunion", "book.db", "keyring.json", "files"}


def test_the_marker_tells_format_schema_version_and_book(made: Path):
    said = json.loads((made / "兴县.xunion").read_text())
    assert (said["format"], said["schema"], len(said["book"])) == (FORMAT, SCHEMA, 32)


@pytest.mark.parametrize("path", ["兴县", "兴县/兴县.xunion", "兴县.xunion"])
def test_a_book_is_found_by_folder_marker_or_name(made: Path, path: str):
    assert opened(made.parent / path) == "兴县"


def test_a_folder_that_was_renamed_is_found_by_its_marker(made: Path):
    assert opened(made.rename(made.with_name("别名"))) == "兴县"


def test_a_book_can_be_made_by_the_path_of_its_marker(tmp_path: Path):
    with Book.create(tmp_path / "甲" / "甲.xunion", (), tmp_path / "replicas") as book:
        assert book.marker == tmp_path / "甲" / "甲.xunion"


def test_open_or_create_makes_what_is_missing_and_opens_what_is_there(tmp_path: Path):
    with Book.open_or_create(tmp_path / "甲.xunion", VILLAGE, tmp_path / "replicas") as book, book.deed("新") as deed:
        deed.save(House(name="东院"))
    with Book.open_or_create(tmp_path / "甲.xunion", VILLAGE, tmp_path / "replicas"):
        assert House.select().count() == 1


def test_an_empty_folder_may_become_a_book(tmp_path: Path):
    (tmp_path / "甲").mkdir()
    with Book.open_or_create(tmp_path / "甲", VILLAGE, tmp_path / "replicas") as book:
        assert book.marker.is_file()


def test_a_new_room_gets_its_tables_when_the_book_is_opened(tmp_path: Path):
    Book.create(tmp_path / "甲", (House,), tmp_path / "replicas").close()
    with Book.open(tmp_path / "甲", (House, Memo), tmp_path / "replicas"):
        assert Memo.select().count() == 0


def test_nothing_can_be_read_in_the_folder(made: Path):
    with Book.open(made, VILLAGE, made.parent / "replicas") as book:
        with book.deed("新增") as deed:
            deed.insert_many(House, [{"name": "SECRETNAME"}] * 50)
        book.files.put(b"SECRETFILE")
        kept = b"".join(path.read_bytes() for path in made.rglob("*") if path.is_file())
    assert b"SECRET" not in kept
    assert b"SQLite format" not in kept


def test_the_database_is_durable_fast_and_strict(book: Book):
    says = book.database.connection().pragma
    assert (says("journal_mode"), says("synchronous"), says("foreign_keys")) == ("wal", 2, 1)
    assert says("cache_size") <= -16_000
    assert says("temp_store") == 2  # memory


def test_a_closed_book_leaves_no_log_beside_it(made: Path):
    assert not list(made.glob("book.db-*"))


def test_a_second_opener_is_told(book: Book):
    with pytest.raises(Trouble, match="已经在另一个窗口打开"):
        Book.open(book.folder, VILLAGE, book.folder.parent / "replicas")


def test_the_first_opener_keeps_the_book_when_a_second_tries(book: Book):
    with pytest.raises(Trouble):
        Book.open(book.folder, VILLAGE, book.folder.parent / "replicas")
    with book.deed("新增") as deed:
        deed.save(House(name="东院"))
    assert House.select().count() == 1


def test_a_second_book_in_one_process_is_a_bug(book: Book, tmp_path: Path):
    with pytest.raises(RuntimeError, match="one open book"):
        Book.create(tmp_path / "另一本", VILLAGE, tmp_path / "replicas")


def test_a_closed_book_can_be_opened_again(made: Path):
    assert [opened(made), opened(made)] == ["兴县", "兴县"]


def test_closing_twice_does_no_harm(made: Path):
    book = Book.open(made, VILLAGE, made.parent / "replicas")
    book.close()
    book.close()


def test_drafts_are_kept_replaced_and_dropped(book: Book):
    book.drafts.save("house/new", {"name": "东"})
    book.drafts.save("house/new", {"name": "东院", "price": 3})
    book.drafts.save("house/1", {"name": "西院"})
    assert book.drafts.all() == ["house/1", "house/new"]
    assert book.drafts.load("house/new") == {"name": "东院", "price": 3}
    book.drafts.drop("house/new")
    assert (book.drafts.all(), book.drafts.load("house/new")) == (["house/1"], None)


def test_a_draft_outlives_the_program(book: Book):
    book.drafts.save("house/new", {"name": "东院"})
    book.close()
    with Book.open(book.folder, VILLAGE, book.folder.parent / "replicas") as again:
        assert again.drafts.load("house/new") == {"name": "东院"}


def test_where_windows_could_not_name_its_files_no_book_is_made():
    folder = PureWindowsPath("D:\\") / "很深的文件夹" / ("深" * 146) / "兴县总工会"
    with pytest.raises(Trouble, match="超出 2 个字") as told:
        demand_reach(folder)
    assert "离盘符近一些" in told.value.remedy


def test_the_deepest_folder_of_windows_will_do():
    demand_reach(PureWindowsPath("C:\\Users\\王海燕\\AppData\\Local\\xunion_desktop\\books") / ("兴" * 40))


def test_a_book_put_aside_and_its_sealed_files_can_still_be_named(tmp_path: Path):
    folder, now = tmp_path / "县", datetime(2026, 11, 24, 9, 30)
    name_aside(folder, now).mkdir()
    files = SealedFiles(name_aside(folder, now) / "files", bytes(32))
    room = 259 - (len(str(files.sealed(files.put(b"a scan")))) - len(str(folder)))
    demand_reach(PureWindowsPath("D:\\" + "x" * (room - 3)))
    with pytest.raises(Trouble, match="超出 1 个字"):
        demand_reach(PureWindowsPath("D:\\" + "x" * (room - 2)))


def deep_in(folder: Path, length: int) -> Path:
    """A path in a folder that has so many bytes."""
    while length - len(bytes(folder)) > 150:
        folder /= "a" * 100
    return folder / ("a" * (length - len(bytes(folder)) - 1))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a limit of its own")
def test_a_book_in_the_deepest_folder_is_put_aside_and_opens_there(tmp_path: Path):
    folder = deep_in(tmp_path, DEEPEST)
    Book.create(folder, VILLAGE, tmp_path / "replicas").close()
    aside = name_aside(folder, datetime(2026, 11, 24, 9, 30))
    aside = folder.rename(aside.with_name(f"{aside.name}-2"))
    Book.open(aside, VILLAGE, tmp_path / "replicas").close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a limit of its own")
def test_where_the_database_could_not_be_opened_the_depth_is_told_and_not_rights(tmp_path: Path):
    folder = deep_in(tmp_path, DEEPEST + 1)
    with pytest.raises(Trouble, match="超出 1 个字节") as told:
        Book.create(folder, VILLAGE, tmp_path / "replicas")
    assert "太深" in told.value.sentence
    assert not folder.parent.exists()


def test_inside_a_book_no_other_is_made(made: Path):
    with pytest.raises(Trouble, match="里面只放它自己的文件"):
        Book.create(made / "岚县", VILLAGE, made.parent / "replicas")
    assert not (made / "岚县").exists()
