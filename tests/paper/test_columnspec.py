"""The columns of a table as a form writes them."""

import pytest

from xunion_desktop.paper.blockkind import as_grid
from xunion_desktop.paper.columnspec import KINDS, columns_by_head, read_columns
from xunion_desktop.paper.heads import HeadCell, head_cells
from xunion_desktop.paper.words import Unreadable


def columns(text):
    return read_columns(as_grid(text))


def test_a_line_is_a_column():
    assert [column.path for column in columns("名称\n备注")] == [("名称",), ("备注",)]


def test_a_column_that_says_nothing_more_is_text():
    assert columns("名称")[0].kind == "text"


@pytest.mark.parametrize(("word", "kind"), KINDS.items())
def test_the_kind_of_a_column(word, kind):
    assert columns(f"名称\n栏 | {word}")[1].kind == kind


def test_a_slash_parts_the_headings():
    assert columns("会员/其中/女 | 数")[0].path == ("会员", "其中", "女")


def test_a_column_may_be_added_up_and_merged():
    (_, column) = columns("名称\n金额 | 金额 合计 合并")
    assert (column.total, column.merge) == (True, True)


@pytest.mark.parametrize(("width", "bounds"), [("20-30毫米", (20, 30)), ("25毫米", (25, 25))])
def test_a_width_in_millimetres(width, bounds):
    column = columns(f"电话 | 号码 {width}")[0]
    assert (column.least, column.most) == bounds


FAULTS = {
    "an unknown word": ("名称 | 斜体", "斜体"),
    "four levels": ("甲/乙/丙/丁", "最多3级"),
    "an empty heading": ("名称/", "名称/"),
    "a third cell": ("名称 | 数 | 合计", "名称"),
    "a first column that is added up": ("金额 | 金额 合计", "第一栏"),
}


@pytest.mark.parametrize(("text", "said"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_said(text, said):
    with pytest.raises(Unreadable, match=said):
        columns(text)


def test_a_table_with_its_own_headings_knows_its_numbers():
    made = columns_by_head(("序号", "项目", "数量"), [("1", "球", "1,200"), ("2", "网", "3")])
    assert [column.kind for column in made] == ["choice", "text", "whole"]


def test_words_do_not_change_the_grid():
    assert as_grid("甲 | {日期|中文日期}").count("|") == 1


# heads


def heads(text):
    return head_cells(columns(text))


def test_one_level_of_headings():
    assert heads("甲\n乙") == (HeadCell("甲", 0, 0), HeadCell("乙", 1, 0))


def test_a_heading_over_two_columns_stands_once():
    assert heads("会员/男\n会员/女") == (
        HeadCell("会员", 0, 0, across=2),
        HeadCell("男", 0, 1),
        HeadCell("女", 1, 1),
    )


def test_a_heading_without_a_group_reaches_down():
    assert heads("名称\n会员/女")[0] == HeadCell("名称", 0, 0, down=2)


def test_three_levels():
    found = heads("会员/其中/女\n会员/其中/农民工\n会员/合计")
    assert found[:2] == (HeadCell("会员", 0, 0, across=3), HeadCell("其中", 0, 1, across=2))
    assert found[-1] == HeadCell("合计", 2, 1, down=2)


def test_the_same_group_twice_stands_twice():
    assert [cell.text for cell in heads("会员/男\n备注\n会员/女") if cell.level == 0] == ["会员", "备注", "会员"]
