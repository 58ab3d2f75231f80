"""The names of a book's parts are written down once."""

from pathlib import Path

import pytest

from xunion_desktop.store import part_names
from xunion_desktop.store.folder import BookFolder

PACKAGE = Path(part_names.__file__).parents[1]


def test_the_parts_of_a_book_are_called_so():
    place = BookFolder(Path("兴县"), "兴县")
    parts = (place.database, place.keyring, place.files, place.lock)
    assert [part.name for part in parts] == ["book.db", "keyring.json", "files", "book.lock"]


@pytest.mark.parametrize("name", [part_names.DATABASE, part_names.KEYRING, part_names.LOCK])
def test_nobody_else_spells_them_out(name):
    files = (path for path in PACKAGE.rglob("*.py") if path.name != "part_names.py")
    assert [path.name for path in files if f'"{name}"' in path.read_text(encoding="utf-8")] == []
