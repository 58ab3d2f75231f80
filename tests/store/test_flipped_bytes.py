"""A flipped byte anywhere in what the program keeps is found and told; ``tests/long`` flips every one."""

import random
from pathlib import Path

import pytest

from tests.store.flipping import SEED, Flipping

KEPT = (
    "甲/甲.xunion", "甲/keyring.json", "甲/book.db", "甲/files/*/*", "backups/*/*/book.db", "backups/*/*/keyring.json",
    "backups/*/*/proof.json", "backups/*/files/*/*", "甲.xupack",
)  # fmt: skip


@pytest.fixture(scope="module")
def flipping(tmp_path_factory: pytest.TempPathFactory) -> Flipping:
    return Flipping(tmp_path_factory.mktemp("flipping"))


@pytest.mark.parametrize("kept", KEPT)
def test_a_flipped_byte_is_found(flipping: Flipping, kept: str):
    file = flipping.file(kept)
    places = random.Random(SEED).sample(range(flipping.size(file)), 2)
    assert flipping.unnoticed(file, places) == []


def test_a_flipped_byte_in_the_keyring_of_a_protected_book_is_found(tmp_path: Path):
    flipping = Flipping(tmp_path, protected=True)
    file = flipping.file("甲/keyring.json")
    assert flipping.unnoticed(file, range(40, flipping.size(file), 500)) == []
