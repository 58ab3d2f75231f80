"""The portable zip and the sums: the same bytes from the same files."""

import hashlib
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from releases import PORTABLE, PORTABLE_FOLDER, copy_with, date_alike, longest, make_portable, write_sums

from xunion_desktop.basics.places import find_places


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
        assert packed.read(f"{PORTABLE_FOLDER}/程序-1.2.3/{PORTABLE}").decode("utf-8-sig").startswith("这是绿色版")
    assert f"{PORTABLE_FOLDER}/程序-1.2.3/xunion_desktop.exe" in names
    assert {name.split("/")[0] for name in names} == {PORTABLE_FOLDER}


def test_the_zip_tells_how_it_is_updated_and_what_must_not_be_deleted(program, tmp_path):
    with zipfile.ZipFile(make_portable(program, "1.2.3", tmp_path / "p.zip")) as packed:
        told = packed.read(f"{PORTABLE_FOLDER}/怎样打开和更新.txt").decode("utf-8-sig")
        assert f"{PORTABLE_FOLDER}/data/不要删除：这里是本子和备份.txt" in packed.namelist()
    assert "双击“程序-1.2.3”里的" in told
    assert "\r\n更新：把新版的 zip 解到原来的地方" in told


def test_a_new_version_over_the_old_one_finds_the_data_which_outlives_the_old_ones_folder(program, tmp_path):
    for version in ("1.2.3", "1.3.0"):
        with zipfile.ZipFile(make_portable(program, version, tmp_path / f"{version}.zip")) as packed:
            packed.extractall(tmp_path / "stick")
    whole = tmp_path / "stick" / PORTABLE_FOLDER
    assert find_places(whole / "程序-1.2.3") == find_places(whole / "程序-1.3.0")
    shutil.rmtree(whole / "程序-1.2.3")
    assert find_places(whole / "程序-1.3.0").data == whole / "data" / "books"


def test_the_zip_is_the_same_whenever_it_is_made(program, tmp_path):
    first = make_portable(program, "1.2.3", tmp_path / "1.zip").read_bytes()
    os.utime(program / "xunion_desktop.exe", (1, 1))
    assert make_portable(program, "1.2.3", tmp_path / "2.zip").read_bytes() == first


def test_the_setup_is_told_the_longest_place_in_the_program(program):
    assert longest(program) == len("_internal/字体/仿宋.ttf")


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
