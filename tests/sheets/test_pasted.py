"""A block from the clipboard of WPS or Excel becomes a sheet."""

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.sheets.pasted import headed, pasted_sheet


def test_lines_and_tabs_are_rows_and_cells():
    assert pasted_sheet("名称\t会员\n甲工会\t42\n").rows == [["名称", "会员"], ["甲工会", "42"]]


def test_a_spreadsheet_on_windows_ends_its_lines_in_two_characters():
    assert pasted_sheet("甲\t1\r\n乙\t2\r\n").rows == [["甲", "1"], ["乙", "2"]]


def test_short_rows_are_filled_up():
    assert pasted_sheet("甲\t1\t是\n乙").rows[1] == ["乙", "", ""]


def test_a_line_break_in_a_quoted_cell_stays_in_its_cell():
    assert pasted_sheet('"甲工会\n（联合）"\t1').rows == [["甲工会\n（联合）", "1"]]


def test_a_lone_quotation_mark_is_a_character():
    assert pasted_sheet('"甲\t1\n乙\t2').rows == [['"甲', "1"], ["乙", "2"]]


def test_blank_rows_at_the_end_are_left_out():
    assert len(pasted_sheet("甲\t1\n\t\n \t\n").rows) == 1


def test_nothing_to_paste_is_told():
    with pytest.raises(Trouble, match="没有可以粘贴的内容"):
        pasted_sheet(" \n\t\n")


def test_a_block_without_headings_gets_those_of_the_table():
    sheet, header = headed(pasted_sheet("甲\t42"), ["名称", "会员", "主席"])
    assert header.labels == ["名称", "会员"]
    assert sheet.rows[1] == ["甲", "42"]


def test_what_goes_beyond_the_table_is_numbered():
    _, header = headed(pasted_sheet("甲\t42\t是\t否"), ["名称", "会员"])
    assert header.labels == ["名称", "会员", "第 3 栏", "第 4 栏"]
