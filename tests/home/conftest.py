"""首页 over a small demo county."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.county import TODAY, open_copy
from xunion_desktop import catalogue
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.furniture import Furniture
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.store.book import Book


@pytest.fixture
def book(demo_county: Path, tmp_path: Path) -> Iterator[Book]:
    with open_copy(demo_county, tmp_path) as book:
        yield book


@pytest.fixture
def desk(book: Book, furniture: Furniture) -> Desk:
    return Desk(book, TODAY, catalogue.ROOMS, furniture, lambda: PrintDesk(book, catalogue.ROOMS, TODAY))
