"""署名 of several unions in a Word file (联合行文): where they are printed, the date under the last."""

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Length

from tests.paper.word.readback import word
from tests.paper.word.test_official import paper
from xunion_desktop.paper.document import Sign
from xunion_desktop.paper.measures import MM
from xunion_desktop.paper.pages import Glyphs
from xunion_desktop.paper.typeset import typeset
from xunion_desktop.paper.word.paragraph import LINE

NAMES = tuple(f"兴县示例第{n}局" for n in "一二三四五六七八九甲乙丙丁戊己庚辛壬癸子")
DATE = "2026年11月24日"
LEFT, CELL = 28.0, 156 / 28


def signs(count, *, seal=True):
    return tuple(Sign(name, DATE, seal=seal) for name in NAMES[:count])


def mm(twips):
    return Length(int(twips) * 635).mm


@pytest.fixture(scope="module")
def table(fonts):
    """The names of so many, as the table of a Word file."""

    def made(count):
        return word(paper(*signs(count)), fonts).file.tables[0]

    return made


def middles(table):
    """Where the middles of the columns stand, from the left edge of the paper."""
    properties = table._tbl.tblPr
    left = LEFT + mm(properties.find(qn("w:tblInd")).get(qn("w:w")))
    width = mm(table._tbl.tblGrid.gridCol_lst[0].get(qn("w:w")))
    return [left + (place + 0.5) * width for place in range(len(table.columns))]


def printed_middle(fonts, document, text):
    for page in typeset(document, fonts).pages:
        for op in page.strokes():
            if isinstance(op, Glyphs) and op.text == text:
                return (op.xs[0] + op.xs[-1] + 16 / MM) / 2
    raise LookupError(text)


@pytest.mark.parametrize("count", [2, 3, 6])
def test_the_names_stand_in_the_columns_of_the_print(fonts, table, count):
    here = [printed_middle(fonts, paper(*signs(count)), name) for name in NAMES[:count][:3]]
    assert middles(table(count)) == pytest.approx(here, abs=0.3)


def test_the_date_stands_under_the_last_name_in_the_middle(table):
    name, date = table(3).rows[-1].cells[2].paragraphs
    assert (name.text, date.text) == (NAMES[2], DATE)
    assert date.alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_without_seals_the_date_stands_where_it_is_printed(fonts):
    document = paper(*signs(3, seal=False))
    right = int(word(document, fonts).find(DATE)._element.pPr.find(qn("w:ind")).get(qn("w:rightChars"))) / 100
    drawn = [op for page in typeset(document, fonts).pages for op in page.strokes() if isinstance(op, Glyphs)]
    end = max(op.xs[-1] for op in drawn if op.text == "日")
    assert 184 - right * CELL == pytest.approx(end + 16 / MM, abs=0.3)


def test_a_row_that_is_not_full_ends_over_the_date(table):
    assert [cell.paragraphs[0].text for cell in table(5).rows[1].cells] == ["", *NAMES[3:5]]


def test_a_long_name_is_broken_by_sense_and_its_last_line_stands_in_the_row(fonts):
    long = Sign("兴县人力资源和社会保障局", DATE)
    cell = word(paper(*signs(2), long), fonts).file.tables[0].rows[0].cells[2]
    assert cell.paragraphs[0].text == "兴县人力资源\n和社会保障局"
    assert cell._tc.tcPr.find(qn("w:vAlign")).get(qn("w:val")) == "bottom"


def test_two_rows_of_names_stand_a_seal_apart(table):
    second = table(6).rows[1].cells[0].paragraphs[0].paragraph_format
    assert second.space_before.mm + LINE / MM == pytest.approx(45, abs=0.1)


def test_more_rows_than_a_page_has_are_not_kept_together(table):
    assert not any(row.cells[2].paragraphs[0].paragraph_format.keep_with_next for row in table(20).rows)


def test_rows_that_go_on_a_page_are_kept_together(table):
    first, second = (row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table(6).rows)
    assert (first, second) == (True, None)
