"""Upgrades: a proved copy first, all steps in one transaction, and after a fault the book is as it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from tests.store.village import VILLAGE, House, Scan
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.copying import Original
from xunion_desktop.store.database import unlock
from xunion_desktop.store.entries import OWN_TABLES
from xunion_desktop.store.folder import BookFolder, Marker, read_marker
from xunion_desktop.store.shelf import place_name
from xunion_desktop.store.upgrades import FIRST, SCHEMA, STEPS, Step, added_later
from xunion_desktop.store.upgrading import upgrade

NEXT = SCHEMA + 1


@pytest.fixture
def old(book: Book) -> Iterator[Book]:
    """A book of this program, with a house, to be upgraded to one of the next."""
    with book.deed("新增") as deed:
        deed.save(House(name="东院", price=100))
    return book


def raise_prices(book: apsw.Connection) -> None:
    """Change what is there."""
    book.execute("UPDATE house SET price = price * 100")


def add_column(book: apsw.Connection) -> None:
    """Change how it is kept."""
    book.execute("ALTER TABLE house ADD COLUMN floors INTEGER")


def fail(book: apsw.Connection) -> None:
    """Do half of a step."""
    raise_prices(book)
    raise LookupError("half way")


def to(book: Book, *steps: Step) -> list[str]:
    """Upgrade the book; return why each of its backups was made."""
    upgrade(Original.of(book), book.database, (*OWN_TABLES, *VILLAGE), book.backups_root, steps)
    return [backup.reason for backup in Backups.under(book.backups_root, book).all()]


def price(book: Book) -> int:
    return int(next(book.database.raw(House.select(House.price)))[0])


def columns(book: Book) -> list[str]:
    return [name for (name,) in book.database.connection().execute("SELECT name FROM pragma_table_info('house')")]


def test_steps_are_numbered_one_by_one():
    assert [step.number for step in STEPS] == list(range(FIRST + 1, SCHEMA + 1))
    assert all(step.text for step in STEPS)


def test_all_steps_are_taken_in_order(old: Book):
    to(old, Step(NEXT, "一", raise_prices), Step(NEXT + 1, "二", add_column))
    assert (price(old), old.database.schema) == (10_000, NEXT + 1)
    assert "floors" in columns(old)


def test_steps_taken_before_are_not_taken_again(old: Book):
    to(old, Step(NEXT, "一", raise_prices))
    to(old, Step(NEXT, "一", raise_prices), Step(NEXT + 1, "二", add_column))
    assert price(old) == 10_000


def test_a_proved_copy_of_the_book_is_made_before(old: Book):
    assert to(old, Step(NEXT, "一", raise_prices)) == ["升级前"]
    before = Backups.under(old.backups_root, old).all()[0]
    assert (before.proved, before.proof.schema if before.proof else 0) == (True, SCHEMA)


def test_a_step_that_is_wrong_is_a_bug_and_leaves_the_book_as_it_was(old: Book):
    with pytest.raises(LookupError):
        to(old, Step(NEXT, "一", add_column), Step(NEXT + 1, "二", fail))
    assert (price(old), old.database.schema) == (100, SCHEMA)
    assert "floors" not in columns(old)


def test_a_step_that_leaves_links_to_nothing_is_taken_back(old: Book):
    def cut(book: apsw.Connection) -> None:
        book.pragma("defer_foreign_keys", True)
        book.execute("INSERT INTO headcount (id, sort_key, search_text, since, house_id, number)"
                     " VALUES ('1', '', '', '2026', 'nowhere', 1)")  # fmt: skip

    with pytest.raises(Trouble, match="升级没有成功：有 1 处指向") as told:
        to(old, Step(NEXT, "一", cut))
    assert old.database.schema == SCHEMA
    assert place_name(old.name, old.id) in told.value.remedy


def test_a_damaged_attachment_stops_no_upgrade(tmp_path: Path):
    with Book.create(tmp_path / "乙", (*VILLAGE, Scan), tmp_path / "replicas") as book:
        name = book.files.put(b"scan")
        with book.deed("附件") as deed:
            deed.save(Scan(picture=name))
        book.files.sealed(name).write_bytes(b"nothing of the kind")
        to(book, Step(NEXT, "一"))
        assert book.database.schema == NEXT


def test_fields_that_a_step_adds_are_not_known_to_the_journal_before_it():
    steps = (Step(NEXT, "一", adds=(("house", "floors"),)), Step(NEXT + 1, "二", adds=(("house", "colour"),)))
    assert [added_later("house", schema, steps) for schema in (SCHEMA, NEXT, NEXT + 1)] == [
        {"floors", "colour"}, {"colour"}, set(),
    ]  # fmt: skip


def test_a_full_disk_during_an_upgrade_is_told_and_the_book_is_as_it_was(old: Book):
    connection = old.database.connection()

    def fill(book: apsw.Connection) -> None:
        book.pragma("max_page_count", book.pragma("page_count"))
        book.execute("UPDATE house SET remark = ?", ("长" * 1_000_000,))

    with pytest.raises(Trouble, match="本子没有改动"):
        to(old, Step(NEXT, "一", fill))
    connection.pragma("max_page_count", 1_000_000)
    assert (price(old), old.database.schema) == (100, SCHEMA)


def test_without_a_place_for_the_copy_there_is_no_upgrade(old: Book):
    old.backups_root.write_text("")
    with pytest.raises(Trouble):
        to(old, Step(NEXT, "一", raise_prices))
    assert price(old) == 100


# as a book is opened


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """The folder of a book that says that it is of the first schema."""
    with Book.create(tmp_path / "甲", VILLAGE, tmp_path / "replicas") as book, book.database.building():
        book.database.schema = FIRST
    Marker(book=read_marker(book.place).book, schema=FIRST, version="0.1.0").write(book.marker)
    return tmp_path / "甲"


def schemas(folder: Path) -> tuple[int, int]:
    """What database and marker say once the book is opened."""
    with Book.open(folder, VILLAGE, folder.parent / "replicas") as book:
        return book.database.schema, int(json.loads(book.marker.read_text())["schema"])


def test_an_older_book_is_upgraded_as_it_is_opened(first: Path):
    assert schemas(first) == (SCHEMA, SCHEMA)


def test_its_copy_from_before_lies_among_the_backups(first: Path):
    schemas(first)
    schemas(first)
    assert len(list(first.parent.glob("backups/甲-*/2*/proof.json"))) == 1


def test_a_program_that_died_before_the_marker_was_written_is_made_good_for(first: Path):
    schemas(first)
    place = BookFolder.of(first)
    Marker(book=read_marker(place).book, schema=FIRST, version="0.1.0").write(place.marker)
    assert schemas(first) == (SCHEMA, SCHEMA)
    assert len(list(first.parent.glob("backups/甲-*/2*"))) == 1


def indexes(book: Book) -> set[str]:
    found = "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'house' AND sql IS NOT NULL"
    return {name for (name,) in book.database.connection().execute(found)}


def changed_by(book: Book, sql: str) -> set[str]:
    """Change the indexes of a closed book; return those it has when it is opened again."""
    place, key = book.place, book.database.key
    book.close()
    with closing(apsw.Connection(str(place.database))) as connection:
        unlock(connection, key)
        connection.execute(sql)
    with Book.open(place.folder, VILLAGE, place.folder.parent / "replicas") as again:
        return indexes(again)


def test_an_index_that_is_missing_is_made_when_the_book_is_opened(old: Book):
    before = indexes(old)
    assert changed_by(old, f'DROP INDEX "{min(before)}"') == before


def test_an_index_that_no_program_asks_for_any_more_goes(old: Book):
    before = indexes(old)
    assert changed_by(old, 'CREATE INDEX "house_price" ON "house" ("price")') == before
