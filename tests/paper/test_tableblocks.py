"""What a form's file says of tables, charts and ballots: read, refused with its line, filled."""

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.paper.forms import load_form
from xunion_desktop.paper.tabular import Ballot, Chart, Note, Sides, Table

HEAD = """[form]
id = "branches/small"
title = "小表"
kind = "KIND"
paper = "A4"

[[word]]
name = "内容"
long = true
"""


def form(block, kind="table", paper="A4"):
    return load_form(HEAD.replace("KIND", kind).replace('"A4"', f'"{paper}"') + f"\n[[block]]\n{block}")


def made(block, rows="", kind="table"):
    (found,) = form(block, kind).document({"内容": rows}).blocks
    return found


TABLE = 'type = "table"\ncolumns = "名称\\n金额 | 金额 合计"\nrows = "{内容}"\n'


CHART = 'type = "chart"\nchart = "条形"\nrows = "{内容}"\n'


def test_each_line_of_a_word_is_a_row():
    assert made(TABLE, "甲\t1\n乙\t2").rows == (("甲", "1"), ("乙", "2"))


def test_a_table_of_nothing_is_a_blank_form():
    assert form(TABLE).document({"内容": ""}).first(Table).rows == ()


def test_switches_and_numbers_say_how_it_is_set():
    table = made(TABLE + "total = true\ncapitals = true\nfill = 12\nrow_height = 9.5", "甲\t1")
    assert (table.sums.grand, table.sums.capitals, table.sums.page) == (True, True, False)
    assert (table.fill, table.row_height) == (12, 9.5)


@pytest.mark.parametrize(
    ("block", "number", "said"),
    [
        (TABLE, "fill = inf", "“fill”只能写 0 到 1000 的数"),
        (TABLE, "fill = nan", "“fill”只能写 0 到 1000 的数"),
        (TABLE, "fill = 5000000", "“fill”只能写 0 到 1000 的数"),
        (TABLE, "row_height = nan", "“row_height”只能写 0 到 260 的数"),
        (TABLE, "row_height = inf", "“row_height”只能写 0 到 260 的数"),
        (TABLE, "smallest = nan", "“smallest”只能写 3 到 72 的数"),
        (TABLE, "smallest = 0", "“smallest”只能写 3 到 72 的数"),
        (TABLE, 'fill = "20"', "“fill”要写一个数，不加引号"),
        (CHART, "height = 0", "“height”只能写 20 到 260 的数"),
        (CHART, "height = inf", "“height”只能写 20 到 260 的数"),
        ('type = "boxes"\n', 'rows = "(9999) 姓名 | 王"', "第 1 排的行高只能写 1 到 260 毫米"),
        ('type = "boxes"\n', f'rows = "({"9" * 400}) 姓名 | 王"', "第 1 排的行高只能写 1 到 260 毫米"),
        ('type = "boxes"\nrows = "姓名 | 王"\n', f'widths = "1 {"9" * 400}"', "“widths”要写几个 1 到 1000 的整数"),
        ('type = "table"\nrows = "{内容}"\n', 'columns = "姓名 | 99999毫米"', "栏目“姓名”的宽度只能写 1 到 400 毫米"),
    ],
)
def test_a_number_that_makes_no_sense_on_paper_is_refused_with_its_line(block, number, said):
    with pytest.raises(Trouble) as told:
        form(f"{block}{number}")
    line = HEAD.count("\n") + 2 + block.count("\n") + 1
    assert f"第 {line} 行" in told.value.sentence
    assert said in told.value.sentence


def test_a_table_may_bring_its_own_headings():
    table = made('type = "table"\nrows = "{内容}"', "姓名\t分数\n王\t90\n李\t85.5")
    assert [column.path for column in table.columns] == [("姓名",), ("分数",)]
    assert table.columns[1].kind == "whole"


def test_a_line_has_its_tabs():
    assert made('type = "sides"\ntext = "左\\t中\\t右"') == Sides("左\t中\t右")


def test_a_note_is_a_paragraph():
    assert made('type = "note"\ntext = "注：按实际人数。"') == Note("注：按实际人数。")


def test_a_chart_has_its_kind_and_rows():
    chart = made('type = "chart"\nchart = "堆叠"\nrows = "{内容}"\nunit = "家"\nheight = 70', "\t正常\n甲\t3")
    assert chart == Chart("stacked", "", (("", "正常"), ("甲", "3")), "家", 70.0)


def test_a_ballot_has_a_candidate_on_each_line():
    ballot = made('type = "ballot"\ntitle = "选票"\ncandidates = "{内容}"\nseats = "2"', "王　毅\n李强\n", "ballot")
    assert (ballot.candidates, ballot.seats) == (("王　毅", "李强"), 2)


def test_a_ballot_has_as_many_blanks_for_others_as_seats():
    assert made('type = "ballot"\ntitle = "选票"\ncandidates = "{内容}"\nseats = "2"', "甲", "ballot").others == 2


def test_the_blanks_for_others_may_be_another_number():
    block = 'type = "ballot"\ntitle = "选票"\ncandidates = "{内容}"\nseats = "2"\nothers = "0"'
    assert made(block, "甲", "ballot").others == 0


def test_a_ballot_has_no_place_for_a_number():
    """EL-27: 无记名."""
    assert not {"number", "serial", "code"} & set(Ballot.__dataclass_fields__)


FAULTS = {
    "an unknown kind of column": (TABLE.replace("| 金额 合计", "| 斜体"), "table", "斜体"),
    "a number in quotes": (TABLE + 'fill = "12"', "table", "不加引号"),
    "a negative number": (TABLE + "fill = -1", "table", "0 到 1000"),
    "a chart that is none": ('type = "chart"\nchart = "雷达"\nrows = "{内容}"', "table", "条形、折线、饼形、堆叠"),
    "a letter's block in a table": ('type = "to"\ntext = "各工会："', "table", "放不了"),
    "a table in a letter": (TABLE, "letter", "放不了"),
}


@pytest.mark.parametrize(("block", "kind", "said"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told(block, kind, said):
    with pytest.raises(Trouble, match=said):
        form(block, kind)


@pytest.mark.parametrize("paper", ["A4", "A4横", "A4自动"])
def test_a_table_may_lie_down(paper):
    assert form(TABLE, paper=paper).document({"内容": "甲\t1"}).paper == paper


def test_a_ballot_knows_its_paper():
    with pytest.raises(Trouble, match="A4自动"):
        form('type = "ballot"\ntitle = "选票"\ncandidates = "甲"\nseats = "1"', "ballot", "A4自动")


def test_a_letter_may_not():
    with pytest.raises(Trouble, match="A4横"):
        form('type = "to"\ntext = "各工会："', "letter", "A4横")
