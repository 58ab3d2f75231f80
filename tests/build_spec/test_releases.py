"""The portable zip and the sums: the same bytes from the same files."""

import hashlib
import os
import zipfile
from pathlib import Path

import pytest
from releases import PORTABLE, copy_with, date_alike, make_portable, write_sums


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    (folder / "_internal" / "字体").mkdir(parents=True)
    (folder / "xunion_desktop.exe").write_bytes(b"MZ")
    (folder / "_internal" / "字体" / "仿宋.ttf").write_bytes(b"font")
    return folder


def test_the_zip_holds_one_folder_with_the_mark_beside_the_program(program, tmp_path):
    with zipfile.ZipFile(make_portable(program, "1.2.3", tmp_path / "p.zip")) as packed:
        names = packed.namelist()
        assert packed.read(f"工会工作台-1.2.3/{PORTABLE}").decode("utf-8-sig").startswith("有这个文件")
    assert "工会工作台-1.2.3/xunion_desktop.exe" in names
    assert {name.split("/")[0] for name in names} == {"工会工作台-1.2.3"}


def test_the_zip_is_the_same_whenever_it_is_made(program, tmp_path):
    first = make_portable(program, "1.2.3", tmp_path / "1.zip").read_bytes()
    os.utime(program / "xunion_desktop.exe", (1, 1))
    assert make_portable(program, "1.2.3", tmp_path / "2.zip").read_bytes() == first


def test_every_file_gets_the_same_time(program):
    date_alike(program)
    assert len({path.stat().st_mtime for path in program.rglob("*")}) == 1


def test_the_sums_name_what_is_handed_out_and_nothing_else(tmp_path):
    (tmp_path / "a-setup.exe").write_bytes(b"setup")
    (tmp_path / "windows.log").write_bytes(b"log")
    assert write_sums(tmp_path).read_text(encoding="utf-8") == f"{hashlib.sha256(b'setup').hexdigest()}  a-setup.exe\n"


def test_an_older_version_has_a_file_that_must_go(program, tmp_path):
    older = copy_with(program, tmp_path / "older", "left.txt")
    assert (older / "_internal" / "left.txt").exists()
    assert not (program / "_internal" / "left.txt").exists()
