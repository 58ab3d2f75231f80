"""Names of users: what a person is called, and nothing that deceives in a list."""

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.office.user_names import read_user_name


@pytest.mark.parametrize("name", ["王海燕", "买买提·艾力", "Anna Li", "李明2", "张-三"])
def test_names_of_people_are_taken(name):
    assert read_user_name(f" {name} ") == name


@pytest.mark.parametrize(("text", "sentence"), [
    ("", "没有填用户的名字。"),
    ("　", "没有填用户的名字。"),
    ("李" * 21, "用户的名字太长"),
    ("李\n明", "不能用的符号"),
    ("李\u202e明", "不能用的符号"),
    ("李\u200b明", "不能用的符号"),
    ("李\u3164明", "不能用的符号"),
    ("···", "不能用的符号"),
    ("恢复码", "不能当用户的名字"),
])  # fmt: skip
def test_others_are_refused_in_a_sentence(text, sentence):
    with pytest.raises(Trouble, match=sentence):
        read_user_name(text)
