"""What the store keeps of a record by itself."""

import pytest

from tests.store.village import House, Villager
from xunion_desktop.store.derived import folded, search_text_of, sort_key_of
from xunion_desktop.store.fields import Text, Whole
from xunion_desktop.store.record import Record


class Shelf(Record):
    """Sorted by a number."""

    sort_source = "number"
    number = Whole()
    name = Text(default="")


def test_the_sort_key_is_ascii():
    assert sort_key_of(House, {"name": "蔚汾镇２组𠮷"}).isascii()


def test_names_sort_by_pinyin():
    names = ["赵家院", "艾家院", "李家院"]
    assert sorted(names, key=lambda name: sort_key_of(House, {"name": name})) == ["艾家院", "李家院", "赵家院"]


def test_numbers_sort_as_numbers():
    assert sort_key_of(Shelf, {"number": 9}) < sort_key_of(Shelf, {"number": 10})


def test_without_a_value_the_sort_key_is_empty():
    assert sort_key_of(House, {"name": None}) == ""


def test_a_code_is_searched_as_it_is():
    assert search_text_of(House, {"name": "", "code": "AB-1"}) == "ab-1"


def test_a_person_s_name_is_read_as_one():
    assert search_text_of(Villager, {"name": "仇小明"}) == "仇小明 qiuxiaoming qxm"


@pytest.mark.parametrize(("text", "plain"), [("ＡＢ１", "ab1"), ("（甲）", "(甲)"), ("Ⅱ", "ii")])
def test_wide_and_large_letters_are_folded(text: str, plain: str):
    assert folded(text) == plain
