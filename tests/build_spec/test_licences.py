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
    assert kept == {*LOCKED, "python", "pyinstaller", "microsoft"}


def test_every_licence_of_a_font_is_shown():
    shown = {one.file for one in everything()}
    assert set(resource("fonts", "licenses").glob("*.txt")) <= shown


def test_qt_says_how_its_libraries_are_replaced():
    text = SHIPPED["pyside6-essentials 6.8.3"].text()
    assert "换掉它们" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "GNU GENERAL PUBLIC LICENSE" in text


def test_a_collected_file_begins_with_name_and_licence(tmp_path, monkeypatch):
    monkeypatch.setattr(licences, "TARGET", tmp_path)
    licences.write("a", "A 1.0", "MIT", "text  \nmore")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "A 1.0\nMIT\n\ntext\nmore\n"
