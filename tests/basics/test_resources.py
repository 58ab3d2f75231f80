"""Files that come with the program."""

import sys

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.resources import form_file, form_ids, resource, resource_table


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


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "程序自带的文件 resources/values.toml 不见了。"),
        (b"\xff\xfe", "程序自带的文件 resources/values.toml 读不出来。"),
        (b"name = ", "程序自带的文件 resources/values.toml 坏了。"),
    ],
)
def test_a_file_of_the_program_that_is_gone_or_damaged_is_trouble_that_names_it(frozen, content, sentence):
    if content is not None:
        resource("values.toml").parent.mkdir()
        resource("values.toml").write_bytes(content)
    with pytest.raises(Trouble) as told:
        resource_table("values.toml")
    assert (told.value.sentence, told.value.remedy) == (sentence, "请重新安装程序。")
