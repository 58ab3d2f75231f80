"""The texts of forms: words, spellings, pieces that may be left out."""

import pytest

from xunion_desktop.paper.words import Unreadable, fill, names, read_template, suits


def filled(text, **words):
    return fill(read_template(text), words)


def test_a_word_is_filled_in():
    assert filled("致{工会名称}：", 工会名称="示例工会") == "致示例工会："


def test_a_word_that_is_not_known_is_left_empty():
    assert filled("第{届次}届") == "第届"


def test_a_piece_with_its_word_is_said():
    assert filled("请[于{期限}前]报送", 期限="12月15日") == "请于12月15日前报送"


def test_a_piece_without_its_word_is_left_out():
    assert filled("请[于{期限}前]报送", 期限="") == "请报送"


def test_a_piece_needs_all_its_words():
    assert filled("[{甲}和{乙}]", 甲="一") == ""


def test_a_date_is_written_in_chinese():
    assert filled("{日期|中文日期}", 日期="2026-08-31") == "2026年8月31日"


def test_a_month_is_written_in_chinese():
    assert filled("{日期|中文日期}", 日期="2026-08") == "2026年8月"


def test_what_is_no_date_stays_as_it_is():
    assert filled("{日期|中文日期}", 日期="待定") == "待定"


def test_a_number_is_written_in_chinese():
    assert filled("{年数|中文数字}年", 年数="5") == "五年"


def test_a_number_too_long_to_be_read_stays():
    assert filled("{年数|中文数字}", 年数="123456") == "123456"


@pytest.mark.parametrize(
    ("spelling", "good", "bad"),
    [
        ("中文日期", ["2026-08-31", "2026年8月31日", "2026"], ["待定", "8月31日", "1680.32"]),
        ("中文数字", ["5", " 12 "], ["五", "123456", "1.5", "2026"]),
        ("大写金额", ["1,680.32", "12 元", "1680.00", "1.2万"], ["2026年8月31日", "-5", "2026", " 96 ", "033600"]),
    ],
)
def test_a_spelling_knows_what_it_is_for(spelling, good, bad):
    assert [value for value in good if not suits(spelling, value)] == []
    assert [value for value in bad if suits(spelling, value)] == []


def test_line_breaks_in_a_word_do_not_reach_the_paper():
    assert filled("{工会名称}", 工会名称="示例\n工会 ") == "示例工会"


def test_the_words_of_a_text_are_known():
    assert list(names(read_template("{甲}[，{乙|中文数字}]"))) == ["甲", "乙"]


@pytest.mark.parametrize(
    "text",
    ["{甲", "甲}", "[{甲}", "{甲}]", "[[{甲}]]", "{}", "{甲|大写字母}", "[没有词]", "{甲|}", "｛甲｝", "{乙}｛甲｝"],
)
def test_a_text_that_is_written_wrongly_is_refused_in_chinese(text):
    with pytest.raises(Unreadable, match=r"[一-龥]"):
        read_template(text)


@pytest.mark.parametrize("text", ["{__class__}", "{0.__init__}", "{a!r}", "{a:>10}", "%(a)s", "${a}"])
def test_nothing_in_a_text_runs(text):
    assert "class" not in filled(text.replace("__class__", "甲"), 甲="x")
    assert all(name.strip() for name in names(read_template(text)))


def test_control_characters_of_a_paste_are_left_out():
    assert fill(read_template("{甲}"), {"甲": "关于\x07铃\x1b的通知\x00\udc80"}) == "关于铃的通知"


def test_a_soft_line_break_parts_the_lines_of_a_long_word():
    assert fill(read_template("{甲}"), {"甲": "一\v二\r\n三"}, {"甲"}) == "一\n二\n三"
