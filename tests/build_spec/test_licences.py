"""Nothing is shipped whose licence is not in 关于."""

import re
from pathlib import Path

import licences
import pytest

from xunion_desktop.basics.resources import resource
from xunion_desktop.basics.shipped import everything

ROOT = Path(__file__).parents[2]
LOCKED = dict(re.findall(r"(?m)^(\S+)==(\S+)", (ROOT / "requirements.lock").read_text(encoding="utf-8")))
SHIPPED = {one.title: one for one in everything()}


@pytest.mark.parametrize("name", LOCKED)
def test_every_library_of_the_lock_has_its_licence_in_its_version(name):
    assert f"{name} {LOCKED[name]}" in SHIPPED


@pytest.mark.parametrize("title", SHIPPED)
def test_each_has_a_word_and_a_text(title):
    one = SHIPPED[title]
    assert one.licence
    assert len(one.text()) > 100


def test_no_library_stays_that_is_no_longer_locked():
    kept = {file.stem for file in resource("licences").glob("*.txt")}
    assert kept == {*LOCKED, *licences.WITHIN, "within-rust", "python", "python-windows", "pyinstaller", "microsoft"}


def test_every_licence_of_a_font_is_shown():
    shown = {one.file for one in everything()}
    assert set(resource("fonts", "licenses").glob("*.txt")) <= shown


def test_whatever_lies_in_the_folder_is_shown_also_what_a_build_added():
    assert set(resource("licences").glob("*.txt")) <= {one.file for one in everything()}


def test_qt_says_how_its_libraries_are_replaced():
    text = SHIPPED["pyside6-essentials 6.8.3"].text()
    assert "换掉它们" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "GNU GENERAL PUBLIC LICENSE" in text


def test_a_collected_file_begins_with_name_and_licence(tmp_path, monkeypatch):
    monkeypatch.setattr(licences, "TARGET", tmp_path)
    licences.write("a", "A 1.0", "MIT", "text  \nmore")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "A 1.0\nMIT\n\ntext\nmore\n"


def test_what_is_collected_at_the_build_lies_beside_the_others(tmp_path):
    licences.write("b", "B", "MIT", "text", tmp_path)
    assert (tmp_path / "b.txt").is_file()


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("_internal/libssl-3.dll", "within-openssl"),
        ("_internal/libcrypto-3.dll", "within-openssl"),
        ("_internal/libffi-8.dll", "within-libffi"),
        ("_internal/sqlite3.dll", "within-sqlite"),
        ("_internal/python311.dll", "python"),
        ("_internal/VCRUNTIME140_1.dll", "microsoft"),
        ("_internal/PySide6/MSVCP140.dll", "microsoft"),
        ("_internal/PySide6/plugins/platforms/qwindows.dll", "pyside6-essentials"),
    ],
)
def test_every_library_of_the_windows_program_has_its_text(place, text):
    assert licences.text_of_dll(place) == text
    assert licences.dlls_without_text([place]) == []


def test_a_strange_library_of_the_windows_program_is_named():
    assert licences.dlls_without_text(["_internal/readline.dll"]) == ["_internal/readline.dll"]


def test_the_rust_libraries_inside_others_are_listed_with_their_licence():
    text = SHIPPED["Rust 的库（在 cryptography、python-calamine 里）"].text()
    assert re.search(r"(?m)^openssl [\d.]+：Apache-2.0$", text)
    assert re.search(r"(?m)^calamine [\d.]+：MIT$", text)
    assert "Apache License" in text


def test_no_part_of_rust_is_under_the_gpl_alone():
    text = SHIPPED["Rust 的库（在 cryptography、python-calamine 里）"].text()
    assert re.findall(r"(?m)^\S+ [\d.]+：A?GPL.*", text) == []


@pytest.mark.parametrize(
    ("title", "words"),
    [
        (licences.WITHIN["within-openssl"][0], "Apache License"),
        (licences.WITHIN["within-libiconv"][0], "GNU LESSER GENERAL PUBLIC LICENSE"),
        (
            "Python 3.11 的 Windows 版：微软运行库、bzip2、libffi、OpenSSL",
            "Microsoft Distributable Code",
        ),
    ],
)
def test_the_text_is_the_whole_one(title, words):
    assert words in SHIPPED[title].text()
