"""A book with the rooms people, office and branches, in a temporary folder."""

from datetime import date

import pytest

from xunion_desktop.branches.card import ROOM as BRANCHES
from xunion_desktop.office.records import RECORDS as OFFICE
from xunion_desktop.people.card import ROOM as PEOPLE
from xunion_desktop.store.book import Book

TODAY = date(2026, 11, 23)


@pytest.fixture
def book(tmp_path):
    records = (*OFFICE, *PEOPLE.records(), *BRANCHES.records())
    with Book.create(tmp_path / "county", records, tmp_path / "replicas") as book:
        yield book
