"""Paragraphs as typed or pasted, and the outline of their headings."""

import pytest

from xunion_desktop.basics.problems import Level
from xunion_desktop.documents.draft_problems import table_problems
from xunion_desktop.documents.outline import Heading, heading, headings, order_problems
from xunion_desktop.documents.paragraphs import blank_slips, paragraphs, tidied, tidy, tidy_names, tidy_rows
from xunion_desktop.documents.punctuation import mended


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("　　各基层工会要高度重视。", "各基层工会要高度重视。"),
        ("  \t各基层工会", "各基层工会"),
        ("一、\t提高认识", "一、提高认识"),
        ("1.\t报名", "1.报名"),
        ("1． 报名", "1．报名"),
        ("(一)  组织", "(一)组织"),
        ("● 报名时间", "报名时间"),
        ("报名时间： 5月", "报名时间：5月"),
        ("使用 Word 2016 软件", "使用 Word 2016 软件"),
        ("2 026年", "2 026年"),
    ],
)
def test_what_the_layout_makes_itself_is_taken_away(typed, printed):
    assert paragraphs(typed) == [printed]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("甲方：　　　　乙方：", "甲方：　　　　乙方："),
        ("甲方：        乙方：", "甲方：　　　　乙方："),
        ("单位（盖章）　　　　年　月　日", "单位（盖章）　　　　年　月　日"),
        ("单位（盖章）        年  月  日", "单位（盖章）　　　　年　月　日"),
        ("会议时间：2026年　月　日", "会议时间：2026年　月　日"),
        ("会议时间：2026年12月  日", "会议时间：2026年12月　日"),
        ("　　申请人：　　　　", "申请人："),
        ("2026 年 12 月 3 日", "2026 年 12 月 3 日"),
        ("一、　　提高认识", "一、提高认识"),
    ],
)
def test_room_to_write_in_stays(typed, printed):
    assert paragraphs(typed) == [printed]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("联系人：王海燕　电话：0358-1234567", "联系人：王海燕　电话：0358-1234567"),
        ("　　第一条　总则", "第一条　总则"),
        ("王海燕  电话", "王海燕　电话"),
        ("王海燕 \u3000 电话", "王海燕　电话"),
        ("各 基 层 工 会", "各 基 层 工 会"),
        ("各\u00a0基层", "各 基层"),
        ("各\u200b基层", "各基层"),
        ("姓名\t职务", "姓名\t职务"),
        (" 姓名 \t 职务\t", "姓名\t职务"),
        ("1\t张三\t\t主席", "1\t张三\t\t主席"),
    ],
)
def test_blanks_inside_a_text_stay_as_they_were_typed(typed, kept):
    assert paragraphs(typed) == [kept]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("各 基 层\n工 会", "各基层\n工会"),
        ("本月 日均", "本月日均"),
        ("王海燕\u00a0电话", "王海燕电话"),
        ("使用 Word 软件", "使用 Word 软件"),
        ("第一条 总则", "第一条 总则"),
        ("第一条　总则", "第一条　总则"),
        ("单位（盖章）    年 月 日", "单位（盖章）    年 月 日"),
        ("王海燕  电话", "王海燕  电话"),
    ],
)
def test_single_narrow_blanks_between_characters_are_offered_to_be_taken_out(typed, offered):
    assert mended(typed, blank_slips(typed)) == offered


@pytest.mark.parametrize("word", ["正文", "附件", "附注"])
def test_cells_in_running_text_are_printed_a_wide_blank_apart(word):
    assert tidied({word: "姓名\t职务\n张三\t主席"}) == {word: "姓名　职务\n张三　主席"}


def test_rows_of_a_table_in_running_text_are_told():
    [problem] = table_problems({"正文": "如下：\n姓名\t职务\n张三\t主席", "附件": "甲\t乙", "内容": "甲\t1\n乙\t2"})
    assert (problem.field, problem.level) == ("正文", Level.DOUBT)
    assert problem.sentence.startswith("正文里有 2 行像是表格")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("王海燕　李建平　张海龙", "王海燕　李建平　张海龙"),
        ("  王海燕 李建平\t张海龙  ", "王海燕　李建平　张海龙"),
        ("王海燕　李　明　张　强　赵敏", "王海燕　李明　张强　赵敏"),
        ("王　明（主席） 李　强 （副主席）　赵敏", "王明（主席）　李强（副主席）　赵敏"),
        ("王海燕、 李建平", "王海燕、李建平"),
        ("Tom Smith　王海燕 Ann Lee", "Tom Smith　王海燕　Ann Lee"),
        ("王海燕　县总工会主席\n\n李建平　副主席\n", "王海燕　县总工会主席\n李建平　副主席"),
    ],
)
def test_names_of_those_present_stay_apart(typed, printed):
    assert tidy_names(typed) == printed


@pytest.mark.parametrize("word", ["出席", "请假", "列席"])
def test_those_present_are_tidied_as_names(word):
    assert tidied({word: "王海燕　李　明"}) == {word: "王海燕　李明"}


def test_empty_lines_are_no_paragraphs():
    assert paragraphs("甲\n\n　　\n乙\n") == ["甲", "乙"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\u2028", "\u2029"])
def test_every_kind_of_line_end_ends_a_paragraph(end):
    assert paragraphs(f"甲{end}乙") == ["甲", "乙"]


def test_tidy_text_has_one_paragraph_in_each_line():
    assert tidy("　　甲\n\n　　乙") == "甲\n乙"


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("水\t2\t3.00\r\n\r\n茶\t1\t5.00\t\r\n", "水\t2\t3.00\n茶\t1\t5.00\t"),
        ("\t2", "\t2"),
        (" 水 \t　2", "水\t2"),
        ("\t\t\n　", ""),
    ],
)
def test_rows_of_a_table_keep_their_tabs(pasted, kept):
    assert tidy_rows(pasted) == kept


def test_every_word_is_tidied_in_its_own_way():
    assert tidied({"正文": "甲\t乙", "内容": "甲\t乙"}) == {"正文": "甲　乙", "内容": "甲\t乙"}


@pytest.mark.parametrize(
    ("text", "level", "number"),
    [("一、提高认识", 1, 1), ("（十二）组织", 2, 12), ("3.报名", 3, 3), ("（4）费用", 4, 4)],
)
def test_headings_of_four_levels_are_recognised(text, level, number):
    found = heading(text)
    assert (found.level, found.number) == (level, number)


@pytest.mark.parametrize("text", ["3.5万元", "一是加强领导", "第一，提高认识", "工会", "十分重要"])
def test_a_sentence_is_no_heading(text):
    assert heading(text) is None


def test_headings_know_their_place():
    assert headings(["开头", "一、目的", "正文"]) == [Heading(1, 1, 1, "一、")]


def test_numbers_in_order_are_no_problem():
    assert order_problems(["一、甲", "（一）乙", "（二）丙", "1.丁", "二、戊", "（一）己", "三、庚"]) == []


def test_a_number_that_is_left_out_is_told():
    [problem] = order_problems(["一、甲", "三、乙"], "正文")
    assert (problem.sentence, problem.field) == ("“三、”前面没有“二、”，序号不连续。", "正文")


def test_a_list_may_begin_anew():
    assert order_problems(["1.甲", "2.乙", "其他事项", "1.丙"]) == []


def test_a_lower_level_begins_anew_under_each_higher_one():
    [problem] = order_problems(["一、甲", "（一）乙", "二、丙", "（二）丁"])
    assert problem.sentence == "“（二）”前面没有“（一）”，序号不连续。"
