"""Rows as one text with tabs: what a paste gives, and back again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xunion_desktop.paper.tabbed import rows_of, tabbed

CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from('"\n\t'), max_size=8)
TIDY = CELLS.map(str.strip)


def test_a_line_is_a_row_and_a_tab_parts_its_cells():
    assert rows_of("甲\t1\n乙\t2") == [("甲", "1"), ("乙", "2")]


def test_the_line_ends_of_windows_are_read():
    assert rows_of("甲\t1\r\n乙\t2\r\n") == [("甲", "1"), ("乙", "2")]


def test_blank_lines_are_left_out():
    assert rows_of("甲\n\n \t\n乙\n") == [("甲",), ("乙",)]


def test_an_empty_cell_keeps_its_place():
    assert rows_of("甲\t\t3") == [("甲", "", "3")]


def test_nothing_has_no_rows():
    assert rows_of("") == []


def test_a_cell_with_a_line_break_stands_in_quotation_marks():
    assert rows_of('"甲\n乙"\t2') == [("甲\n乙", "2")]


@pytest.mark.parametrize("text", ['"未完\t2', '甲"\t2', '5" 水管\t2'])
def test_a_lone_quotation_mark_is_a_character_like_any_other(text):
    assert rows_of(text) == [tuple(text.split("\t"))]


@given(st.lists(st.lists(TIDY, min_size=1, max_size=4).filter(any), max_size=5))
def test_what_is_written_is_read_again(rows):
    assert rows_of(tabbed(rows)) == [tuple(row) for row in rows]
