"""Files that come with the program."""

import sys

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.resources import form_file, form_ids, resource


@pytest.fixture
def frozen(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    for form_id in ("branches/notice", "branches/letter", "aid/card"):
        path = tmp_path / "forms" / f"{form_id}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def test_a_checkout_has_its_resources():
    assert resource("pinyin", "characters.txt").is_file()


def test_a_frozen_program_looks_where_it_was_unpacked(frozen):
    assert resource("icons", "a.svg") == frozen / "resources" / "icons" / "a.svg"


def test_forms_are_known_by_room_and_file(frozen):
    assert form_ids() == ["aid/card", "branches/letter", "branches/notice"]
    assert form_file("aid/card") == frozen / "forms" / "aid" / "card.toml"


@pytest.mark.parametrize("form_id", ["aid/none", "../secret", "aid", ""])
def test_an_unknown_form_is_trouble(frozen, form_id):
    with pytest.raises(Trouble, match="模板"):
        form_file(form_id)
