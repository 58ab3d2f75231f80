"""The disk is full: each step says so and the book is as it was; when there is room again it goes on."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.small_disk import Disk
from tests.store.village import VILLAGE, House, Scan
from xunion_desktop.__main__ import main
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import Level
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.catalogue import record_classes
from xunion_desktop.commands.books import make_book
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.store.folder import BookFolder, Marker, read_marker
from xunion_desktop.store.package import pack, unpack
from xunion_desktop.store.record import Record
from xunion_desktop.store.restoring import restore
from xunion_desktop.store.upgrades import FIRST

RECORDS = (*VILLAGE, Scan)
LEDGER = Path(__file__).parents[1] / "data" / "branches_ledger.xls"
BIG = [{"name": "长" * 500} for _ in range(3000)]


def lived_book(folder: Path, home: Path) -> Book:
    """A book with a house and a sealed file, open."""
    book = Book.create(folder, RECORDS, home / "replicas")
    with book.deed("旧") as deed:
        deed.save(House(name="东院"))
        deed.save(Scan(picture=book.files.put(bytes(range(256)) * 400)))
    return book


def demand_as_it_was(book: Book) -> None:
    """The book holds what it held, is whole, and goes on."""
    assert [house.name for house in House.select()] == ["东院"]
    assert [finding.sentence for finding in check(book) if finding.level is not Level.HINT] == []
    with book.deed("之后") as deed:
        deed.save(House(name="西院"))
    assert House.select().count() == 2


def refused(work: Callable[[], object]) -> Trouble:
    """The step is refused with a sentence that speaks of the disk, and one of what to do."""
    with pytest.raises(Trouble, match="磁盘") as told:
        work()
    assert told.value.remedy
    return told.value


def fill_midway(disk: Disk, share: float) -> Callable[[int, int], None]:
    """A progress that lets the disk run full when so much is done."""

    def progress(done: int, total: int) -> None:
        if total and done >= share * total:
            disk.fill()

    return progress


def insert(book: Book, rows: list[dict[str, str]]) -> None:
    with book.deed("导入") as deed:
        deed.insert_many(House, rows)


def test_a_save(disk: Disk, tmp_path: Path):
    with lived_book(disk.folder / "甲", tmp_path) as book:
        disk.fill()
        refused(lambda: insert(book, [{"name": "西院"}] * 200))
        disk.empty()
        demand_as_it_was(book)


def test_many_rows(disk: Disk, tmp_path: Path):
    with lived_book(disk.folder / "甲", tmp_path) as book:
        disk.fill(1_000_000)
        refused(lambda: insert(book, BIG))
        disk.empty()
        demand_as_it_was(book)


def test_a_sealed_file(disk: Disk, tmp_path: Path):
    with lived_book(disk.folder / "甲", tmp_path) as book:
        disk.fill(10_000)
        refused(lambda: book.files.put(bytes(100_000)))
        disk.empty()
        assert len(list(book.files.names())) == 1
        demand_as_it_was(book)


def test_closing_and_opening(disk: Disk, tmp_path: Path):
    """A book that cannot be opened for lack of room says so, and opens when there is some."""
    book = lived_book(disk.folder / "甲", tmp_path)
    disk.fill()
    book.close()
    with suppress(Trouble):
        Book.open(disk.folder / "甲", RECORDS, tmp_path / "replicas").close()
    refused(lambda: Book.create(disk.folder / "乙", RECORDS, tmp_path / "replicas"))
    disk.empty()
    assert [path.name for path in disk.folder.iterdir()] == ["甲"]
    with Book.open(disk.folder / "甲", RECORDS, tmp_path / "replicas") as book:
        demand_as_it_was(book)


def test_an_import_by_the_command_line(disk: Disk, capsys: pytest.CaptureFixture[str]):
    folder = disk.folder / "甲"
    make_book(folder).close()
    disk.fill(150_000)
    assert main(["import", "branches", str(LEDGER), "--book", str(folder), "--commit", "--today", "2026-11-24"]) == 3
    assert "磁盘满了" in capsys.readouterr().err
    disk.empty()
    with Book.open(folder, record_classes()) as book:
        assert Branch.select().count() == 0
        assert check(book) == []


@pytest.mark.parametrize("share", [0, 0.3, 0.5])
def test_a_backup(disk: Disk, tmp_path: Path, share: float):
    with lived_book(tmp_path / "甲", tmp_path) as book:
        backups = Backups.under(disk.folder, book)
        refused(lambda: backups.make(book, "手动", fill_midway(disk, share)))
        disk.empty()
        assert backups.all() == []
        assert {path.name for path in backups.place.glob("*")} <= {"files"}  # whole ones may stay for the next
        assert backups.make(book, "手动").proved
        demand_as_it_was(book)


def test_a_backup_that_cannot_fit_is_not_begun(disk: Disk, tmp_path: Path):
    with lived_book(tmp_path / "甲", tmp_path) as book:
        disk.fill(500_000)
        assert "空间不够" in refused(lambda: Backups.under(disk.folder, book).make(book, "手动")).sentence
        assert not any(path.is_dir() for path in disk.folder.iterdir())
        demand_as_it_was(book)


@pytest.mark.parametrize("share", [0.4, 0.7])
def test_a_restore(disk: Disk, tmp_path: Path, share: float):
    with lived_book(disk.folder / "甲", tmp_path) as book:
        backup = Backups.under(book.backups_root, book).make(book, "手动")
        replicas = tmp_path / "replicas"
    refused(lambda: restore(disk.folder / "甲", backup, replicas=replicas, progress=fill_midway(disk, share)))
    disk.empty()
    assert [path.name for path in disk.folder.iterdir()] == ["甲"]
    with Book.open(disk.folder / "甲", RECORDS, replicas) as book:
        demand_as_it_was(book)


def make_old(book: Book) -> None:
    """Say that a program of the first schema wrote the book."""
    book.database.connection().pragma("query_only", False)
    book.database.schema = FIRST
    Marker(book=read_marker(book.place).book, schema=FIRST, version="0.1.0").write(book.marker)


@pytest.mark.parametrize("where", ["book", "backups"])
def test_an_upgrade(disk: Disk, tmp_path: Path, where: str):
    home, folder = (tmp_path, disk.folder / "甲") if where == "book" else (disk.folder, tmp_path / "甲")
    with lived_book(folder, home) as book:
        make_old(book)
    tables: tuple[type[Record], ...] = (*RECORDS, Late)
    disk.fill(20_000)
    refused(lambda: Book.open(folder, tables, home / "replicas"))
    assert read_marker(BookFolder.of(folder)).schema == FIRST
    disk.empty()
    with Book.open(folder, tables, home / "replicas") as book:
        demand_as_it_was(book)


class Late(Record):
    """A class of records that the old book does not have."""


@pytest.mark.parametrize("share", [0, 0.3, 0.7])
def test_a_package(disk: Disk, tmp_path: Path, share: float):
    with lived_book(tmp_path / "甲", tmp_path) as book:
        refused(lambda: pack(book, disk.folder / "甲", fill_midway(disk, share)))
        disk.empty()
        assert list(disk.folder.iterdir()) == []
        demand_as_it_was(book)


def test_unpacking(disk: Disk, tmp_path: Path):
    with lived_book(tmp_path / "甲", tmp_path) as book:
        file = pack(book, tmp_path / "甲")
    refused(lambda: unpack(file, disk.folder / "甲", progress=fill_midway(disk, 0.2)))
    disk.empty()
    assert list(disk.folder.iterdir()) == []


def test_a_database_that_may_not_grow(book: Book):
    """Where no small disk can be had: SQLite itself says that it is full."""
    with book.deed("旧") as deed:
        deed.save(House(name="东院"))
    connection = book.database.connection()
    connection.pragma("max_page_count", connection.pragma("page_count"))
    refused(lambda: insert(book, BIG))
    connection.pragma("max_page_count", 1_000_000)
    demand_as_it_was(book)
