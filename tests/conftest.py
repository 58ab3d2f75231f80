"""What every test stands on: Qt without a screen, a fresh book, and a second look at every query."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.postgresql import compiled_for_postgresql
from xunion_desktop.store.book import Book
from xunion_desktop.store.database import BookDatabase
from xunion_desktop.store.record import Record

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ("tests.furnished", "tests.small_disk")

_DEFERRED_DELETE = 52  # QEvent.Type.DeferredDelete, named here because most tests never load Qt


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what the program keeps on a PC out of the home of who runs the tests."""
    os.environ["XUNION_HOME"] = str(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session", autouse=True)
def _both_databases() -> Iterator[None]:
    """Compile every query of the run for PostgreSQL too: the records must run there one day (design §3)."""
    BookDatabase.watchers.append(compiled_for_postgresql)
    yield
    BookDatabase.watchers.remove(compiled_for_postgresql)


@pytest.fixture(autouse=True)
def _widgets_gone() -> Iterator[None]:
    """Really delete the widgets of each test: else every later style sheet is laid over all of them again."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None and widgets.QApplication.instance() is not None:
        widgets.QApplication.sendPostedEvents(None, _DEFERRED_DELETE)


@pytest.fixture
def records() -> tuple[type[Record], ...]:
    """The classes of records of ``book``: a folder of tests names its own in its conftest."""
    return ()


@pytest.fixture(scope="session")
def _empty_books(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[type[Record], ...], Path]:
    return {}


@pytest.fixture
def book(
    records: tuple[type[Record], ...],
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    _empty_books: dict[tuple[type[Record], ...], Path],
) -> Iterator[Book]:
    """A fresh encrypted book with the tables of ``records``, open: a copy of one that is made once."""
    if records not in _empty_books:
        folder = tmp_path_factory.mktemp("empty")
        Book.create(folder / "book", records, folder / "replicas").close()
        _empty_books[records] = folder / "book"
    shutil.copytree(_empty_books[records], tmp_path / "book")
    with Book.open(tmp_path / "book", records, tmp_path / "replicas") as book:
        yield book
