"""A small file of a book that somebody filled with brackets, a hundred thousand deep, is a damaged one like others."""

from pathlib import Path

import pytest

from tests.store.village import House
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.settings import Settings
from xunion_desktop.store.book import Book
from xunion_desktop.store.folder import Marker
from xunion_desktop.store.keyring import Keyring
from xunion_desktop.store.restored import NOTE

DEEP = b"[" * 100_000


@pytest.mark.parametrize("read", [Marker.read, Keyring.read])
def test_marker_and_keyring_are_told_to_be_damaged(tmp_path: Path, read):
    (tmp_path / "甲.xunion").write_bytes(DEEP)
    with pytest.raises(Trouble, match="损坏"):
        read(tmp_path / "甲.xunion")


def test_settings_begin_anew(tmp_path: Path):
    (tmp_path / "settings.json").write_bytes(DEEP)
    assert Settings(tmp_path / "settings.json").get("anything", "nothing") == "nothing"


def test_a_book_opens_whatever_lies_in_the_small_files_beside_it(book: Book):
    with book.deed("建房") as deed:
        deed.save(House(name="东院"))
    replicas, folder = book.folder.parent / "replicas", book.folder
    book.close()
    noted = [file for file in replicas.iterdir() if file.is_file()]
    for file in (*noted, folder / "attempts.json", folder / NOTE):
        file.write_bytes(DEEP)
    assert noted
    with Book.open(folder, book.records[1:], replicas):
        assert [house.name for house in House.alive()] == ["东院"]
