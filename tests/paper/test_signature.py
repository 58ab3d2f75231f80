"""署名, 成文日期, seal and 附注 (DC-10 table, DC-20, DC-23)."""

import pytest

from tests.paper.proofs import REMINDER, proof, reminder
from xunion_desktop.paper.document import Remark, Sign
from xunion_desktop.paper.measures import MM
from xunion_desktop.paper.pages import Layer, Path
from xunion_desktop.paper.typeset import typeset

CELL = 156 / 28
EM = 16 / MM
LEADING = (225 - EM) / 21


@pytest.fixture(scope="module")
def page(fonts):
    return proof(REMINDER, fonts)[0]


@pytest.fixture(scope="module")
def seal(fonts):
    """The dashed circle: left, top, right, bottom."""
    circle = next(op for op in typeset(REMINDER, fonts).pages[0].strokes() if isinstance(op, Path))
    xs = [x for word, numbers in circle.steps if word in "ML" or word == "C" for x in numbers[-2:-1]]
    ys = [y for word, numbers in circle.steps if word in "ML" or word == "C" for y in numbers[-1:]]
    return circle, min(xs), min(ys), max(xs), max(ys)


def middle(chars):
    return (chars[0].x + chars[-1].x + EM) / 2


def signed_name(page):
    """The name over the date, not the mark above."""
    return next(row for row in page.rows() if "".join(c.text for c in row) == "兴县总工会")


def test_the_date_ends_four_characters_from_the_right_edge(page):
    assert page.find("2026年11月23日")[-1].x + EM == pytest.approx(184 - 4 * CELL, abs=0.1)


def test_the_name_is_centred_over_the_date(page):
    assert middle(signed_name(page)) == pytest.approx(middle(page.find("2026年11月23日")), abs=0.1)


def test_the_date_stands_in_the_row_under_the_name(page):
    assert page.find("2026年11月23日")[0].y - signed_name(page)[0].y == pytest.approx(LEADING, abs=0.01)


def test_a_name_wider_than_the_date_stays_within_the_text_area(fonts):
    name = "兴县蔚汾镇示例新材料产业园区工业企业工会联合会"
    sheet = proof(reminder(Sign(name, "2026年11月23日")), fonts)[0]
    assert sheet.find(name)[-1].x + EM <= 184.1
    assert middle(sheet.find(name)) == pytest.approx(middle(sheet.find("2026年11月23日")), abs=0.1)


def test_the_seal_has_room_for_42_mm(seal):
    _, left, top, right, bottom = seal
    assert (right - left, bottom - top) == pytest.approx((42, 42))


def test_the_seal_is_only_shown(seal):
    assert seal[0].layer is Layer.SCREEN
    assert seal[0].dash


def test_the_seal_is_centred_over_the_date(seal, page):
    assert (seal[1] + seal[3]) / 2 == pytest.approx(middle(page.find("2026年11月23日")), abs=0.1)


def test_the_top_of_the_seal_is_within_one_line_of_the_text(seal, page):
    assert 0 < seal[2] - page.find("专此函达")[0].bottom < LEADING


def test_name_and_date_stand_a_little_below_the_middle_of_the_seal(seal, page):
    between = (signed_name(page)[0].top + page.find("2026年11月23日")[0].bottom) / 2
    assert 1 < between - (seal[2] + seal[4]) / 2 < 6


@pytest.mark.parametrize("lines", range(3, 20))
def test_the_seal_stays_above_the_lower_rule_or_the_page_number(fonts, lines):
    from tests.paper.proofs import body

    for page in typeset(reminder(body(lines)), fonts).pages:
        for op in page.strokes(Layer.SCREEN):
            if isinstance(op, Path):
                assert max(numbers[-1] for _, numbers in op.steps if numbers) < (276.6 if page.number == 1 else 263)


def test_the_words_in_the_seal_say_that_it_is_not_printed(fonts):
    shown = "".join(getattr(op, "text", "") for op in typeset(REMINDER, fonts).pages[0].strokes(Layer.SCREEN))
    assert shown == "盖章处（不印）"


def test_the_remark_stands_in_the_row_under_the_date_two_characters_in(page):
    remark = page.find("（联系人：王海燕，电话：0358-6320000）")
    assert remark[0].x == pytest.approx(28 + 2 * CELL, abs=0.1)
    assert remark[0].y - page.find("2026年11月23日")[0].y == pytest.approx(LEADING, abs=0.01)


def test_without_contact_there_is_no_remark(fonts):
    assert "联系人" not in proof(reminder(without=(Remark,)), fonts)[0].text


@pytest.fixture(scope="module")
def unsealed(fonts):
    return proof(reminder(Sign("兴县总工会", "2026年11月23日", seal=False)), fonts)[0]


def test_without_seal_one_line_is_left_blank(unsealed):
    gap = signed_name(unsealed)[0].y - unsealed.find("专此函达")[0].y
    assert gap == pytest.approx(2 * LEADING, abs=0.01)


def test_without_seal_a_long_date_ends_two_characters_from_the_edge(unsealed):
    assert unsealed.find("2026年11月23日")[-1].x + EM == pytest.approx(184 - 2 * CELL, abs=0.1)


def test_without_seal_the_date_begins_two_characters_after_the_name(unsealed):
    assert unsealed.find("2026年11月23日")[0].x - signed_name(unsealed)[0].x == pytest.approx(2 * CELL, abs=0.1)


def test_without_seal_a_long_name_ends_two_characters_from_the_edge(fonts):
    name = "兴县蔚汾镇示例职业中学工会委员会"
    sheet = proof(reminder(Sign(name, "2026年11月23日", seal=False)), fonts)[0]
    assert sheet.find(name)[-1].x + EM == pytest.approx(184 - 2 * CELL, abs=0.1)
