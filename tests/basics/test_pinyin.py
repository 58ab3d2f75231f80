"""Pinyin of names, units and places."""

from itertools import pairwise

import pytest

from xunion_desktop.basics.pinyin import initials, pinyin, sort_key
from xunion_desktop.basics.resources import resource


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("单", "shan"),
        ("仇", "qiu"),
        ("解", "xie"),
        ("区", "ou"),
        ("曾", "zeng"),
        ("查", "zha"),
        ("朴", "piao"),
        ("盖", "ge"),
        ("尉", "wei"),
        ("任", "ren"),
        ("折", "she"),
        ("乐", "yue"),
        ("翟", "zhai"),
        ("员", "yun"),
        ("种", "chong"),
        ("缪", "miao"),
        ("吕", "lv"),
        ("薄", "bo"),
        ("燕", "yan"),
        ("华", "hua"),
    ],
)
def test_surnames_have_their_own_reading(name, spelled):
    assert pinyin(name + "明", person=True) == spelled + "ming"


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("尉迟明", "yuchiming"),
        ("单于明", "chanyuming"),
        ("万俟明", "moqiming"),
        ("长孙明", "zhangsunming"),
        ("澹台明", "tantaiming"),
        ("令狐明", "linghuming"),
        ("鲜于明", "xianyuming"),
        ("诸葛明", "zhugeming"),
        ("皇甫明", "huangfuming"),
        ("万明", "wanming"),
        ("长明", "changming"),
    ],
)
def test_compound_surnames_are_read_together(name, spelled):
    assert pinyin(name, person=True) == spelled


@pytest.mark.parametrize(
    ("name", "spelled"), [("王解放", "wangjiefang"), ("李单", "lidan"), ("张长生", "zhangchangsheng")]
)
def test_the_given_name_is_not_read_as_a_surname(name, spelled):
    assert pinyin(name, person=True) == spelled


@pytest.mark.parametrize(
    ("place", "spelled"),
    [
        ("兴县总工会", "xingxianzonggonghui"),
        ("蔚汾镇", "weifenzhen"),
        ("圪垯上乡", "gedashangxiang"),
        ("罗峪口镇", "luoyukouzhen"),
        ("魏家滩镇", "weijiatanzhen"),
        ("任家塔村", "renjiatacun"),
        ("解家庄", "xiejiazhuang"),
        ("农商银行", "nongshangyinhang"),
        ("行政审批局", "xingzhengshenpiju"),
        ("重庆路", "chongqinglu"),
        ("重点项目", "zhongdianxiangmu"),
        ("校长", "xiaozhang"),
        ("长城小学", "changchengxiaoxue"),
        ("畜牧中心", "xumuzhongxin"),
        ("会计", "kuaiji"),
        ("铝业", "lvye"),
        ("调度室", "diaodushi"),
        ("审查", "shencha"),
    ],
)
def test_places_and_units_are_read_as_people_say_them(place, spelled):
    assert pinyin(place) == spelled


@pytest.mark.parametrize(
    ("text", "letters"), [("任国栋", "rgd"), ("A区 2组（东）", "aq2zd"), ("ＷＰＳ·办", "wpsb"), ("", ""), ("——", "")]
)
def test_initials_keep_letters_and_digits_and_drop_marks(text, letters):
    assert initials(text) == letters


def test_initials_of_a_person_follow_the_surname():
    assert initials("尉迟恭", person=True) == "ycg"


@pytest.mark.parametrize("character", ["㛃", "䶮", "𬭚", "〇"])
def test_rare_characters_of_names_are_known(character):
    assert pinyin(character).isascii()


def test_a_character_of_no_table_stays_as_it_is():
    assert pinyin("王𪚥") == "wang𪚥"


def test_names_sort_by_surname_then_given_name():
    names = ["安明", "单明", "汪军", "王伟", "王永", "西安", "县委", "𪚥明"]
    assert sorted(sorted(names), key=lambda name: sort_key(name, person=True)) == names


def test_all_of_one_surname_stand_together():
    names = ["王伟", "王永", "汪军", "汪一"]
    assert [name[0] for name in sorted(names, key=lambda name: sort_key(name, person=True))] == ["汪", "汪", "王", "王"]


@pytest.mark.parametrize("text", ["任国栋", "A区 2组（东）", "𪚥", "ﬁ", "é"])
def test_sort_keys_are_ascii(text):
    assert sort_key(text).isascii()


def test_letters_and_digits_sort_as_they_are():
    assert sort_key("B2") == "b2"


def _words(file):
    lines = resource("pinyin", file).read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("file", ["surnames.txt", "phrases.txt"])
def test_every_word_of_the_lists_has_a_reading_for_each_character(file):
    assert [word for word, *syllables in _words(file) if len(word) != len(syllables)] == []


def test_the_lists_say_only_what_the_table_does_not():
    alone = ["".join(map(pinyin, word)) for word, *_ in _words("phrases.txt")]
    assert [
        spelled
        for spelled, (_, *syllables) in zip(alone, _words("phrases.txt"), strict=True)
        if spelled == "".join(syllables)
    ] == []


def test_the_table_has_a_reading_for_every_common_character():
    every = "".join(
        line.partition(" ")[2] for line in resource("pinyin", "characters.txt").read_text("utf-8").splitlines()
    )
    gb2312 = (
        bytes(range(0))
        .join(bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
        .decode("gb2312", "ignore")
    )
    assert set(gb2312) <= set(every)
    assert len(every) == len(set(every))


def test_syllables_are_sorted_in_the_table():
    labels = [line.partition(" ")[0] for line in resource("pinyin", "characters.txt").read_text("utf-8").splitlines()]
    assert all(one < other for one, other in pairwise(labels))
