"""Registers and forms as tables of Word: repeated heads, merged cells, sums, widths; and what has no place in one."""

import pytest
from docx.oxml.ns import qn
from docx.shared import Length

from tests.paper.word.readback import Look, mm, word
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.paper.cells import Widths
from xunion_desktop.paper.columnwidths import column_widths
from xunion_desktop.paper.document import Document, Title
from xunion_desktop.paper.measures import MM
from xunion_desktop.paper.sheetflow import MARGIN
from xunion_desktop.paper.tablerows import PADDING_X
from xunion_desktop.paper.tabular import Box, Boxes, Chart, Column, Note, Sides, Sums, Table

COLUMNS = (
    Column(("序号",), "serial", 0),
    Column(("乡镇",), "text", merge=True),
    Column(("工会", "名称"), "text", 2),
    Column(("工会", "电话"), "phone", 0),
    Column(("金额",), "money", 0, total=True),
)
ROWS = (
    ("蔚汾镇", "兴县示例职业中学工会委员会", "0358-6320001", "1,680.32"),
    ("蔚汾镇", "兴县示例城关小学工会委员会", "0358-6320002", "200.00"),
    ("魏家滩镇", "魏家滩镇示例煤业有限公司工会委员会", "0358-6320003", "5.00"),
)


def paper(*blocks, kind="table", size="A4横"):
    return Document(kind, "花名册", (Title("兴县总工会基层工会花名册"), *blocks), size)


@pytest.fixture(scope="module")
def register(fonts):
    return word(
        paper(Sides("填报单位：兴县总工会\t单位：元"), Table(COLUMNS, ROWS, Sums(grand=True, capitals=True), fill=5)),
        fonts,
    )


def grid(read):
    return [[cell.text for cell in row.cells] for row in read.file.tables[0].rows]


def test_the_paper_lies_on_its_side(register):
    assert (mm(register.section.page_width), mm(register.section.page_height)) == (297, 210)


def test_a_register_has_no_grid(register):
    assert register.section._sectPr.find(qn("w:docGrid")) is None


def test_the_head_is_repeated_on_every_page(register):
    rows = register.file.tables[0].rows
    repeated = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows]
    assert repeated == [True, True, *[False] * 7]


def test_grouped_heads_stand_over_their_columns(register):
    assert grid(register)[:2] == [
        ["序号", "乡镇", "工会", "工会", "金额"],
        ["序号", "乡镇", "名称", "电话", "金额"],
    ]


def test_rows_are_counted(register):
    assert [row[0] for row in grid(register)[2:5]] == ["1", "2", "3"]


def test_equal_neighbours_are_one_cell(register):
    merges = [row._tr.tc_lst[1].tcPr.find(qn("w:vMerge")) for row in list(register.file.tables[0].rows)[2:5]]
    assert [None if merge is None else merge.get(qn("w:val")) for merge in merges] == ["restart", "continue", None]


def test_it_is_ruled_up_to_the_rows_asked_for(register):
    assert grid(register)[5:7] == [[""] * 5] * 2


def test_the_sum_stands_in_figures_and_in_capitals(register):
    figures, capitals = grid(register)[-2:]
    assert (figures[0], figures[-1]) == ("合计", "1,885.32")
    assert capitals[0] == "合计（大写）：人民币壹仟捌佰捌拾伍元叁角贰分"


def test_the_columns_fill_the_width_of_the_paper(register):
    widths = [int(column.get(qn("w:w"))) for column in register.file.tables[0]._tbl.tblGrid]
    assert sum(widths) / 20 / 72 * 25.4 == pytest.approx(297 - 30, abs=0.2)


def test_a_column_keeps_between_its_least_and_its_most(fonts):
    columns = (Column(("甲",), weight=0, least=40), Column(("乙",), weight=1), Column(("丙",), weight=0, most=30))
    read = word(paper(Table(columns, (("1", "2", "长" * 40),))), fonts)
    widths = [int(column.get(qn("w:w"))) / 20 / 72 * 25.4 for column in read.file.tables[0]._tbl.tblGrid]
    assert (widths[0], widths[2]) == pytest.approx((40, 30), abs=0.1)


def test_money_stands_at_the_right_and_telephones_in_the_middle(register):
    cells = register.file.tables[0].rows[2].cells
    sides = [cell.paragraphs[0]._element.pPr.find(qn("w:jc")).get(qn("w:val")) for cell in cells]
    assert sides == ["center", "left", "left", "center", "right"]


def test_a_column_in_the_middle_is_in_the_middle_as_on_paper(fonts):
    read = word(paper(Table((Column(("性别",), "centre"),), (("女",),))), fonts)
    cell = read.file.tables[0].rows[1].cells[0]
    assert cell.paragraphs[0]._element.pPr.find(qn("w:jc")).get(qn("w:val")) == "center"


def test_equal_neighbours_are_one_cell_only_within_equal_ones_at_their_left(fonts):
    columns = (Column(("乡镇",), merge=True), Column(("村",), merge=True))
    read = word(paper(Table(columns, (("蔚汾镇", "城关"), ("魏家滩镇", "城关")))), fonts)
    cells = [row._tr.tc_lst[1].tcPr.find(qn("w:vMerge")) for row in list(read.file.tables[0].rows)[1:]]
    assert cells == [None, None]


def test_a_sum_that_cannot_be_written_in_capitals_has_no_line_for_them(fonts):
    columns = (Column(("金额",), "money", total=True),)
    read = word(paper(Table(columns, (("-5.00",),), Sums(grand=True, capitals=True))), fonts)
    assert grid(read)[-1] == ["-5.00"]


def test_heads_are_hei_and_cells_are_song(register):
    rows = register.file.tables[0].rows
    looks = [register.look(rows[at].cells[2].paragraphs[0]) for at in (1, 2)]
    assert looks == [Look("黑体", "黑体", 10.5), Look("宋体", "宋体", 10.5)]


def test_the_line_over_the_table_has_its_parts_at_both_edges(register):
    line = register.find("填报单位")
    stop = line.paragraph_format.tab_stops[0]
    assert (line.text, mm(stop.position)) == ("填报单位：兴县总工会\t单位：元", 267)


def test_the_foot_says_which_page_of_how_many(register):
    xml = register.section.footer.paragraphs[0]._element.xml
    assert 'w:instr="PAGE"' in xml
    assert 'w:instr="NUMPAGES"' in xml


def test_a_word_file_ends_with_a_paragraph(register):
    assert register.file.element.body[-2].tag == qn("w:p")


CARD = Boxes(
    (
        Box("单位", 0, 0, label=True),
        Box("兴县示例职业中学工会委员会", 0, 1, across=2),
        Box("意见", 1, 0, down=2, label=True),
        Box("同意。\n>（盖章）", 1, 1, across=2, down=2),
    ),
    (1, 2, 2),
    (10, 20, 20),
)


@pytest.fixture(scope="module")
def card(fonts):
    return word(paper(CARD, Note("注：一式两份。"), size="A4"), fonts)


def test_a_form_of_boxes_has_the_heights_that_it_is_given(card):
    assert [mm(row.height) for row in card.file.tables[0].rows] == [10, 20, 20]


def test_boxes_that_span_are_merged(card):
    assert grid(card) == [
        ["单位", "兴县示例职业中学工会委员会", "兴县示例职业中学工会委员会"],
        *[["意见", "同意。\n（盖章）", "同意。\n（盖章）"]] * 2,
    ]


def test_the_place_of_the_seal_stands_at_the_right_of_its_box(card):
    lines = card.file.tables[0].rows[1].cells[1].paragraphs
    sides = [line._element.pPr.find(qn("w:jc")).get(qn("w:val")) for line in lines]
    assert sides == ["left", "right"]


def test_the_note_stands_under_the_form(card):
    assert card.find("一式两份").style.name == "表注"


def test_a_chart_has_no_place_in_a_word_file(fonts):
    with pytest.raises(Trouble, match="不能存为 Word 文件"):
        word(paper(Chart("bar", "各乡镇", (("", "家"), ("蔚汾镇", "12")))), fonts)


WIDE = tuple(
    Column(path, kind)
    for path, kind in (
        (("序号",), "serial"),
        (("乡镇",), "text"),
        (("工会名称",), "text"),
        (("统一社会信用代码",), "code"),
        (("主席",), "text"),
        (("电话",), "phone"),
        (("届次",), "text"),
        (("起",), "date"),
        (("止",), "date"),
    )
)
WIDE_ROW = (
    "魏家滩镇",
    "兴县经济技术开发区示例新能源装备制造集团股份有限公司第一分公司工会委员会",
    "81141123MC2851987Y",
    "欧阳示例",
    "13900007120",
    "第二十八届",
    "2021-12-28",
    "2026-12-27",
)


@pytest.fixture(scope="module")
def wide(fonts):
    """A table so wide that its type is smaller, in Word; and the columns and the type of its print."""
    table = Table(WIDE, (WIDE_ROW,) * 3)
    rows = [(str(number), *WIDE_ROW) for number in (1, 2, 3)]
    fit = column_widths(WIDE, rows, 210 - 2 * MARGIN, PADDING_X, Widths(fonts))
    return word(paper(table, size="A4"), fonts), fit


def test_columns_are_as_wide_as_in_print(wide):
    read, fit = wide
    found = [Length(int(column.get(qn("w:w"))) * 635).mm for column in read.file.tables[0]._tbl.tblGrid.gridCol_lst]
    assert found == pytest.approx(list(fit.widths), abs=0.02)


def test_type_is_as_large_as_in_print(wide):
    read, fit = wide
    assert fit.size < 10.5
    for row in read.file.tables[0].rows:
        assert read.look(row.cells[2].paragraphs[0]).size == fit.size


def test_rows_are_as_high_as_in_print(wide):
    read, fit = wide
    paragraph = read.file.tables[0].rows[-1].cells[2].paragraphs[0].paragraph_format
    margins = read.file.tables[0]._tbl.tblPr.find(qn("w:tblCellMar"))
    over = sum(int(margins.find(qn(f"w:{side}")).get(qn("w:w"))) for side in ("top", "bottom")) / 20 / MM
    em = fit.size / MM
    for lines in (1, 3):
        assert lines * paragraph.line_spacing.mm + over == pytest.approx((1 + (lines - 1) * 1.25) * em + 2.8, abs=0.1)
