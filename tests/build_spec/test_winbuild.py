"""What is installed for the build, and what of it may be frozen."""

import re

import winbuild


def test_a_library_is_installed_by_its_name_and_not_by_its_place(tmp_path):
    """By its place, pip writes the place into direct_url.json: other bytes on every machine."""
    for name in ("python_docx-1.2.0-py3-none-any.whl", "apsw_sqlite3mc-3.51.1.0-cp311-cp311-win_amd64.whl"):
        (tmp_path / name).touch()
    (tmp_path / "notes.txt").touch()
    assert winbuild.pinned(tmp_path) == ["apsw_sqlite3mc==3.51.1.0", "python_docx==1.2.0"]


def test_every_block_of_the_lock_is_one_library():
    text = winbuild.LOCK.read_text(encoding="utf-8")
    blocks = re.findall(r"(?m)^\S+==(?:.|\n(?=\s))*", text)
    assert len(blocks) == len(re.findall(r"(?m)^[\w.-]+==", text))
