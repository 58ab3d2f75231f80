"""Registers on paper: heads on every page, sums over page breaks, blank rows, merged cells, widths that fit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.paper.registers import ALL_SUMS, COSTS, costs, levels, printed, set_table, table_of
from xunion_desktop.basics.money import show_amount
from xunion_desktop.basics.problems import refuses
from xunion_desktop.paper.document import Document
from xunion_desktop.paper.measures import A4, MM
from xunion_desktop.paper.pages import Glyphs
from xunion_desktop.paper.sheetflow import FOOT, MARGIN
from xunion_desktop.paper.tabular import Chart, Note, Sides, Sums
from xunion_desktop.paper.typeset import typeset

GROUPED = "序号 | 序号\n乡镇 | 居中 合并\n工会/名称 | 宽\n会员/合计 | 数 合计\n会员/女 | 数 合计"
WIDE = "\n".join(f"第{n}栏代码 | 号码" for n in range(14))


@pytest.fixture(scope="module")
def long(fonts):
    return printed(fonts, costs(100, sums=ALL_SUMS, row_height=9))


def sum_after(sheet, label):
    """The amount in the row that begins with this label."""
    head = sheet.find(label)[0]
    row = sorted((char for char in sheet.chars if abs(char.y - head.y) < 0.01), key=lambda char: char.x)
    return "".join(char.text for char in row).removeprefix(label)


def rows_on(sheet):
    return sheet.text.count("项奖品")


# heads


def test_the_headings_stand_on_every_page(long):
    assert len(long) > 2
    assert all("金额" in sheet.text for sheet in long)


def test_a_group_stands_in_the_middle_over_its_columns(fonts):
    (sheet,) = printed(fonts, table_of(GROUPED, ("蔚汾镇", "示例工会", "87", "41")))
    group, first, last = sheet.find("会员"), sheet.find("合计"), sheet.find("女")
    middle = (group[0].x + group[-1].x + group[-1].size / MM) / 2
    assert group[0].y < first[0].y
    assert first[0].x < middle < last[-1].x + last[-1].size / MM


def test_a_heading_without_a_group_stands_between_the_two_levels(fonts):
    (sheet,) = printed(fonts, table_of(GROUPED, ("蔚汾镇", "示例工会", "87", "41")))
    assert sheet.find("会员")[0].y < sheet.find("乡镇")[0].y < sheet.find("名称")[0].y


def test_the_title_stands_once(long):
    assert ["费用明细表" in sheet.text for sheet in long] == [True] + [False] * (len(long) - 1)


def test_the_pages_say_which_of_how_many_they_are(long):
    assert all(f"第{n}页共{len(long)}页" in sheet.text for n, sheet in enumerate(long, 1))


def test_a_single_page_says_nothing_of_it(fonts):
    assert "第1页" not in printed(fonts, costs(1))[0].text


# rows


def test_rows_are_numbered_by_the_table(fonts):
    (sheet,) = printed(fonts, costs(3))
    assert [row[0].text for row in sheet.rows(10.5)][-3:] == ["1", "2", "3"]


def test_a_row_has_its_least_height(fonts):
    (page,) = set_table(fonts, costs(3, row_height=9)).pages
    found = levels(page)
    assert [round(b - a, 2) for a, b in zip(found[-4:], found[-3:], strict=False)] == [9.0] * 3


def test_blank_rows_fill_up_to_their_number(fonts):
    (page,) = set_table(fonts, costs(3, fill=10, row_height=9)).pages
    assert len(levels(page)) == 12  # the head's upper edge and one under each of head and ten rows


def test_blank_rows_may_go_over_pages(fonts):
    assert len(set_table(fonts, costs(0, fill=60, row_height=9)).pages) == 3


def test_a_whole_page_is_ruled_down_to_its_foot(fonts):
    (page,) = set_table(fonts, costs(3, whole_page=True, row_height=9)).pages
    assert A4[1] - FOOT - 9 < levels(page)[-1] <= A4[1] - FOOT


def test_equal_neighbours_become_one_cell(fonts):
    (sheet,) = printed(fonts, table_of(GROUPED, *[("蔚汾镇", f"第{n}工会", "8", "4") for n in range(3)]))
    assert sheet.text.count("蔚汾镇") == 1
    assert sheet.find("蔚汾镇")[0].y == pytest.approx(sheet.find("第1工会")[0].y, abs=0.01)


def test_a_merged_cell_begins_anew_on_the_next_page(fonts):
    made = printed(fonts, table_of(GROUPED, *[("蔚汾镇", f"第{n}工会", "8", "4") for n in range(60)], row_height=9))
    assert [sheet.text.count("蔚汾镇") for sheet in made] == [1] * len(made)


def test_no_rule_goes_through_a_merged_cell(fonts):
    whole = set_table(fonts, table_of(GROUPED, ("甲", "子", "8", "4"), ("乙", "丑", "8", "4"))).pages[0]
    merged = set_table(fonts, table_of(GROUPED, ("甲", "子", "8", "4"), ("甲", "丑", "8", "4"))).pages[0]
    assert levels(whole) == levels(merged)
    assert sum(len(op.steps) for op in merged.strokes() if hasattr(op, "steps")) > sum(
        len(op.steps) for op in whole.strokes() if hasattr(op, "steps")
    )


# sums


def test_each_page_adds_up_its_own_rows(long):
    told = [sum_after(sheet, "本页小计") for sheet in long]
    assert told == [show_amount(1001 * rows_on(sheet)) for sheet in long]


def test_what_is_carried_forward_is_brought_forward(long):
    carried = [sum_after(sheet, "过次页") for sheet in long[:-1]]
    brought = [sum_after(sheet, "承前页") for sheet in long[1:]]
    assert carried == brought


def test_the_first_page_brings_and_the_last_page_carries_nothing(long):
    assert "承前页" not in long[0].text
    assert "过次页" not in long[-1].text


def test_the_whole_is_told_in_figures_at_the_end_only(long):
    assert ["合计（大写）" in sheet.text for sheet in long] == [False] * (len(long) - 1) + [True]
    assert sum_after(long[-1], "合计") == "1,001.00"


def test_the_whole_is_told_in_capitals(long):
    """DC-32."""
    assert "合计（大写）：人民币壹仟零壹元整" in long[-1].text


def test_a_single_page_has_no_sum_of_its_own(fonts):
    assert "小计" not in printed(fonts, costs(3, sums=ALL_SUMS))[0].text


def test_a_table_without_money_has_no_line_of_capitals(fonts):
    columns = COSTS.replace("金额 合计", "数 合计")
    assert "大写" not in printed(fonts, costs(3, columns, sums=ALL_SUMS))[0].text


def test_rows_higher_than_the_paper_are_not_made(fonts):
    assert all(levels(page)[-1] <= A4[1] - FOOT for page in set_table(fonts, costs(4, row_height=500)).pages)


def test_a_sum_ends_where_its_column_ends(fonts):
    (sheet,) = printed(fonts, costs(3, sums=Sums(grand=True)))
    last = [row[-1] for row in sheet.rows(10.5)][-2:]
    assert last[0].x == pytest.approx(last[1].x, abs=0.01)


def test_a_value_that_cannot_be_added_refuses_the_paper(fonts):
    made = set_table(fonts, table_of(COSTS, ("球", "1", "十元"), sums=Sums(grand=True)))
    assert refuses(made.problems)


def test_the_sums_never_stand_alone_on_a_page(fonts):
    for count in range(20, 32):
        last = printed(fonts, costs(count, sums=ALL_SUMS, row_height=9))[-1]
        assert rows_on(last) > 0


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 120), st.sampled_from([7.0, 9.0, 14.0]), st.booleans())
def test_every_row_stands_on_one_page_above_the_foot(fonts, count, height, every):
    made = set_table(fonts, costs(count, sums=ALL_SUMS, row_height=height, below="制表：\t审核：", every_page=every))
    texts = [op for page in made.pages for op in page.strokes() if isinstance(op, Glyphs)]
    assert sum(op.text.count("项奖品") for op in texts) == count
    assert all(levels(page)[-1] <= A4[1] - FOOT + 0.01 for page in made.pages)


# around the table


def test_signatures_stand_under_the_table_at_its_end(fonts):
    made = printed(fonts, costs(60, below="制表：\t审核：\t负责人：", row_height=9))
    assert ["审核：" in sheet.text for sheet in made] == [False] * (len(made) - 1) + [True]


def test_signatures_stand_on_every_page_where_the_form_says_so(fonts):
    made = printed(fonts, costs(60, below="制表：\t审核：", every_page=True, row_height=9))
    assert all("审核：" in sheet.text for sheet in made)


def test_there_is_room_to_sign(fonts):
    (page,) = set_table(fonts, costs(3, below="制表：\t审核：")).pages
    sign = next(op for op in page.strokes() if isinstance(op, Glyphs) and op.text.startswith("制表"))
    assert sign.y - sign.size / MM - levels(page)[-1] > 5


def test_the_line_over_the_table_has_three_places(fonts):
    (sheet,) = printed(fonts, Sides("编制单位：兴县总工会\t2026年\t单位：元"), costs(1))
    assert sheet.find("编制单位")[0].x == pytest.approx(MARGIN, abs=0.5)
    assert sheet.find("单位：元")[-1].x == pytest.approx(A4[0] - MARGIN - 10.5 / MM, abs=0.5)
    assert len({round(sheet.find(word)[0].y, 2) for word in ("编制单位", "2026年", "单位：元")}) == 1


def test_what_does_not_go_on_one_line_stands_on_two(fonts):
    (sheet,) = printed(fonts, Sides(f"{'编制单位' * 12}\t\t打印日期：2026年11月23日"), costs(1))
    assert sheet.find("编制单位")[0].y < sheet.find("打印日期")[0].y


def test_a_note_stands_under_the_table(fonts):
    (sheet,) = printed(fonts, costs(2), Note("注：按实际人数。"))
    assert sheet.find("注：")[0].y > sheet.find("第2项奖品")[0].y


# widths and paper


def test_a_table_lies_down_where_it_does_not_go_upright(fonts):
    assert printed(fonts, table_of(WIDE, ("81141123",) * 14), paper="A4自动")[0].width == pytest.approx(297, abs=0.1)


def test_a_table_that_goes_upright_stays_so(fonts):
    assert printed(fonts, costs(3), paper="A4自动")[0].width == pytest.approx(210, abs=0.1)


def test_a_fixed_width_is_kept(fonts):
    (page,) = set_table(fonts, table_of("性别 | 居中 12毫米\n备注", ("女", "无"))).pages
    ups = {round(numbers[0], 2) for op in page.strokes() if hasattr(op, "steps") for _, numbers in op.steps if numbers}
    assert MARGIN + 12 in ups


def test_type_is_not_shrunk_below_the_forms_rule(fonts):
    made = printed(fonts, table_of(WIDE, ("81141123MC2851987Y",) * 14, smallest=7.5))
    assert {char.size for char in made[0].chars if char.text == "Y"} == {7.5}


def test_a_word_too_wide_names_row_and_column(fonts):
    problems = set_table(fonts, table_of(WIDE, ("1",) * 14, ("1", "81141123MC2851987Y", *"1" * 12))).problems
    assert [problem.sentence[:13] for problem in problems] == ["第 2 行的“第1栏代码”"]
    assert refuses(problems)


def test_a_word_too_wide_is_never_printed_over_the_next_cell(fonts):
    (sheet,) = printed(fonts, table_of(WIDE, ("81141123MC2851987Y",) * 14))
    columns = 180 / 14
    for char in sheet.chars:
        if char.text == "Y":
            assert char.x + char.size * 0.72 / MM < MARGIN + columns * (int((char.x - MARGIN) / columns) + 1) + 0.01


def test_a_row_with_too_many_cells_is_refused(fonts):
    problems = set_table(fonts, table_of(COSTS, ("球", "1", "2", "多"))).problems
    assert "第 1 行有 4 格，表头只有 3 栏" in problems[0].sentence


def test_a_pasted_line_of_sums_is_a_doubt(fonts):
    problems = set_table(fonts, table_of(COSTS, ("球", "1", "2"), ("合 计", "1", "2"), sums=Sums(grand=True))).problems
    assert [problem.sentence for problem in problems] == ["第 2 行写的是“合 计”，会再加一遍。"]
    assert not refuses(problems)


def test_a_line_of_sums_in_a_table_that_adds_nothing_is_none(fonts):
    assert set_table(fonts, table_of(COSTS, ("合计", "1", "2"))).problems == []


def test_a_chart_higher_than_the_paper_is_as_high_as_the_paper(fonts):
    chart = Chart("bar", "各乡镇" * 30, (("", "家"), ("蔚汾镇", "12")), height=400.0)
    setting = typeset(Document("table", "试", (chart,)), fonts)
    (page,) = setting.pages
    glyphs = [op for op in page.strokes() if isinstance(op, Glyphs)]
    assert max(op.y for op in glyphs) < A4[1] - FOOT
    assert min(op.x for op in glyphs) > MARGIN - 0.1
    assert max(op.xs[-1] for op in glyphs) < A4[0] - MARGIN
    assert [problem.sentence for problem in setting.problems] == ["图表的标题太长，字缩小了。"]


def test_many_problems_are_told_in_few(fonts):
    problems = set_table(fonts, table_of(COSTS, *[("球", "1", "2", "多")] * 9)).problems
    assert [problem.sentence for problem in problems[3:]] == ["同样的问题还有 6 处。"]


def test_a_missing_character_is_named(fonts):
    problems = set_table(fonts, table_of(COSTS, ("\U000f0000", "1", "2"))).problems
    assert "U+F0000" in problems[0].sentence
