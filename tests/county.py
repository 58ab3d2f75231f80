"""A small demo county for the tests of what stands over the rooms: 首页, the window, the command line."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from xunion_desktop import catalogue
from xunion_desktop.office.filling import fill
from xunion_desktop.store.book import Book

TODAY = date(2026, 11, 24)
BRANCHES = 60


def make_county(folder: Path) -> Path:
    """A book with 60 fictional unions in ``folder``, closed; its path."""
    path = folder / "county"
    with Book.create(path, catalogue.record_classes(), folder / "replicas") as book:
        fill(book)
        catalogue.fill_demo(book, branches=BRANCHES, members=4000, seed=1, today=TODAY)
    return path


def open_copy(county: Path, folder: Path) -> Book:
    """Open a copy of the county that this test may change."""
    shutil.copytree(county, folder / county.name)
    return Book.open(folder / county.name, catalogue.record_classes(), folder / "replicas")
