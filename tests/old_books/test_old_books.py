"""Books of released versions, opened and written by the present program: nothing that an office wrote is lost."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import apsw
import pytest

from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.catalogue import record_classes, register
from xunion_desktop.documents.records import Batch, Printing
from xunion_desktop.office.doorstep import is_older
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.store.database import unlock
from xunion_desktop.store.upgrades import SCHEMA

HERE = Path(__file__).parent
VERSIONS = sorted(path.name for path in HERE.iterdir() if path.is_dir() and path.name[0].isdigit())
TODAY = date(2026, 11, 24)


@pytest.fixture(params=VERSIONS)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of an old book."""
    shutil.copytree(HERE / request.param / "兴县", tmp_path / "兴县")
    return tmp_path / "兴县"


@pytest.fixture
def old(folder: Path) -> Iterator[Book]:
    """An old book, opened by the present program."""
    with Book.open(folder, record_classes(), folder.parent / "replicas") as book:
        yield book


def test_every_union_is_there(old: Book):
    assert register("branches", TODAY).count(as_of=TODAY) == 20


def test_the_deeds_are_there(old: Book):
    assert "换届提醒函" in " ".join(line.label for line in old.deeds())


def test_the_letter_that_was_issued_can_be_seen_again(old: Book):
    printed = Printing.get()
    assert old.files.get(Batch.get_by_id(printed.batch_id).pages_file)


def test_it_can_be_written_and_read_again(folder: Path):
    with Book.open(folder, record_classes(), folder.parent / "replicas") as book, book.deed("改名") as deed:
        branch = Branch.alive().order_by(Branch.id).first()
        branch.name = "改过名的工会"
        deed.save(branch)
    with Book.open(folder, record_classes(), folder.parent / "replicas"):
        assert Branch.select().where(Branch.name == "改过名的工会").count() == 1


def indexes(book: Book) -> set[str]:
    named = "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
    return {name for (name,) in book.database.connection().execute(named)}


def test_it_finds_as_fast_as_a_new_book(folder: Path):
    with Book.open(folder, record_classes(), folder.parent / "replicas") as book:
        old = indexes(book)
    with Book.create(folder.parent / "新", record_classes(), folder.parent / "replicas") as book:
        assert old == indexes(book)


def test_its_number_of_the_schema_is_that_of_the_program(old: Book):
    assert old.database.schema == SCHEMA
    assert json.loads(old.marker.read_text())["schema"] == SCHEMA


def test_an_empty_field_filled_outside_the_program_is_found(old: Book):
    with closing(apsw.Connection(str(old.place.database))) as tool:
        unlock(tool, old.database.key)
        tool.execute(
            "UPDATE branch SET remark = '坏人' WHERE id = (SELECT id FROM branch WHERE remark IS NULL LIMIT 1)"
        )
    assert ["备注在程序之外被改过" in finding.sentence for finding in check(old)] == [True]


def test_nothing_is_found_in_it(old: Book):
    assert [finding.sentence for finding in check(old)] == []


def test_it_is_brought_up_to_date_in_a_worker_and_left_closed(folder: Path):
    told: list[tuple[int, int]] = []
    replicas = folder.parent / "replicas"
    with ThreadPoolExecutor(1) as worker:
        doing = worker.submit(
            Book.bring_up_to_date, folder, record_classes(), replicas, None, lambda *far: told.append(far)
        )
        doing.result()
    assert told[-1][0] == told[-1][1]
    assert not is_older(folder)
    Book.open(folder, record_classes(), replicas).close()
