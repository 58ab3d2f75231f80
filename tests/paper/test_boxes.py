"""Forms of labels and values: cells that span others, fixed heights, type that shrinks by the form's rule."""

import pytest

from tests.paper.registers import set_table
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import refuses
from xunion_desktop.paper.blockkind import as_grid
from xunion_desktop.paper.forms import load_form
from xunion_desktop.paper.measures import A4, MM
from xunion_desktop.paper.pages import Glyphs, Path
from xunion_desktop.paper.sheetflow import MARGIN
from xunion_desktop.paper.tableblocks import TABLE_BLOCKS
from xunion_desktop.paper.tabular import Box

INNER = A4[0] - 2 * MARGIN


def boxes(rows, **how):
    (made,) = TABLE_BLOCKS["boxes"].make({"rows": as_grid(rows), **how}, {})
    return made


def boxes_not_below(rows, smallest):
    (made,) = TABLE_BLOCKS["boxes"].make({"rows": as_grid(rows)}, {"smallest": smallest})
    return made


def cells(page):
    """The outlines of the cells: left, top, width, height."""
    found = []
    for op in page.strokes():
        if isinstance(op, Path) and op.width < 0.3:
            xs, ys = zip(*(numbers for _, numbers in op.steps if numbers), strict=True)
            found.append((min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)))
    return found


def glyphs(page, text):
    return next(op for op in page.strokes() if isinstance(op, Glyphs) and text in op.text)


def test_a_bar_parts_the_cells():
    assert boxes("姓名 | =王海燕").cells == (Box("姓名", 0, 0, label=True), Box("王海燕", 0, 1))


def test_a_cell_goes_with_the_one_at_its_left():
    assert boxes("姓名 | =王海燕 | <").cells[1].across == 2


def test_a_cell_goes_with_the_one_above():
    first, *_ = boxes("姓名 | =王海燕\n^ | =女").cells
    assert (first.down, first.across) == (2, 1)


def test_two_slashes_break_a_line():
    assert boxes("统一社会//信用代码").cells[0].text == "统一社会\n信用代码"


def test_a_row_may_have_its_own_height():
    assert boxes("(24) 意见 | =同意\n姓名 | =王").heights == (24.0, 10.0)


def test_widths_are_shares_of_the_paper(fonts):
    page = set_table(fonts, boxes("姓名 | =王", widths="1 3")).pages[0]
    assert [round(cell[2], 2) for cell in cells(page)] == [INNER / 4, INNER * 3 / 4]


def test_rows_have_their_heights(fonts):
    page = set_table(fonts, boxes("(24) 意见 | =同意\n姓名 | =王")).pages[0]
    assert [round(cell[3], 2) for cell in cells(page)] == [24, 24, 10, 10]


def test_a_short_value_stands_in_the_middle(fonts):
    page = set_table(fonts, boxes("姓名 | =王海燕")).pages[0]
    left, top, width, height = cells(page)[1]
    run = glyphs(page, "王海燕")
    assert run.x + 1.5 * run.size / MM == pytest.approx(left + width / 2, abs=0.1)
    assert top < run.y < top + height


def test_what_is_signed_stands_at_the_foot_on_the_right(fonts):
    page = set_table(fonts, boxes("(40) 意见 | =同意。//>（盖章）")).pages[0]
    left, top, width, height = cells(page)[1]
    said, sealed = glyphs(page, "同意"), glyphs(page, "盖章")
    assert said.y < top + height / 3 < top + height * 0.8 < sealed.y
    assert sealed.xs[-1] + sealed.size / MM == pytest.approx(left + width - 1.5, abs=0.3)


def test_a_long_value_is_set_smaller(fonts):
    page = set_table(fonts, boxes("名称 | =" + "兴县示例" * 12)).pages[0]
    assert glyphs(page, "兴县示例").size < glyphs(page, "名称").size


def test_a_value_that_does_not_go_in_is_named(fonts):
    problems = set_table(fonts, boxes("名称 | =" + "兴县示例" * 60)).problems
    assert "兴县示例" in problems[0].sentence
    assert refuses(problems)


def test_a_value_that_does_not_go_in_stays_in_its_cell(fonts):
    page = set_table(fonts, boxes("名称 | =" + "兴县示例" * 60 + "\n电话 | =1")).pages[0]
    top, bottom = cells(page)[1][1], cells(page)[2][1]
    assert all(top < op.y < bottom for op in page.strokes() if isinstance(op, Glyphs) and "示例" in op.text)


def test_a_form_higher_than_the_paper_is_refused(fonts):
    assert refuses(set_table(fonts, boxes("\n".join(["(60) 意见 | =同意"] * 6))).problems)


def test_what_a_word_holds_does_not_change_the_grid():
    form = load_form(FORM.replace("LAYOUT", "姓名 | ={姓名}"))
    (made,) = form.document({"姓名": "王|海<燕"}).blocks
    assert [cell.text for cell in made.cells] == ["姓名", "王|海<燕"]


FORM = """[form]
id = "branches/small"
title = "小表"
kind = "table"
paper = "A4"

[[word]]
name = "姓名"

[[block]]
type = "boxes"
rows = "LAYOUT"
"""
FAULTS = {
    "rows of different lengths": (r"甲 | 乙\n丙", "第 2 排有 1 格"),
    "nothing to go with": ("< | 乙", "没有可以并进去"),
    "nothing above": ("^ | 乙", "没有可以并进去"),
}


def test_as_many_widths_as_cells_are_asked_for():
    with pytest.raises(Trouble, match="写了 2 个数，每一排有 3 格"):
        load_form(FORM.replace("LAYOUT", "甲 | =乙 | =丙") + 'widths = "20 30"')


def test_a_rule_that_no_type_keeps_is_kept_by_the_largest(fonts):
    assert set_table(fonts, boxes_not_below("姓名 | =王", 20.0)).problems == []


@pytest.mark.parametrize(("layout", "said"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_the_grid_names_its_line(layout, said):
    with pytest.raises(Trouble, match=f"第 12 行.*{said}"):
        load_form(FORM.replace("LAYOUT", layout))
