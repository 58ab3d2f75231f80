"""Settings of this PC survive a restart and a damaged file."""

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.settings import Settings


@pytest.fixture
def path(tmp_path):
    return tmp_path / "made when needed" / "settings.json"


def test_a_value_survives_a_restart(path):
    Settings(path).set("缩放", 125)
    assert Settings(path).get("缩放", 100) == 125


def test_what_was_never_set_is_the_default(path):
    assert Settings(path).get("缩放", 100) == 100


def test_nothing_is_written_before_something_is_set(path):
    Settings(path)
    assert not path.parent.exists()


def test_no_half_file_is_left_beside(path):
    Settings(path).set("a", 1)
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("damage", ["{", "[1]", "\udcff", '{"a": "\\ud800"}'])
def test_a_damaged_file_is_put_aside(path, damage):
    path.parent.mkdir()
    path.write_bytes(damage.encode("utf-8", "surrogateescape"))
    settings = Settings(path)
    assert settings.get("a", "") == ""
    assert settings.damaged
    assert path.with_name("settings.json.damaged").exists()


@pytest.mark.parametrize("text", ["", '{"a": 1}'])
def test_neither_none_nor_a_sound_one_is_damaged(path, text):
    if text:
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    assert not Settings(path).damaged


def test_a_file_saved_by_the_notepad_with_its_mark_is_read(path):
    path.parent.mkdir()
    path.write_text('{"a": 1}', encoding="utf-8-sig")
    assert Settings(path).get("a", 0) == 1


def test_what_cannot_be_written_is_trouble(tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    settings = Settings(in_the_way / "settings.json")
    with pytest.raises(Trouble, match="没有存上"):
        settings.set("a", 1)
    assert settings.get("a", 0) == 0


@pytest.mark.parametrize("default", [True, 7, 1.25, "字", {"a": 1}])
@pytest.mark.parametrize(
    "kept", ["null", "[]", '["x"]', '"\\u0000"', "NaN", "-Infinity", "1" + 400 * "0" + ".5", "1" + 400 * "0"]
)
def test_a_value_of_another_kind_counts_as_not_set(path, default, kept):
    path.parent.mkdir()
    path.write_text(f'{{"a": {kept}}}', encoding="utf-8")
    wanted = 10**400 if default == 7 and kept.isdigit() else default
    assert Settings(path).get("a", default) == wanted


@pytest.mark.parametrize(("default", "other"), [(True, 1), (7, True), (7, 1.5), (1.25, True), ("字", 7), ({}, "字")])
def test_a_switch_is_no_number_and_a_number_no_switch(path, default, other):
    settings = Settings(path)
    settings.set("a", other)
    assert settings.get("a", default) == default


def test_a_whole_number_is_a_number(path):
    settings = Settings(path)
    settings.set("a", 2)
    assert settings.get("a", 1.0) == 2
