"""A Word file as LibreOffice prints it, held against our own print (issue 4, Word).

Stated tolerances: the head and the first row of text within 0.6 mm of the print; rows 28.95 points apart (the print's
are 29.6: the grid of Word is lower, print.md §2.1); left and right edges within 1 mm; page numbers within 1 mm.
LibreOffice puts a quarter of a character between han and digits whatever the file says, so only rows of han are
compared in their width.
"""

import pytest

from tests.long.libreoffice import office, without_grid  # noqa: F401 - a fixture
from tests.paper.proofs import NOON, REMINDER, body, proof, reminder
from tests.paper.samples import sample_document
from tests.paper.word.test_official import JOINT, RECORD, SIGN, SIGNS, TITLE, paper
from tests.paper.word.test_tables import WIDE, WIDE_ROW
from xunion_desktop.paper.document import Document, Mark, Present, Sign, Signer, Text, Title
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.measures import MM
from xunion_desktop.paper.tabular import Table
from xunion_desktop.paper.word.paragraph import LINE
from xunion_desktop.paper.word.writing import word_bytes

FONTS = FontBook()
NEAR = 0.6  # mm
LONG = reminder(body(50), Text("专此函达。"), Sign("兴县总工会", "二〇二六年十一月"))


def word(document):
    return word_bytes(document, fonts=FONTS, author="兴县总工会", moment=NOON)


@pytest.fixture(scope="module")
def letter(office):  # noqa: F811
    """The pages in LibreOffice, and ours."""
    return office.printed(without_grid(word(LONG))), proof(LONG, FONTS)


@pytest.fixture(scope="module")
def on_grid(office):  # noqa: F811
    return office.printed(word(LONG))


@pytest.mark.parametrize("words", ["兴县总工会", "关于按期做好", "换届选举工作的函", "兴县示例职业中学"])
def test_the_head_stands_where_it_is_printed(letter, words):
    there, here = (sheets[0].find(words)[0] for sheets in letter)
    assert (there.x, there.y) == pytest.approx((here.x, here.y), abs=NEAR)


def test_the_number_ends_at_the_right_edge(letter):
    there, here = (sheets[0].find("38号")[-1] for sheets in letter)
    assert (there.x, there.y) == pytest.approx((here.x, here.y), abs=NEAR)


def test_a_paragraph_begins_two_characters_in(letter):
    there, here = (sheets[0].find("县县县县")[0] for sheets in letter)
    assert there.x == pytest.approx(here.x, abs=NEAR)


@pytest.mark.parametrize("grid", [True, False])
def test_a_full_row_has_28_characters(letter, on_grid, grid):
    rows = (on_grid if grid else letter[0])[1].rows()
    assert len(rows[1]) == 28


@pytest.mark.parametrize("grid", [True, False])
def test_a_full_row_reaches_from_edge_to_edge(letter, on_grid, grid):
    row = (on_grid if grid else letter[0])[1].rows()[1]
    assert (row[0].x, row[-1].x + 16 / MM) == pytest.approx((28, 184), abs=1)


@pytest.mark.parametrize("grid", [True, False])
def test_a_full_page_has_22_rows(letter, on_grid, grid):
    assert len((on_grid if grid else letter[0])[1].rows()) == 22


def test_rows_are_as_high_as_those_of_the_grid(letter):
    rows = letter[0][1].rows()
    assert rows[21][0].y - rows[0][0].y == pytest.approx(21 * LINE / MM, abs=0.1)


def test_the_first_row_of_a_page_is_not_lower_than_word_s_own_grid_makes_it(letter):
    there, here = (sheets[1].rows()[0][0].y for sheets in letter)
    assert here < there < here + 3.7


def test_the_first_page_has_no_number_and_the_later_ones_have(letter):
    texts = [sheet.text.replace(" ", "") for sheet in letter[0]]
    assert ["—" in texts[0], "—2—" in texts[1], "—3—" in texts[2]] == [False, True, True]


@pytest.mark.parametrize(("page", "side"), [(1, "left"), (2, "right")])
def test_page_numbers_stand_one_character_from_the_outer_edge(letter, page, side):
    dashes = [char for char in letter[0][page].chars if char.text == "—"]
    edge = dashes[0].x - 28 if side == "left" else 184 - (dashes[-1].x + 14 / MM)
    assert edge == pytest.approx(14 / MM, abs=1)


def test_page_numbers_are_half_width_song(letter):
    digit = letter[0][1].find("— 2 —")[2]
    assert ("Song" in digit.font, digit.size) == (True, 14)


def test_page_numbers_stand_as_far_below_the_text_as_in_print(letter):
    there, here = (next(char for char in sheets[1].chars if char.text == "—") for sheets in letter)
    assert there.y == pytest.approx(here.y, abs=NEAR)


def test_the_date_ends_four_characters_from_the_edge(letter):
    end = next(sheet.find("十一月")[-1] for sheet in letter[0] if "十一月" in sheet.text)
    assert 184 - (end.x + 16 / MM) == pytest.approx(4 * 156 / 28, abs=1)


def test_the_name_is_centred_over_the_date(letter):
    sheet = next(sheet for sheet in letter[0] if "十一月" in sheet.text)
    rows = sheet.rows()
    place = next(place for place, row in enumerate(rows) if row[-1].text == "月")
    name, date = rows[place - 1 : place + 1]
    middles = [(row[0].x + row[-1].x + 16 / MM) / 2 for row in (name, date)]
    assert middles[0] == pytest.approx(middles[1], abs=NEAR)


def test_text_stands_with_the_signature(letter):
    sheet = next(sheet for sheet in letter[0] if "十一月" in sheet.text)
    assert "专此函达" in sheet.text


def test_every_face_is_the_one_of_its_role(letter):
    sheet = letter[0][0]
    faces = {words: sheet.find(words)[-1].font.split("+")[1] for words in ("兴县总工会", "关于按期", "县县")}
    assert faces == {
        "兴县总工会": "XUnionBiaosong",
        "关于按期": "XUnionBiaosong",
        "县县": "ZhuqueFangsong-Regular",
    }


def test_a_short_letter_takes_one_page(office):  # noqa: F811
    assert len(office.printed(word(REMINDER))) == len(proof(REMINDER, FONTS)) == 1


SEVERAL = paper(*SIGNS, marks=JOINT)
HEADS = {
    "文件": (paper(SIGN, RECORD), ["兴县总工会文件", "兴工发〔", TITLE, "各基层工会"]),
    "上行文": (paper(Signer("王海燕"), SIGN), ["兴县总工会文件", "兴工发〔", "签发人", "王海燕", TITLE]),
    "联合行文": (SEVERAL, ["兴县总工会", "兴县人力资源和社会保障局", "共青团兴县委员会", "文件", TITLE, "各基层工会"]),
    "纪要": (
        paper(Present("出席", ("王海燕",)), SIGN, kind="minutes", marks=(Mark("兴县总工会主席办公会议纪要"),)),
        ["兴县总工会主席办公会议纪要", "兴县总工会", TITLE],
    ),
}


@pytest.mark.parametrize("kind", HEADS)
def test_the_head_of_every_official_paper_stands_where_it_is_printed(office, kind):  # noqa: F811
    document, words = HEADS[kind]
    there, here = office.printed(without_grid(word(document)))[0], proof(document, FONTS)[0]
    off = {
        text: (round(a.x - b.x, 2), round(a.y - b.y, 2))
        for text in words
        if max(abs((a := there.find(text)[0]).x - (b := here.find(text)[0]).x), abs(a.y - b.y)) > NEAR
    }
    assert off == {}


def test_twenty_organs_sign_on_as_many_pages_as_in_print(office):  # noqa: F811
    signs = tuple(Sign(f"兴县示例第{n}局", "2026年11月24日") for n in "一二三四五六七八九甲乙丙丁戊己庚辛壬癸子")
    document = paper(*signs, lines=4)
    there = [sheet.text.count("兴县示例第") for sheet in office.printed(word(document))]
    here = [sheet.text.count("兴县示例第") for sheet in proof(document, FONTS)]
    assert [count for count in there if count] == [count for count in here if count]


@pytest.mark.parametrize("size", ["A4", "A4横"])
def test_a_register_takes_as_many_pages_as_in_print(office, size):  # noqa: F811
    document = Document("table", "花名册", (Title("兴县总工会基层工会花名册"), Table(WIDE, (WIDE_ROW,) * 80)), size)
    assert abs(len(office.printed(word(document))) - len(proof(document, FONTS))) <= 1


@pytest.mark.parametrize(
    ("form", "text", "end"),
    [
        ("upward", "妥否，请批示。", "联系人"),
        ("joint", "意外伤害保险。", "此件公开发布"),
        ("minutes", "其他事项。", "列席"),
    ],
)
def test_text_stays_with_the_signature_or_the_list_at_the_end(office, form, text, end):  # noqa: F811
    sheets = office.printed(word(sample_document(f"documents/{form}")))
    assert text in next(sheet.text for sheet in sheets if end in sheet.text)


def test_the_record_comes_after_the_text_of_the_last_attachment(office):  # noqa: F811
    last = office.printed(word(sample_document("documents/upward")))[-1].text
    assert last.index("合计") < last.index("印发")
