"""信函 (DC-20), measured in the PDF itself: every point within one millimetre of the standard, most within a tenth."""

from itertools import pairwise

import pytest
from fontTools.ttLib import TTFont

from tests.paper.proofs import REMINDER, body, proof, reminder
from xunion_desktop.paper.document import Address, Mark, Number, Sign, Text, Title
from xunion_desktop.paper.measures import MM

CELL = 156 / 28
EM = 16 / MM
LEADING = (225 - EM) / 21
SEVEN_EIGHTHS = 15.75 / MM * 7 / 8
LONG_TITLE = "关于同意成立兴县示例职业中学工会委员会、经费审查委员会和女职工委员会的批复"


@pytest.fixture(scope="module")
def page(fonts):
    return proof(REMINDER, fonts)[0]


@pytest.fixture(scope="module")
def two_pages(fonts):
    return proof(reminder(body(24)), fonts)


def ink(text, chars, fonts):
    """Top and bottom of the ink of these characters."""
    font = TTFont(fonts.path("biaosong"))
    glyphs = [font["glyf"][font.getBestCmap()[ord(char)]] for char in text]
    scale = chars[0].size / MM / font["head"].unitsPerEm
    return chars[0].y - max(g.yMax for g in glyphs) * scale, chars[0].y - min(g.yMin for g in glyphs) * scale


def test_the_paper_is_a4(page):
    assert (round(page.width, 1), round(page.height, 1)) == (210.0, 297.0)


def test_the_mark_begins_30_mm_below_the_edge_of_the_paper(page, fonts):
    assert ink("兴县总工会", page.find("兴县总工会"), fonts)[0] == pytest.approx(30, abs=0.05)


def test_the_mark_is_in_the_middle(page):
    first, *_, last = page.find("兴县总工会")
    assert (first.x + last.x + last.size / MM) / 2 == pytest.approx(105, abs=0.1)


def test_the_mark_is_set_in_xiaobiaosong(page):
    assert "Biaosong" in page.find("兴县总工会")[0].font


@pytest.mark.parametrize(
    "name", ["兴县总工会", "吕梁市兴县经济技术开发区总工会", "兴县蔚汾镇示例新材料产业园区工业企业工会联合会"]
)
def test_a_mark_of_any_length_is_no_wider_than_the_text_area(fonts, name):
    chars = proof(reminder(Mark(name)), fonts)[0].find(name)
    assert chars[-1].x + chars[-1].size / MM - chars[0].x <= 156.1
    assert ink(name, chars, fonts)[0] == pytest.approx(30, abs=0.05)


def test_the_upper_double_rule_stands_4_mm_below_the_mark(page, fonts):
    assert page.rules[0].top - ink("兴县总工会", page.find("兴县总工会"), fonts)[1] == pytest.approx(4, abs=0.05)


def test_the_upper_double_rule_is_thick_above_thin(page):
    assert page.rules[0].height > 2 * page.rules[1].height


def test_the_lower_double_rule_is_thin_above_thick(page):
    assert page.rules[3].height > 2 * page.rules[2].height


def test_the_lower_double_rule_stands_20_mm_above_the_edge_of_the_paper(page):
    assert page.rules[2].top == pytest.approx(277, abs=0.9)
    assert page.rules[3].bottom == pytest.approx(277, abs=0.9)


def test_all_four_rules_are_170_mm_long_and_in_the_middle(page):
    assert [(round(rule.x, 2), round(rule.width, 2)) for rule in page.rules] == [(20, 170)] * 4


def test_the_number_ends_at_the_right_edge_of_the_text_area(page):
    last = page.find("兴工函〔2026〕38号")[-1]
    assert last.x + EM == pytest.approx(184, abs=0.1)


def test_the_number_stands_seven_eighths_of_a_character_below_the_rule(page):
    assert page.find("兴工函")[0].top - page.rules[1].bottom == pytest.approx(SEVEN_EIGHTHS, abs=0.1)


def test_the_title_stands_two_lines_below_the_number(page):
    gap = page.find("关于按期")[0].top - page.find("兴工函")[0].bottom
    assert gap == pytest.approx(2 * LEADING, abs=0.7)


@pytest.mark.parametrize("title", ["关于换届的函", "关于按期做好工会委员会换届选举工作的函", LONG_TITLE])
def test_the_address_stands_one_blank_line_below_a_title_of_any_length(fonts, title):
    sheet = proof(reminder(Title(title)), fonts)[0]
    address = sheet.find("兴县示例职业中学工会委员会：")
    assert address[0].top - sheet.rows(22.0)[-1][0].bottom == pytest.approx(LEADING, abs=0.7)


@pytest.mark.parametrize("title", ["关于换届的函", "关于按期做好工会委员会换届选举工作的函", LONG_TITLE])
def test_each_line_of_the_title_is_in_the_middle(fonts, title):
    for row in proof(reminder(Title(title)), fonts)[0].rows(22.0):
        assert (row[0].x + row[-1].x + 22 / MM) / 2 == pytest.approx(106, abs=0.1)


def test_the_title_is_set_in_xiaobiaosong_of_22_points(page):
    char = page.find("关于按期")[0]
    assert ("Biaosong" in char.font, char.size) == (True, 22)


def test_the_address_begins_at_the_left_edge(page):
    assert page.find("兴县示例职业")[0].x == pytest.approx(28, abs=0.1)


def test_a_second_line_of_the_address_begins_at_the_left_edge_too(fonts):
    sheet = proof(reminder(Address("各乡镇总工会、" * 5 + "各企业工会：")), fonts)[0]
    rows = [row for row in sheet.rows() if row[0].text == "各" or row[-1].text == "："]
    assert [row[0].x for row in rows] == pytest.approx([28, 28], abs=0.1)


def test_a_paragraph_begins_two_characters_in(page):
    assert page.find("你单位")[0].x == pytest.approx(28 + 2 * CELL, abs=0.1)


def test_the_body_is_set_in_fangsong_of_16_points(page):
    char = page.find("你单位")[0]
    assert ("Fangsong" in char.font, char.size) == (True, 16)


def test_digits_are_set_in_the_latin_face(page):
    assert "LiberationSerif" in page.find("2021年9月")[0].font


def test_full_lines_reach_the_right_edge(page):
    row = next(row for row in page.rows() if row[0].text == "根")
    assert row[-1].x + EM == pytest.approx(184, abs=0.1)


def test_the_rows_stand_29_607_points_apart(page):
    rows = [row[0].y for row in page.rows() if 110 < row[0].y < 200]
    steps = [after - before for before, after in pairwise(rows)]
    assert steps == pytest.approx([29.607 / MM] * len(steps), abs=0.01)


def test_the_first_page_holds_a_23rd_row(two_pages):
    last = two_pages[0].rows()[-1][0]
    assert last.top == pytest.approx(37 + 22 * LEADING, abs=0.1)


def test_the_23rd_row_stands_seven_eighths_of_a_character_above_the_lower_rule(two_pages):
    assert two_pages[0].rules[2].top - two_pages[0].rows()[-1][0].bottom == pytest.approx(SEVEN_EIGHTHS, abs=1)


def test_a_later_page_begins_at_the_top_of_the_text_area(two_pages):
    assert two_pages[1].rows()[0][0].top == pytest.approx(37, abs=0.1)


def test_a_later_page_has_no_rules_and_no_mark(two_pages):
    assert two_pages[1].rules == []
    assert all("Biaosong" not in char.font for char in two_pages[1].chars)


def test_a_full_later_page_ends_at_the_foot_of_the_text_area(fonts):
    rows = proof(reminder(body(40)), fonts)[1].rows()
    assert len(rows) == 22
    assert rows[-1][0].bottom == pytest.approx(262, abs=0.1)


def test_the_first_page_shows_no_page_number(two_pages):
    assert two_pages[0].rows(14.0) == []


def test_an_even_page_has_its_number_one_character_in_from_the_left(two_pages):
    number = two_pages[1].rows(14.0)[0]
    assert "".join(char.text for char in number) == "—2—"
    assert number[0].x == pytest.approx(28 + CELL, abs=0.5)


def test_an_odd_page_has_its_number_one_character_in_from_the_right(fonts):
    number = proof(reminder(body(50)), fonts)[2].rows(14.0)[0]
    assert number[-1].x + 14 / MM == pytest.approx(184 - CELL, abs=0.5)


def test_the_dashes_of_the_number_stand_7_mm_below_the_text_area(two_pages, fonts):
    font = TTFont(fonts.path("song"))
    glyph = font["glyf"][font.getBestCmap()[ord("—")]]
    middle = two_pages[1].rows(14.0)[0][0].y - (glyph.yMin + glyph.yMax) / 2000 * 14 / MM
    assert middle == pytest.approx(269, abs=0.1)


def test_a_letter_without_number_keeps_the_place_of_the_number(fonts, page):
    sheet = proof(reminder(Number("")), fonts)[0]
    assert "号" not in sheet.text
    assert sheet.find("关于按期")[0].y == pytest.approx(page.find("关于按期")[0].y)


def test_a_provisional_number_is_not_printed(fonts):
    sheet = proof(reminder(Number("兴工函〔2026〕38号", provisional=True)), fonts)[0]
    assert "拟" not in sheet.text
    assert "〔" not in sheet.text


def test_headings_are_set_in_their_faces(fonts):
    sheet = proof(reminder(Text("一、总体要求"), Text("（一）摸清底数。各单位要逐项核对。")), fonts)[0]
    assert "Hei" in sheet.find("总体")[0].font
    assert "Kai" in sheet.find("摸清")[0].font
    assert "Fangsong" in sheet.find("逐项")[0].font


def test_two_lines_of_the_body_stay_with_the_signature(fonts):
    counts = range(10, 19)
    for sheets in (proof(reminder(body(count)), fonts) for count in counts):
        signed = next(sheet for sheet in sheets if "2026年11月23日" in sheet.text)
        assert sum(row[0].text == "县" for row in signed.rows()) >= 2


def test_a_letter_without_signature_ends_with_its_text(fonts):
    sheets = proof(reminder(without=(Sign,)), fonts)
    assert "2026年11月23日" not in sheets[0].text
