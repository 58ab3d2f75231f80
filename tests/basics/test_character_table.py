"""The compact table behind pinyin and strokes."""

import pytest

from xunion_desktop.basics.character_table import CharacterTable


@pytest.fixture
def table():
    return CharacterTable("a 一丁\nb 𬭚七\nc 龟\n")


@pytest.mark.parametrize(
    ("character", "place", "label"), [("一", 1, "a"), ("丁", 2, "a"), ("𬭚", 3, "b"), ("七", 4, "b"), ("龟", 5, "c")]
)
def test_a_character_has_its_place_and_the_label_of_its_line(table, character, place, label):
    assert table.place(character) == place
    assert table.label(place) == label


@pytest.mark.parametrize("character", ["万", "A", "𪚥", "㐀", "鿿"])
def test_a_character_of_no_line_has_no_place(table, character):
    assert table.place(character) == 0
