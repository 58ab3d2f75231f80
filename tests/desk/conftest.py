"""A desk over a fresh book of an invented county."""

from __future__ import annotations

import pytest

from tests.desk.county import ROOM, TODAY, Union, fill
from xunion_desktop.desk.desk import Desk, Furniture
from xunion_desktop.store.book import Book
from xunion_desktop.store.record import Record


@pytest.fixture
def records() -> tuple[type[Record], ...]:
    return (Union,)


@pytest.fixture
def keys(book: Book) -> list[str]:
    return fill(book)


@pytest.fixture
def desk(book: Book, furniture: Furniture) -> Desk:
    return Desk(book, TODAY, (ROOM,), furniture)
