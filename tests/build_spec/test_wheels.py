"""The libraries of the lock: what lies there with its sum is not fetched again, and nothing else stays."""

import hashlib
from pathlib import Path

import pytest
import wheels
from build_log import Failed


def block(name: str, content: bytes) -> str:
    return f"{name}==1.0 \\\n    --hash=sha256:{hashlib.sha256(content).hexdigest()}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What was fetched before: a library, another one broken off, one made here, one of an older lock."""
    place = tmp_path / "wheels"
    place.mkdir()
    contents = {"peewee-1.0": b"whole", "lxml-1.0": b"broken o", "odfpy-1.0": b"made here", "xlwt-0.9": b"older"}
    for name, content in contents.items():
        (place / f"{name}-py3-none-any.whl").write_bytes(content)
    return place


@pytest.fixture
def asked(monkeypatch):
    """Which libraries pip is asked for, and how."""
    calls: dict[str, str] = {}

    def pip(python, how, *options, remedy):
        calls[how] = Path(options[-1]).read_text(encoding="utf-8")

    blocks = [block("peewee", b"whole"), block("lxml", b"whole too"), block("odfpy", b"source"), block("xlwt", b"new")]
    monkeypatch.setattr(wheels, "pip", pip)
    monkeypatch.setattr(wheels, "locked", lambda: blocks)
    return calls


def test_only_what_is_not_there_is_fetched(folder, asked):
    assert wheels.fetch(folder) == "4 个，取了 2 个"
    assert asked.keys() == {"download"}
    assert [line.split("==")[0] for line in asked["download"].splitlines() if "==" in line] == ["lxml", "xlwt"]


def test_nothing_of_an_older_lock_and_nothing_broken_stays(folder, asked):
    wheels.fetch(folder)
    assert wheels.pinned(folder) == ["odfpy==1.0", "peewee==1.0"]


def test_what_has_no_wheel_is_made_here(folder, asked):
    (folder / "odfpy-1.0-py3-none-any.whl").unlink()
    wheels.fetch(folder)
    assert asked["wheel"].startswith("odfpy==1.0")


def test_without_a_network_it_says_what_can_be_brought(tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setattr(wheels, "locked", lambda: [block("peewee", b"whole")])
    with pytest.raises(Failed, match=r"没有网络或软件源；.*把 --work 里的 sdist 和 wheels 两个文件夹带来"):
        wheels.fetch(tmp_path / "wheels")


def test_a_library_is_installed_by_its_name_and_not_by_its_place(tmp_path):
    """By its place, pip writes the place into direct_url.json: other bytes on every machine."""
    for name in ("python_docx-1.2.0-py3-none-any.whl", "apsw_sqlite3mc-3.51.1.0-cp311-cp311-win_amd64.whl"):
        (tmp_path / name).touch()
    (tmp_path / "notes.txt").touch()
    assert wheels.pinned(tmp_path) == ["apsw_sqlite3mc==3.51.1.0", "python_docx==1.2.0"]


def test_every_block_of_the_lock_is_one_library():
    lines = [line for line in wheels.LOCK.read_text(encoding="utf-8").splitlines() if line[:1].isalnum()]
    assert [block.splitlines()[0] for block in wheels.locked()] == lines
