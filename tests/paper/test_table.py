"""Rosters: header on every page, page x of y, nothing cut, numbers to the right."""

import pytest

from tests.paper.proofs import NOON, read_pdf
from xunion_desktop.paper.measures import MM
from xunion_desktop.paper.pages import Glyphs
from xunion_desktop.paper.pdf import pdf_bytes
from xunion_desktop.paper.sheetflow import FOOT
from xunion_desktop.paper.table import roster

COLUMNS = [
    ("序号", "whole", 0),
    ("工会名称", "text", 1),
    ("信用代码", "credit_code", 0),
    ("任期起", "date", 0),
    ("职工数", "whole", 0),
]


def rows(count, name="兴县示例职业中学工会委员会"):
    return [[str(n + 1), name, "81141123MC2851987Y", "2021-09-01", f"{n * 7:,}"] for n in range(count)]


def sheets(fonts, data, columns=COLUMNS, **how):
    made = roster("基层工会组织台账", columns, data, fonts=fonts, **{"printed": "2026年11月23日", **how})
    return read_pdf(pdf_bytes(made.pages, fonts=fonts, title="台账", fixed_date=NOON))


@pytest.fixture(scope="module")
def long(fonts):
    return sheets(fonts, rows(100))


def test_the_paper_lies_on_its_side(long):
    assert (round(long[0].width), round(long[0].height)) == (297, 210)


def test_every_row_is_printed_once(long):
    assert sum(sheet.text.count("兴县示例职业中学工会委员会") for sheet in long) == 100


def test_the_header_stands_on_every_page(long):
    assert all("工会名称" in sheet.text for sheet in long)


def test_every_page_says_which_of_how_many_it_is(long):
    assert [f"第{n}页共{len(long)}页" in sheet.text for n, sheet in enumerate(long, 1)] == [True] * len(long)


def test_the_title_stands_in_the_middle_of_the_first_page(long):
    title = long[0].find("基层工会组织台账")
    assert (title[0].x + title[-1].x + title[-1].size / MM) / 2 == pytest.approx(297 / 2, abs=0.1)


def test_the_date_the_number_of_rows_and_the_choice_are_said(fonts):
    text = sheets(fonts, rows(3), note="任期届满")[0].text
    assert all(words in text for words in ("打印日期：2026年11月23日", "共3条", "任期届满"))


def test_nothing_stands_outside_the_margins(long):
    for sheet in long:
        assert all(15 <= char.x <= 297 - 15 and 10 <= char.y <= 205 for char in sheet.chars)


def test_numbers_end_at_the_right_edge_of_their_column(long):
    sheet = long[0]
    ends = {round(row[-1].x, 1) for row in sheet.rows(sheet.find("81141123")[0].size) if row[-1].text.isdigit()}
    assert len(ends) == 1


def test_codes_are_centred_in_their_column(long):
    head, code = long[0].find("信用代码"), long[0].find("81141123MC2851987Y")
    middle = (head[0].x + head[-1].x + head[-1].size / MM) / 2
    assert (code[0].x + code[-1].x + 0.722 * code[-1].size / MM) / 2 == pytest.approx(middle, abs=0.1)


def test_a_long_text_goes_on_in_its_cell(fonts):
    name = "兴县蔚汾镇示例新材料产业园区工业企业工会联合会" * 6
    sheet = sheets(fonts, rows(1, name))[0]
    cell = [char for char in sheet.chars if char.text in name and char.size < 11]
    assert len({round(char.y, 1) for char in cell}) > 2
    assert "".join(char.text for char in cell).count("产业园区") >= 5


def test_line_breaks_in_a_cell_are_kept(fonts):
    sheet = sheets(fonts, rows(1, "甲\n\n乙"))[0]
    assert sheet.find("甲")[0].y < sheet.find("乙")[0].y


def test_a_word_is_not_cut_while_smaller_type_can_save_it(fonts):
    columns = [(f"代码{n}", "credit_code", 0) for n in range(9)]
    sheet = sheets(fonts, [["81141123MC2851987Y"] * 9], columns)[0]
    codes = [char for char in sheet.chars if char.text == "Y"]
    assert len(codes) == 9
    assert len({round(char.y, 2) for char in codes}) == 1
    assert codes[0].size < 10.5


def test_a_roster_of_nothing_is_one_page_with_its_header(fonts):
    (sheet,) = sheets(fonts, [])
    assert "工会名称" in sheet.text
    assert "共0条" in sheet.text


def test_a_row_higher_than_the_paper_goes_on_on_the_next_page(fonts):
    remark = "".join(f"第{n}句备注说得很长。" for n in range(3000))
    data = [*rows(3), ["4", remark, "", "", ""], *rows(2)]
    made = sheets(fonts, data)
    assert "".join(sheet.text for sheet in made).count("句备注说得很长。") > 2500  # a sentence may be broken in two
    assert all(f"第{n}页共{len(made)}页" in sheet.text for n, sheet in enumerate(made, 1))
    assert len(made) > 2


def test_no_row_is_printed_over_the_foot(fonts):
    made = roster("台账", COLUMNS, [["1", "备注很长。" * 4000, "", "", ""]], fonts=fonts)
    for page in made.pages:
        texts = [op for op in page.strokes() if isinstance(op, Glyphs) and "很长" in op.text]
        assert max(op.y for op in texts) < page.height - FOOT


def test_rare_names_are_drawn_by_the_font_that_has_them(fonts):
    assert "Rare" in sheets(fonts, rows(1, "郭𡋾、提·艾工会"))[0].find("𡋾")[0].font


def test_a_missing_character_is_named(fonts):
    made = roster("台账", COLUMNS, rows(1, "\U000f0000工会"), fonts=fonts)
    assert ["U+F0000" in problem.sentence for problem in made.problems] == [True]


def test_a_roster_without_faults_has_no_problems(fonts):
    assert roster("台账", COLUMNS, rows(1), fonts=fonts).problems == []


@pytest.mark.parametrize("weights", [(0, 0, 0, 0, 0), (0, 3, 0, 0, 1)])
def test_the_columns_fill_the_paper(fonts, weights):
    columns = [(label, kind, weight) for (label, kind, _), weight in zip(COLUMNS, weights, strict=True)]
    assert sheets(fonts, rows(1), columns)[0].rules[0].width == pytest.approx(267, abs=0.1)
