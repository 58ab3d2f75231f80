"""A flipped byte at every place of the small files, and in every page of the large ones, is found and told."""

from pathlib import Path

import pytest

from tests.store.flipping import Flipping, of_every_page

SMALL = ("甲/甲.xunion", "甲/keyring.json", "backups/*/*/keyring.json", "backups/*/*/proof.json")
LARGE = ("甲/book.db", "甲/files/*/*", "backups/*/*/book.db", "backups/*/files/*/*", "甲.xupack")


@pytest.fixture(scope="module")
def flipping(tmp_path_factory: pytest.TempPathFactory) -> Flipping:
    return Flipping(tmp_path_factory.mktemp("flipping"))


@pytest.mark.parametrize("kept", SMALL)
def test_every_byte_of_a_small_file(flipping: Flipping, kept: str):
    file = flipping.file(kept)
    assert flipping.unnoticed(file, range(flipping.size(file))) == []


@pytest.mark.parametrize("kept", LARGE)
def test_a_byte_of_every_page_of_a_large_file(flipping: Flipping, kept: str):
    file = flipping.file(kept)
    assert flipping.unnoticed(file, of_every_page(flipping.size(file))) == []


def test_many_bytes_of_a_protected_keyring(tmp_path: Path):
    flipping = Flipping(tmp_path, protected=True)
    file = flipping.file("甲/keyring.json")
    assert flipping.unnoticed(file, range(0, flipping.size(file), 17)) == []
