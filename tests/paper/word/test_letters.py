"""A letter as a Word file: page, grid, faces, sizes, head, signature, footers (GB/T 9704; print.md §2.1)."""

import io
import zipfile
from dataclasses import replace

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn

from tests.paper.proofs import NOON, REMINDER, reminder
from tests.paper.word.readback import Look, mm, word
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.paper.document import Address, Corner, Number, Sign, Text
from xunion_desktop.paper.word.writing import save_word, word_bytes


@pytest.fixture(scope="module")
def letter(fonts):
    return word(reminder(Text("一、抓紧筹备"), Text("（一）明确责任。由主席负责。"), Text("专此函达。")), fonts)


def test_the_paper_is_a4(letter):
    assert (mm(letter.section.page_width), mm(letter.section.page_height)) == (210, 297)


def test_the_margins_leave_the_text_area_of_156_by_225(letter):
    section = letter.section
    sides = (section.top_margin, section.left_margin, section.right_margin, section.bottom_margin)
    assert [mm(side) for side in sides] == [37, 28, 26, 35]


def test_the_grid_is_22_rows_of_28_characters(letter):
    grid = letter.grid()
    cell = 16 + int(grid["charSpace"]) / 4096
    assert grid["type"] == "linesAndChars"
    assert int(grid["linePitch"]) == 579  # 580 would leave room for 21
    assert 442.2 // cell == 28


def test_a_character_with_its_space_goes_28_times_into_the_line(letter):
    spacing = letter.file.styles["Normal"]._element.rPr.find(qn("w:spacing"))
    assert 28 * (16 + int(spacing.get(qn("w:val"))) / 20) < 441  # LibreOffice leaves 28 cells of 15.75 to the text


def test_the_body_is_fangsong_of_size_three(letter):
    assert letter.look(letter.find("专此函达")) == Look("仿宋_GB2312", "Times New Roman", 16)


def test_the_title_is_xiaobiaosong_of_size_two(letter):
    assert letter.look(letter.find("关于按期做好")) == Look("方正小标宋简体", "Times New Roman", 22)


def test_the_title_stands_in_the_lines_of_the_print(letter):
    assert letter.find("关于按期做好").text == "关于按期做好工会委员会\n换届选举工作的函"


def test_a_heading_is_hei_and_in_the_navigation(letter):
    heading = letter.find("抓紧筹备")
    assert (heading.style.name, letter.look(heading).face) == ("一级标题", "黑体")
    assert heading.style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == "0"


def test_the_heading_that_begins_a_paragraph_is_kai_up_to_its_full_stop(letter):
    paragraph = letter.find("明确责任")
    assert [run.text for run in paragraph.runs] == ["（一）明确责任。", "由主席负责。"]
    assert [letter.look(paragraph, run).face for run in (0, 1)] == ["楷体_GB2312", "仿宋_GB2312"]


def test_every_paragraph_has_a_style_with_a_chinese_name(letter):
    assert {paragraph.style.name for paragraph in letter.paragraphs} == {
        "发文字号",
        "公文标题",
        "主送机关",
        "一级标题",
        "正文段落",
        "署名",
        "成文日期",
        "附注",
    }


def test_rows_are_exactly_as_high_as_the_grid(letter):
    form = letter.file.styles["Normal"].paragraph_format
    assert form.line_spacing_rule == WD_LINE_SPACING.EXACTLY
    assert form.line_spacing.pt == pytest.approx(28.95)


def test_a_paragraph_begins_two_characters_in(letter):
    indent = letter.file.styles["正文段落"].element.pPr.find(qn("w:ind"))
    assert indent.get(qn("w:firstLineChars")) == "200"


def test_no_space_is_added_between_han_and_digits(letter):
    form = letter.file.styles["Normal"].element.pPr
    assert [form.find(qn(f"w:{name}")).get(qn("w:val")) for name in ("autoSpaceDE", "autoSpaceDN")] == ["0", "0"]


def test_the_widow_control_that_would_break_22_rows_is_off(letter):
    assert letter.file.styles["Normal"].paragraph_format.widow_control is False


def test_the_number_stands_at_the_right(letter):
    assert letter.find("兴工函〔2026〕38号").alignment == WD_ALIGN_PARAGRAPH.RIGHT


def test_a_number_not_yet_given_leaves_its_place_empty(fonts):
    read = word(reminder(Number("兴工函〔2026〕38号", provisional=True)), fonts)
    assert [paragraph.text for paragraph in read.paragraphs if paragraph.style.name == "发文字号"] == [""]


def test_corner_items_of_a_letter_stand_at_the_left_of_its_number(fonts):
    read = word(replace(REMINDER, blocks=(*REMINDER.blocks, Corner("000128", "机密★1年"))), fonts)
    lines = [paragraph.text for paragraph in read.paragraphs if paragraph.style.name == "版头"]
    assert lines == ["000128\t兴工函〔2026〕38号", "机密★1年"]


def test_the_mark_stands_in_the_header_of_the_first_page(letter):
    assert letter.section.different_first_page_header_footer
    mark = letter.section.first_page_header.paragraphs[0]
    assert (mark.text, letter.look(mark).face, letter.look(mark).size) == ("兴县总工会", "方正小标宋简体", 42)


def test_the_mark_and_its_rules_are_red(letter):
    mark, rule = letter.section.first_page_header.paragraphs
    assert mark.style.font.color.rgb is not None
    assert str(mark.style.font.color.rgb) == "FF0000"
    edges = rule._element.pPr.find(qn("w:pBdr"))
    assert [(edge.tag.split("}")[1], edge.get(qn("w:color"))) for edge in edges] == [
        ("top", "FF0000"),
        ("bottom", "FF0000"),
    ]


def test_the_upper_rule_is_thick_over_thin_and_the_lower_thin_over_thick(letter):
    def widths(paragraph):
        return [int(edge.get(qn("w:sz"))) for edge in paragraph._element.pPr.find(qn("w:pBdr"))]

    upper, lower = letter.section.first_page_header.paragraphs[1], letter.section.first_page_footer.paragraphs[0]
    assert widths(upper) == widths(lower)[::-1]
    assert widths(upper)[0] > widths(upper)[1]


def test_the_first_page_bears_no_number(letter):
    assert "PAGE" not in letter.section.first_page_footer._element.xml


@pytest.mark.parametrize(("footer", "side"), [("footer", "right"), ("even_page_footer", "left")])
def test_odd_pages_have_their_number_at_the_right_and_even_ones_at_the_left(letter, footer, side):
    paragraph = getattr(letter.section, footer).paragraphs[0]
    assert letter.file.settings.odd_and_even_pages_header_footer
    assert 'w:instr="PAGE"' in paragraph._element.xml
    assert paragraph.alignment == {"right": WD_ALIGN_PARAGRAPH.RIGHT, "left": WD_ALIGN_PARAGRAPH.LEFT}[side]
    assert paragraph.text.startswith("— ")


@pytest.mark.parametrize("footer", ["footer", "even_page_footer"])
def test_page_numbers_are_song_of_14_points_digits_and_all(letter, footer):
    paragraph = getattr(letter.section, footer).paragraphs[0]
    assert [letter.look(paragraph, run) for run in range(len(paragraph.runs))] == [
        Look("宋体", "宋体", 14)
    ] * 2  # the number has no look of its own


def test_the_date_ends_four_characters_from_the_edge(letter):
    indent = letter.find("2026年11月23日")._element.pPr.find(qn("w:ind"))
    assert indent.get(qn("w:rightChars")) == "400"


def test_the_name_is_centred_over_the_date(letter):
    name = next(paragraph for paragraph in letter.paragraphs if paragraph.style.name == "署名")
    left = int(name._element.pPr.find(qn("w:ind")).get(qn("w:leftChars"))) / 100
    date = 0.5 * len("20261123") + 3  # cells
    assert name.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert (left + 28) / 2 == pytest.approx(28 - 4 - date / 2)


def test_the_seal_has_room_above_the_name(letter):
    name = next(paragraph for paragraph in letter.paragraphs if paragraph.style.name == "署名")
    assert mm(name.paragraph_format.space_before) == pytest.approx(2 * 28.95 / 72 * 25.4, abs=0.1)


def test_without_a_seal_the_date_begins_two_characters_after_the_name(fonts):
    read = word(reminder(Sign("兴县总工会女职工委员会", "2026年11月23日", seal=False)), fonts)
    rights = [
        int(paragraph._element.pPr.find(qn("w:ind")).get(qn("w:rightChars"))) / 100
        for paragraph in read.paragraphs
        if paragraph.style.name in {"署名", "成文日期"}
    ]
    assert rights[0] == 2
    assert (11 + rights[0]) - (7 + rights[1]) == 2


def test_the_last_paragraph_stays_with_the_signature(letter):
    assert letter.find("专此函达").paragraph_format.keep_with_next


def test_a_rare_character_has_a_face_that_has_it(fonts):
    read = word(reminder(Address("郭𡋾同志：")), fonts)
    paragraph = read.find("郭𡋾")
    faces = [
        run._element.rPr.find(qn("w:rFonts")).get(qn("w:eastAsia"))
        for run in paragraph.runs
        if run._element.rPr is not None
    ]
    assert [run.text for run in paragraph.runs] == ["郭", "𡋾", "同志："]
    assert faces == ["SimSun-ExtB"]


def test_marks_of_xml_are_written_as_text(fonts):
    assert "见<甲>&“乙”项" in word(reminder(Text("见<甲>&“乙”项")), fonts).text


def test_other_names_of_the_faces_stand_in_the_font_table(letter):
    with zipfile.ZipFile(io.BytesIO(letter.data)) as package:
        table = package.read("word/fontTable.xml").decode()
    assert 'w:name="方正小标宋简体"><w:altName w:val="方正小标宋_GBK' in table


def test_a_clock_before_1980_keeps_no_file_from_being_made(fonts):
    made = word_bytes(reminder(Text("专此函达。")), fonts=fonts, author="兴县总工会", moment=NOON.replace(year=1979))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_says_who_and_what(letter):
    properties = letter.file.core_properties
    assert (properties.title, properties.author, properties.language) == ("换届提醒函", "兴县总工会", "zh-CN")
    assert properties.created == NOON


def test_nothing_of_the_empty_file_is_left(letter):
    with zipfile.ZipFile(io.BytesIO(letter.data)) as package:
        names = package.namelist()
    assert not [name for name in names if "thumbnail" in name or "Effects" in name]
    assert len(letter.data) < 20_000


def test_it_holds_no_text_box(letter):
    assert "txbx" not in letter.file.element.xml


def test_it_is_not_written_over_a_file_that_wps_has_open(fonts, tmp_path):
    (tmp_path / ".~函.docx").touch()
    with pytest.raises(Trouble, match="正在 WPS 中打开"):
        save_word(REMINDER, tmp_path / "函.docx", fonts=fonts)


def test_it_is_written_to_a_file(fonts, tmp_path):
    save_word(REMINDER, tmp_path / "函.docx", fonts=fonts)
    assert (tmp_path / "函.docx").read_bytes().startswith(b"PK")
