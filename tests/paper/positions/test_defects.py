"""One defect, and the measuring of that point notices it: otherwise the tests of positions would say nothing."""

import pytest

from tests.paper.positions import body_points as body
from tests.paper.positions import end_points as end
from tests.paper.positions import head_points as head
from tests.paper.positions.papers import paper
from tests.paper.positions.reading import Printed
from tests.paper.positions.spoiling import (
    at_pitch,
    carried_down,
    char_in_font,
    from_row_on,
    in_black,
    in_font,
    lowered,
    moved,
    no_rule,
    of_size,
    on_paper,
    reading,
    row_added,
    run_moved,
    shifted_rule,
    short_rule,
    spoiled,
    thick_rule,
    to_a_page_of_its_own,
    without,
    without_page,
)

ONE, TWO, MANY, TEN = "file of one page", "file of two pages", "file of many pages", "file of ten pages"
JOINT, SIX, TWENTY, UPWARD = "joint of three", "joint of six", "joint of twenty", "upward of three signers"
LETTER, LETTERS, MINUTES = "letter of one page", "letter of many pages", "minutes of one page"
SIGNED = "兴县总工会"

DEFECTS = {
    "paper of another size": (ONE, on_paper(216, 279), body.sheet),
    "the mark 1 mm too low": (ONE, moved(1, "总工会文件", dy=1), head.mark_top),
    "a letter's mark 1 mm too high": (LETTER, moved(1, "兴县总工会", dy=-1), head.mark_top),
    "the mark black": (ONE, in_black(1, "总工会文件"), head.mark_face),
    "the mark in another face": (ONE, in_font(1, "总工会文件", "hei"), head.mark_face),
    "the mark off the middle": (ONE, moved(1, "总工会文件", dx=1), head.mark_width),
    "one name of three off the others": (JOINT, moved(1, "人力资源", dx=1), head.marks_together),
    "a name on the next one": (JOINT, moved(1, "人力资源", dy=6), head.marks_together),
    "the number one line too high": (ONE, moved(1, "兴工发", dy=-10.4), head.number),
    "the number 1 mm too low": (ONE, moved(1, "兴工发", dy=1), head.number),
    "the number off the middle": (ONE, moved(1, "兴工发", dx=2), head.number),
    "a letter's number off the edge": (LETTER, moved(1, "兴工函", dx=-2), head.number),
    "the last signer's row moved": (UPWARD, run_moved(1, "李建国", dy=1), head.number),
    "the signers off the edge": (UPWARD, moved(1, "王海燕", dx=2), head.signers),
    "a signer in 黑体": (UPWARD, in_font(1, "李建国", "hei"), head.signers),
    "no red rule": (ONE, no_rule(1, 0, red=True), head.red_rule),
    "the red rule 1 mm too low": (ONE, shifted_rule(1, 0, 1, red=True), head.red_rule),
    "the red rule too short": (ONE, short_rule(1, 0, red=True), head.red_rule),
    "the red rule too thick": (ONE, thick_rule(1, 0, red=True), head.red_rule),
    "three of four red rules": (LETTER, no_rule(1, 2, red=True), head.double_rules),
    "the upper rules 1 mm too low": (LETTER, shifted_rule(1, 0, 1, red=True), head.double_rules),
    "the lower rules 2 mm too high": (LETTER, shifted_rule(1, 3, -3, red=True), head.double_rules),
    "a letter's rule too short": (LETTER, short_rule(1, 1, red=True), head.double_rules),
    "份号 one row too low": (MANY, moved(1, "000128", dy=10.4), head.corner),
    "the years of 密级 in Times": (MANY, char_in_font(1, "机密★1年", "1", "latin"), head.corner),
    "紧急程度 in 仿宋": (MANY, in_font(1, "特急", "fang"), head.corner),
    "紧急程度 indented": (LETTERS, moved(1, "特急", dx=5.6), head.corner),
    "a line of the title off the middle": (ONE, moved(1, "攻坚行动", dx=2), head.title),
    "a line of the title missing": (ONE, without(1, "攻坚行动"), head.title),
    "the title too small": (ONE, of_size(1, "攻坚行动", 20), head.title),
    "the title one line too low": (ONE, from_row_on(1, "兴县总工会关于", 10.4), head.title),
    "主送 indented": (ONE, moved(1, "各乡镇", dx=11), head.address),
    "主送 without a blank line": (ONE, moved(1, "各乡镇", dy=-10.4), head.address),
    "the office of 纪要 off its place": (MINUTES, moved(1, "总工会办公室", dx=-3), head.issued),
    "a paragraph missing": (ONE, without(1, "贯彻执行"), body.text_is_there),
    "a line in 四号": (TWO, of_size(1, "第一项。", 14), body.face_and_size),
    "a line in 楷体": (TWO, in_font(2, "月底前", "kai"), body.face_and_size),
    "a paragraph not indented": (ONE, moved(1, "贯彻执行", dx=-11), body.left_edge),
    "a line 1 mm too far right": (TWO, moved(1, "工作，加强", dx=1), body.left_edge),
    "a line 2 mm too short": (TWO, moved(1, "第一项。", dx=-2), body.right_edge),
    "a line 1 mm too low": (TWO, moved(1, "第一项。", dy=1), body.leading),
    "page 2 begins 1 mm too low": (TWO, lowered(2, 1), body.top_edge),
    "a page reaches into the foot": (MANY, lowered(2, 11), body.bottom_edge),
    "a character that no font had": (ONE, reading(1, "贯彻", "〓〓"), body.glyphs),
    "a line that begins with a full stop": (TWO, carried_down(1, "情况及时报县总工会。"), body.line_ends),
    "a number cut by the end of a line": (TWO, carried_down(1, "明确责任，确保"), body.line_ends),
    "a half-width comma": (ONE, reading(1, "，", ","), body.punctuation),
    "one row too many": (MANY, row_added(2, "要求", 5), body.rows_of_a_page),
    "a page that ends a row early": (MANY, without(3, "责任，确保", last=True), body.full_pages),
    "28 characters of another pitch": (MANY, at_pitch(3, "时报县", 0.98), body.columns),
    "a heading in 仿宋": (TWO, in_font(1, "第一项要求", "fang"), body.headings),
    "附件 not at the left edge": ("file with one attachment", moved(0, "附件", dx=11, last=True), body.annexes),
    "附件 in 仿宋": ("file with one attachment", in_font(0, "附件", "fang", last=True), body.annexes),
    "the number of an 附件 in Times": (MANY, char_in_font(0, "附件1", "1", "latin"), body.annexes),
    "the date one character too far right": (ONE, moved(1, "日", dx=5.6, last=True), end.date),
    "the name off the middle of the date": (ONE, moved(1, "兴县总工会", dx=3, last=True), end.signature),
    "the name one line too high": (ONE, moved(1, "兴县总工会", dy=-10.4, last=True), end.signature),
    "a row of seals too near": (SIX, moved(-2, "兴县妇女", dx=-9), end.joint_signature),
    "seals that go on far down a page": (TWENTY, lowered(3, 60), end.joint_signature),
    "no room for the seal": (ONE, moved(1, "请遵照执行", dy=12), end.seal_room),
    "a signature without text": (LETTER, to_a_page_of_its_own(1, SIGNED, last=True), end.text_with_signature),
    "page 1 without text": (TWO, to_a_page_of_its_own(1, "一、第一项要求"), end.first_page_text),
    "附注 without indent": (ONE, moved(1, "此件公开", dx=-11), end.remark),
    "附件说明 right under the text": ("file with one attachment", moved(0, "附件：", dy=-10.4), end.attachments),
    "a second attachment off the first": (MANY, moved(0, "关于进一步", dx=3), end.attachments),
    "出席 right under the text": (MINUTES, moved(0, "出席", dy=-10.4), end.present),
    "请假 after a blank row": ("minutes as shipped", moved(0, "请假", dy=10.4), end.present),
    "出席 not indented": (MINUTES, moved(0, "出席", dx=-11), end.present),
    "the last rule of the 版记 missing": (ONE, no_rule(-1, -1, red=False), end.imprint),
    "the 版记 2 mm too high": (ONE, shifted_rule(-1, -1, -2, red=False), end.imprint),
    "a thick rule in the middle of the 版记": (ONE, thick_rule(-1, 1, red=False), end.imprint),
    "the 版记 on an odd page": (ONE, without_page(1), end.imprint),
    "抄送 without indent": (ONE, moved(-1, "抄送", dx=-5), end.imprint),
    "印发机关 in 三号": (ONE, of_size(-1, "办公室", 16), end.imprint),
    "a letter's 抄送 too high": (LETTER, moved(-1, "抄送", dy=-3), end.copies_of_a_letter),
    "no page number": (TWO, without(2, "—"), end.page_numbers),
    "an even page's number at the right": (TWO, moved(2, "—", dx=100), end.page_numbers),
    "a page number 2 mm too low": (TWO, moved(2, "—", dy=2), end.page_numbers),
    "a page number in 五号": (TWO, of_size(2, "—", 10.5), end.page_numbers),
    "a page number's digit in Times": (TWO, char_in_font(2, "—2—", "2", "latin"), end.page_numbers),
    "a page number's digits a whole em wide": (TEN, at_pitch(10, "—10—", 2.0), end.page_numbers),
    "two rows on each other": (TWO, moved(1, "第一项。", dy=8), end.no_overprint),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_is_noticed(name):
    of, defect, point = DEFECTS[name]
    assert list(point(paper(of))) == []
    assert list(point(spoiled(of, defect))) != []


IN_THE_FILE = {
    "outlines that are not in the file": (b"/FontFile2", b"/FontFileX"),
    "a font of no file": (b"XUnion", b"Helvetica"),
}


@pytest.mark.parametrize("name", IN_THE_FILE)
def test_a_defect_of_the_file_is_noticed(name):
    right = paper(ONE)
    assert list(body.fonts(right)) == []
    assert list(body.fonts(Printed(right.document, right.data.replace(*IN_THE_FILE[name]), right.fonts))) != []


def test_every_point_has_a_defect_that_it_notices():
    spoiled_points = {point for _, _, point in DEFECTS.values()} | {body.fonts}
    assert spoiled_points == {*head.POINTS, *body.POINTS, *end.POINTS}
