"""文件, 上行文, 联合行文 and 纪要 as Word files: the red head where it is printed, version record, page numbers."""

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.paper.word.readback import mm, word
from xunion_desktop.paper.document import (
    Address,
    Annex,
    Corner,
    Document,
    Imprint,
    Mark,
    Number,
    Present,
    Sign,
    Signer,
    Text,
    Title,
)
from xunion_desktop.paper.measures import MM
from xunion_desktop.paper.typeset import typeset
from xunion_desktop.paper.word.printed import Printed

UNION = (Mark("兴县总工会", "文件"),)
TITLE = "关于做好换届选举工作的通知"
RECORD = Imprint("县委办公室，县政府办公室", "兴县总工会办公室", "2026年11月24日")
SIGN = Sign("兴县总工会", "2026年11月24日")
LINE = "请你单位工会及时成立换届筹备组，经同级党组织同意后，向我会报送换届选举请示，并做好各项准备工作。"


def paper(*blocks, kind="official", marks=UNION, lines=3):
    texts = tuple(Text(LINE) for _ in range(lines))
    head = (*marks, Number("兴工发〔2026〕38号"), *(block for block in blocks if isinstance(block, Signer | Corner)))
    rest = tuple(block for block in blocks if not isinstance(block, Signer | Corner))
    return Document(kind, "通知", (*head, Title(TITLE), Address("各基层工会："), *texts, *rest))


def ends(paragraphs, sections=0.0):
    """Where each paragraph's first baseline stands on the page, in mm: what Word adds up."""
    y, found = 37.0 + sections, {}
    for paragraph in paragraphs:
        form = paragraph.paragraph_format
        style = paragraph.style.paragraph_format
        height = (form.line_spacing or style.line_spacing).pt / MM
        before = form.space_before.mm if form.space_before else 0.0
        found[paragraph.text] = y + before + 0.8 * height
        lines = paragraph.text.count("\n") + 1
        y += before + height * lines
        border = paragraph._element.pPr.find(qn("w:pBdr")) if paragraph._element.pPr is not None else None
        if border is not None:
            rule = border[0]
            y += (int(rule.get(qn("w:space"))) + int(rule.get(qn("w:sz"))) / 8) / MM
    return found


@pytest.fixture(scope="module")
def notice(fonts):
    return word(paper(SIGN, RECORD), fonts)


def printed(document, fonts):
    return Printed(typeset(document, fonts).pages[0])


@pytest.mark.parametrize(
    "words", ["兴县总工会文件", "兴工发〔2026〕38号", "关于做好换届选举工作的通知", "各基层工会："]
)
def test_the_head_stands_where_it_is_printed(notice, fonts, words):
    row = printed(paper(SIGN, RECORD), fonts).row(words)
    assert ends(notice.paragraphs)[words] == pytest.approx(row.y, abs=0.6)


def test_the_mark_is_red_and_as_large_as_in_print(notice, fonts):
    mark = notice.find("兴县总工会文件")
    assert mark.style.name == "发文机关标志"
    assert mark.runs[0].font.size.pt == pytest.approx(printed(paper(SIGN), fonts).red()[0].size, abs=0.5)


def test_the_mark_has_room_over_both_edges(notice):
    indent = notice.find("兴县总工会文件")._element.pPr.find(qn("w:ind"))
    assert (indent.get(qn("w:leftChars")), indent.get(qn("w:rightChars"))) == ("-100", "-100")


def test_the_red_rule_stands_under_the_number_as_wide_as_the_text(notice):
    form = notice.find("38号")._element.pPr
    rule, indent = form.find(qn("w:pBdr"))[0], form.find(qn("w:ind"))
    assert (rule.tag, rule.get(qn("w:color"))) == (qn("w:bottom"), "FF0000")
    assert int(rule.get(qn("w:sz"))) / 8 / MM == pytest.approx(0.5, abs=0.05)
    assert (indent.get(qn("w:left")), indent.get(qn("w:right"))) == ("0", "0")


def test_every_page_of_a_notice_is_numbered(notice):
    assert not notice.section.different_first_page_header_footer
    assert 'w:instr="PAGE"' in notice.section.footer._element.xml


def test_corner_items_stand_at_the_upper_left(fonts):
    read = word(paper(Corner("000128", "机密★1年", "特急"), SIGN), fonts)
    corner = [paragraph for paragraph in read.paragraphs if paragraph.style.name == "版头"]
    assert [paragraph.text for paragraph in corner] == ["000128", "机密★1年", "特急"]
    assert [read.look(paragraph).face for paragraph in corner] == ["仿宋_GB2312", "黑体", "黑体"]
    assert ends(read.paragraphs)["兴县总工会文件"] == pytest.approx(
        printed(paper(Corner("000128", "机密★1年", "特急"), SIGN), fonts).red()[0].y, abs=0.6
    )


@pytest.fixture(scope="module")
def request_upward(fonts):
    return word(paper(Signer("王海燕"), SIGN), fonts)


def test_whoever_signs_stands_beside_the_number(request_upward):
    line = request_upward.find("签发人")
    assert line.text == "　兴工发〔2026〕38号\t签发人：王海燕"


def test_the_name_of_whoever_signs_is_kai(request_upward):
    line = request_upward.find("签发人")
    assert request_upward.look(line, 1).face == "楷体_GB2312"


def test_names_in_several_rows_have_the_number_beside_the_last(fonts):
    lines = [
        paragraph.text
        for paragraph in word(paper(*map(Signer, ("王海燕", "李建平", "张海龙")), SIGN), fonts).paragraphs
        if paragraph.style.name == "发文字号"
    ]
    assert lines == ["\t签发人：王海燕　李建平", "　兴工发〔2026〕38号\t张海龙"]


JOINT = (Mark("兴县总工会", "文件"), Mark("兴县人力资源和社会保障局", "文件"), Mark("共青团兴县委员会", "文件"))
SIGNS = tuple(Sign(mark.text, "2026年11月24日") for mark in JOINT)


@pytest.fixture(scope="module")
def joint(fonts):
    return word(paper(*SIGNS, marks=JOINT), fonts)


def test_names_of_several_unions_stand_below_each_other_beside_the_word(joint):
    cells = joint.file.tables[0].rows[0].cells
    assert [[line.text for line in cell.paragraphs] for cell in cells] == [[mark.text for mark in JOINT], ["文件"]]


def test_the_shorter_name_is_spread_to_the_width_of_the_longest(joint):
    names = joint.file.tables[0].rows[0].cells[0].paragraphs
    widths = []
    for name in names:
        spacing = name.runs[0]._element.rPr.find(qn("w:spacing"))
        size = name.runs[0].font.size.pt
        step = size + (int(spacing.get(qn("w:val"))) / 20 if spacing is not None else 0)
        widths.append((len(name.text) - 1) * step + size)
    assert max(widths) - min(widths) < 2  # points


def test_a_name_with_a_digit_is_one_line_of_the_mark(fonts):
    marks = tuple(Mark(f"兴县第{number}示例管理局", "文件") for number in range(1, 4))
    read = word(paper(SIGN, marks=marks), fonts)
    names, beside = read.file.tables[0].rows[0].cells
    assert names.text == "\n".join(mark.text for mark in marks)
    assert beside.text == "文件"
    red = Printed(typeset(paper(SIGN, marks=marks), fonts).pages[0]).red()
    assert [run.text for run in red] == [*(mark.text for mark in marks), "文件"]


def test_the_names_stand_where_they_are_printed(joint, fonts):
    first = joint.file.tables[0].rows[0].cells[0].paragraphs[0]
    row = printed(paper(*SIGNS, marks=JOINT), fonts).red()[0]
    assert ends([first])["兴县总工会"] == pytest.approx(row.y, abs=0.6)


@pytest.fixture(scope="module")
def minutes(fonts):
    mark = (Mark("兴县总工会主席办公会议纪要"),)
    return word(paper(Present("出席", ("王海燕　李建平",)), SIGN, RECORD, kind="minutes", marks=mark), fonts)


def test_minutes_say_in_their_head_who_issued_them_and_when(minutes):
    line = minutes.find("2026年11月24日")
    assert line.text == "　兴县总工会\t2026年11月24日"
    assert line._element.pPr.find(qn("w:pBdr")) is not None


def test_minutes_are_not_signed_at_their_end(minutes):
    assert not [paragraph for paragraph in minutes.paragraphs if paragraph.style.name in {"署名", "成文日期"}]


def test_the_text_of_minutes_is_kept_with_the_list_of_those_present(minutes):
    listed = next(place for place, one in enumerate(minutes.paragraphs) if one.text.startswith("出席："))
    assert minutes.paragraphs[listed - 1].paragraph_format.keep_with_next


def record_of(read):
    """The paragraphs after the text, and what is written in the version record."""
    table = read.file.tables[-1]
    lines = [paragraph.text for paragraph in table.rows[0].cells[0].paragraphs]
    return table, lines


def with_record(fonts, pages):
    """A paper whose version record takes so many pages more."""
    for lines in range(1, 30):
        whole, without = paper(SIGN, RECORD, lines=lines), paper(SIGN, lines=lines)
        if len(typeset(whole, fonts).pages) - len(typeset(without, fonts).pages) == pages:
            return word(whole, fonts)
    raise AssertionError("no such paper")


def test_a_paper_that_ends_on_an_odd_page_has_its_record_on_the_next(fonts):
    read = with_record(fonts, 1)
    table, lines = record_of(read)
    before, after = (Paragraph(found, read.file) for found in (table._tbl.getprevious(), table._tbl.getnext()))
    assert lines == ["抄送：县委办公室，县政府办公室。"]
    assert (before.text, before.paragraph_format.page_break_before, after.text) == ("", True, "")
    assert len(read.file.sections) == 1


def test_a_paper_that_ends_on_an_even_page_has_its_record_there(fonts):
    read = with_record(fonts, 0)
    table, _ = record_of(read)
    assert Paragraph(table._tbl.getprevious(), read.file).style.name == "成文日期"


def test_no_words_come_after_the_record(fonts):
    """LibreOffice leaves it where it stands in the text."""
    read = word(paper(SIGN, Annex(0, "参评名单", (Text("王海燕"),)), RECORD), fonts)
    table, _ = record_of(read)
    after = Paragraph(table._tbl.getnext(), read.file)
    assert (after.text, after.paragraph_format.line_spacing.pt) == ("", 1)


def test_a_blank_page_before_the_record_and_its_own_bear_no_number(fonts):
    first, last = with_record(fonts, 2).file.sections
    assert 'w:instr="PAGE"' in first.footer._element.xml
    assert "PAGE" not in last.footer._element.xml + last.even_page_footer._element.xml


def test_attachments_stand_between_the_signature_and_the_record(fonts):
    read = word(paper(SIGN, Annex(0, "参评名单", (Text("王海燕"),)), RECORD), fonts)
    styles = [paragraph.style.name for paragraph in read.paragraphs]
    assert styles[styles.index("成文日期") :][:3] == ["成文日期", "附件标记", "附件标题"]


def test_the_number_is_in_the_middle(notice):
    assert notice.file.styles["发文字号"].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_the_footer_ends_where_the_lower_rule_of_a_letter_would(notice):
    assert mm(notice.section.footer_distance) == pytest.approx(18.4, abs=0.1)
