"""A book with the office filled in, and a desk over it."""

from datetime import date

import pytest

from xunion_desktop.desk.desk import Desk
from xunion_desktop.office.card import ROOM
from xunion_desktop.office.filling import fill
from xunion_desktop.office.records import RECORDS
from xunion_desktop.store.book import Book


@pytest.fixture
def empty_book(tmp_path):
    with Book.create(tmp_path / "兴县", RECORDS, replicas=tmp_path / "replicas") as book:
        yield book


@pytest.fixture
def book(empty_book):
    fill(empty_book)
    return empty_book


@pytest.fixture
def desk(book, furniture):
    return Desk(book, date(2026, 11, 23), (ROOM,), furniture)
