"""The parts of an official paper as paragraphs of Word: attachments, lists of people, signatures, version record."""

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from xunion_desktop.paper.document import Annex, Attachments, Document, Imprint, Present, Sign, Text
from xunion_desktop.paper.word.body import annex, paragraphs
from xunion_desktop.paper.word.faces import fonts
from xunion_desktop.paper.word.package import element_of
from xunion_desktop.paper.word.styles import TEXT, TO
from xunion_desktop.paper.word.tail import imprint, tail


def read(xml):
    """The element as python-docx knows it."""
    return element_of(xml)


def texts(block):
    return [paragraph.xml() for paragraph in paragraphs(block)]


def said(xml):
    return Paragraph(read(xml), docx.Document()).text


def indents(xml):
    """Left and first-line indent in characters."""
    found = read(xml).pPr.find(qn("w:ind"))
    left, hanging = found.get(qn("w:leftChars")), found.get(qn("w:hangingChars"))
    return int(left) / 100, -int(hanging) / 100


def test_what_follows_the_wishes_begins_at_the_left_edge():
    styles = [read(texts(Text("敬礼！", flush))[0]).pPr.pStyle.val for flush in (True, False)]
    assert styles == [TO, TEXT]


def test_one_attachment_has_no_number():
    xml = texts(Attachments(("参评名单",)))[0]
    assert (said(xml), indents(xml)) == ("附件：参评名单", (5, -3))


def test_several_attachments_are_numbered_and_aligned_by_their_names():
    lines = texts(Attachments(("参评名单", "评分表")))
    assert [said(xml) for xml in lines] == ["附件：1.参评名单", "2.评分表"]
    assert [indents(xml) for xml in lines] == [(6, -4), (6, -1)]


def test_people_who_were_there_stand_behind_their_label():
    first, second = texts(Present("出席", ("王海燕　李建平", "张海龙")))
    assert (said(first), indents(first)) == ("出席：王海燕　李建平", (5, -3))
    assert said(second) == "张海龙"


def test_a_name_is_not_broken_between_two_lines():
    first = texts(Present("出席", ("王海燕　李建平　张海龙　高月娥　欧阳示例　白宏伟　冯晓霞",)))[0]
    assert said(first) == "出席：王海燕　李建平　张海龙　高月娥　欧阳示例\n白宏伟　冯晓霞"


def space_before(xml):
    found = read(xml).pPr.find(qn("w:spacing"))
    return 0 if found is None else int(found.get(qn("w:before"))) / 20


def test_a_blank_row_stands_only_before_the_first_list_of_people():
    """GB/T 9704-2012, 10.3."""
    first, second = Present("出席", ("王海燕",)), Present("请假", ("李建平",))
    made = [next(paragraphs(first)).xml(), next(paragraphs(second, first)).xml()]
    assert [space_before(xml) for xml in made] == [28.95, 0]


def test_a_list_of_people_is_kept_together():
    made = texts(Present("列席", ("王海燕", "李建平", "张海龙")))
    assert ["keepNext" in xml for xml in made] == [True, True, False]


def test_the_label_of_those_present_is_hei():
    runs = read(texts(Present("出席", ("王海燕",)))[0]).findall(qn("w:r"))
    assert runs[0].rPr.find(qn("w:rFonts")).get(qn("w:eastAsia")) == "黑体"


@pytest.fixture
def attached():
    return [paragraph.xml() for paragraph in annex(Annex(1, "参评名单", (Text("王海燕"),)))]


def test_the_number_of_an_attachment_is_hei():
    """GB/T 9704-2012, 7.3.7: “附件” and its number; the digits of other faces stay in Times."""
    assert 'w:ascii="黑体"' in fonts("黑体")
    assert 'w:ascii="Times New Roman"' in fonts("仿宋")


def test_an_attachment_begins_a_page_with_its_number(attached):
    assert said(attached[0]) == "附件1"
    assert read(attached[0]).pPr.find(qn("w:pageBreakBefore")) is not None


def test_the_title_of_an_attachment_stands_on_the_third_row(attached):
    before = int(read(attached[1]).pPr.find(qn("w:spacing")).get(qn("w:before"))) / 20
    assert (said(attached[1]), before) == ("参评名单", 28.95)


def test_the_only_attachment_bears_no_number():
    assert said(next(annex(Annex(0, "参评名单", ()))).xml()) == "附件"


def joint(count):
    signs = tuple(Sign(f"示例{n}总工会", "2026年11月23日") for n in range(1, count + 1))
    return [read(xml) for xml in tail(Document("official", "通知", signs))]


@pytest.mark.parametrize(("unions", "rows"), [(2, [2]), (3, [3]), (4, [3, 3])])
def test_seals_of_several_unions_have_up_to_three_places_in_a_row(unions, rows):
    table = joint(unions)[0]
    assert [len(row.findall(qn("w:tc"))) for row in table.findall(qn("w:tr"))] == rows


def test_the_date_of_several_unions_stands_once_under_the_last_name():
    (table,) = joint(4)
    cells = [
        ["".join(text.text for text in line.iter(qn("w:t"))) for line in cell.iter(qn("w:p"))]
        for cell in table.iter(qn("w:tc"))
    ]
    assert cells[-1] == ["示例4总工会", "2026年11月23日"]
    assert sum("2026年11月23日" in lines for lines in cells) == 1


def test_unions_without_seals_stand_one_below_the_other_in_line_with_the_longest():
    signs = tuple(Sign(name, "2026年11月23日", seal=False) for name in ("兴县示例商会", "兴县示例科学技术局"))
    found = [read(xml) for xml in tail(Document("official", "通知", signs))]
    right = [int(element.pPr.find(qn("w:ind")).get(qn("w:rightChars"))) / 100 for element in found]
    assert [Paragraph(element, docx.Document()).text for element in found] == [
        "兴县示例商会",
        "兴县示例科学技术局",
        "2026年11月23日",
    ]
    assert right == [5, 2, 2]


RECORD = Imprint("县委办、县政府办", "兴县总工会办公室", "2026年11月23日")


@pytest.fixture
def record():
    return read(imprint(RECORD, ruled=True))


def test_the_version_record_hangs_at_the_foot_of_its_page(record):
    place = record.tblPr.find(qn("w:tblpPr"))
    assert (place.get(qn("w:vertAnchor")), place.get(qn("w:tblpYSpec"))) == ("margin", "bottom")


def test_its_outer_rules_are_thicker_than_the_one_within(record):
    rules = {rule.tag.split("}")[1]: int(rule.get(qn("w:sz"))) for rule in record.tblPr.find(qn("w:tblBorders"))}
    assert rules == {"top": 8, "bottom": 8, "insideH": 6}  # eighths of a point: 0.35 and 0.26 mm


def test_it_says_who_gets_copies_and_who_issued_it(record):
    lines = [Paragraph(found, docx.Document()).text for found in record.iter(qn("w:p"))]
    assert lines == ["抄送：县委办、县政府办。", "兴县总工会办公室\t2026年11月23日印发"]


def test_an_addressee_too_long_for_the_head_stands_over_the_copies_without_a_rule_between():
    table = read(imprint(Imprint("甲", to="乙"), ruled=True))
    lines = [Paragraph(found, docx.Document()).text for found in table.iter(qn("w:p"))]
    assert lines == ["主送：乙。", "抄送：甲。"]
    assert len(table.findall(qn("w:tr"))) == 1


def test_the_version_record_of_a_letter_has_no_rules():
    assert read(imprint(Imprint("县委办"), ruled=False)).tblPr.find(qn("w:tblBorders")) is None
