"""按姓氏笔画为序 (EL-27)."""

import pytest

from xunion_desktop.basics.resources import resource
from xunion_desktop.basics.strokes import stroke_count, stroke_key


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("丁一", "王一"),  # fewer strokes first
        ("王一", "文一"),  # 横 before 点
        ("牛一", "毛一"),  # 撇一一丨 before 撇一一折
        ("仇一", "文一"),  # 撇 before 点
        ("田一", "史一"),  # 竖 折 横 丨 before 竖 折 横 撇
        ("林一", "欧一"),  # 横竖 before 横撇
        ("李一", "杨一"),
        ("王小明", "王小洪"),
        ("王小丁", "王小王"),
        ("王小洪", "张一"),
        ("于一", "万一"),
        ("干一", "于一"),  # the same strokes: plain before hooked, as 通用规范汉字表 has them
        ("十一", "丁一"),
    ],
)
def test_strokes_decide_character_by_character(first, second):
    assert stroke_key(first) < stroke_key(second)


def test_surnames_stand_as_in_published_lists():
    surnames = "丁万习马王尹石叶田史冯刘许孙李杨吴何张陈易罗周郑赵胡"
    assert "".join(sorted(sorted(surnames), key=stroke_key)) == surnames


def test_a_single_given_name_stands_before_longer_ones():
    names = ["王大明", "王小洪", "王毅", "王一"]
    assert sorted(names, key=stroke_key) == ["王一", "王毅", "王大明", "王小洪"]


def test_blanks_that_set_a_name_apart_do_not_count():
    assert stroke_key("王　毅") == stroke_key("王毅")


def test_characters_of_no_table_come_last():
    assert stroke_key("龘明") < stroke_key("𪚥明")


@pytest.mark.parametrize(
    ("character", "count"),
    [("一", 1), ("丁", 2), ("万", 3), ("王", 4), ("任", 6), ("李", 7), ("赵", 9), ("魏", 17), ("䶮", 9), ("A", None)],
)
def test_strokes_are_counted(character, count):
    assert stroke_count(character) == count


def test_every_character_stands_once_in_the_table():
    every = "".join(
        line.partition(" ")[2] for line in resource("strokes", "characters.txt").read_text("utf-8").splitlines()
    )
    assert len(every) == len(set(every))
