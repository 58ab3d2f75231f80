"""The grid of the body (DC-11), justification, and which font draws which character."""

import pytest

from tests.paper.proofs import body, proof, reminder
from xunion_desktop.paper.document import Text
from xunion_desktop.paper.measures import CELL, EM, LEADING, MM
from xunion_desktop.paper.pages import Layer
from xunion_desktop.paper.setting import Compositor

LONG = (
    "为进一步加强基层工会组织建设，推动基层工会按期换届工作制度化、规范化，根据《中华人民共和国工会法》《中国工会章程》"
    "和《工会基层组织选举工作条例》，做到“应换尽换、应建尽建”，切实维护职工会员的民主权利。各单位要对任期、届次、会员人数"
    "逐项核对，于2026年12月15日前填报……逾期未报的——无论何种原因——将予以通报；联系电话0358-6320000，邮箱"
    "gonghui_2026@example.cn。郭𡋾、王㻞、张䶮同志负责督促指导。"
) * 6


def plain(compositor, text, indent=2.0):
    return compositor.paragraph(text, (("仿宋", len(text)),), indent)


def places(line):
    return [(char, x) for run in line.runs for char, x in zip(run.text, run.xs, strict=True)]


@pytest.fixture(scope="module")
def grid(fonts):
    """A full page of 616 han: the second of a letter of many rows."""
    return proof(reminder(body(60)), fonts)[1].rows()


def test_a_full_page_has_22_rows_of_28_characters(grid):
    assert [len(row) for row in grid] == [28] * 22


def test_every_character_stands_in_its_cell_to_a_tenth_of_a_millimetre(grid):
    off = [abs(char.x - (28 + place * 156 / 28)) for row in grid for place, char in enumerate(row)]
    assert max(off) <= 0.1


def test_every_row_stands_on_its_line_to_a_hundredth_of_a_millimetre(grid):
    off = [abs(row[0].top - (37 + place * LEADING)) for place, row in enumerate(grid)]
    assert max(off) <= 0.01


def test_the_page_of_text_is_156_by_225_mm(grid):
    assert grid[0][-1].x + EM - grid[0][0].x == pytest.approx(156, abs=0.1)
    assert grid[-1][0].bottom - grid[0][0].top == pytest.approx(225, abs=0.02)


def test_every_line_but_the_last_reaches_the_right_edge(compositor):
    for line in plain(compositor, LONG)[:-1]:
        last = places(line)[-1]
        hanging = EM / 2 if last[0] in "，。；：、》）”" else 0.0
        assert 156 - 0.1 <= last[1] + EM <= 156 + hanging + 0.1 or last[0].isascii()


def test_the_last_line_is_not_spread(compositor):
    (line,) = plain(compositor, "专此函达。")
    assert [x for _, x in places(line)] == pytest.approx([(2 + n) * CELL - (EM - CELL) / 2 for n in range(5)], abs=0.01)


def test_two_digits_take_one_cell(compositor):
    (line,) = plain(compositor, "于2026年")
    xs = dict(places(line))
    assert xs["年"] - xs["于"] == pytest.approx(3 * CELL, abs=0.01)


def test_the_inside_of_a_number_is_not_spread(compositor):
    text = "县" * 20 + "电话0358-6320000号" + "县" * 20
    first = places(plain(compositor, text, 0.0)[0])
    digits = [x for char, x in first if char in "0358"][:4]
    assert digits[1] - digits[0] == pytest.approx(CELL / 2, abs=0.01)


def test_a_hanging_mark_squeezes_the_line_by_its_half(compositor):
    line = plain(compositor, "县" * 26 + "，工会")[0]
    (_, before), (mark, last) = places(line)[-2:]
    assert mark == "，"
    assert last - before == pytest.approx(CELL * 25.5 / 26, abs=0.01)
    assert last + EM / 2 == pytest.approx(156, abs=0.1)


def test_letters_keep_their_own_width(compositor):
    (line,) = plain(compositor, "AB")
    (_, first), (_, second) = places(line)
    assert second - first == pytest.approx(0.722 * EM, abs=0.01)


@pytest.mark.parametrize(
    ("char", "font"),
    [("县", "fang"), ("𡋾", "rare"), ("㻞", "song"), ("䶮", "fang"), ("7", "latin"), ("“", "song"), ("①", "song")],
)
def test_a_character_is_drawn_by_the_font_that_has_it(compositor, char, font):
    (line,) = plain(compositor, f"县{char}")
    assert line.runs[-1].font == font


def test_rare_names_reach_the_pdf(fonts):
    sheet = proof(reminder(Text("郭𡋾、王㻞、张䶮同志")), fonts)[0]
    assert [char.font.split("+")[1] for char in sheet.find("郭𡋾、王㻞、张䶮")][1::3] == [
        "XUnionRare",
        "XUnionSong",
        "ZhuqueFangsong-Regular",
    ]


def test_a_character_of_no_font_is_shown_as_a_gap_and_keeps_its_cell(compositor):
    (line,) = plain(compositor, "县\U000f0000县")
    assert [char for char, _ in places(line)] == ["县", "〓", "县"]
    assert places(line)[2][1] - places(line)[0][1] == pytest.approx(2 * CELL, abs=0.01)


def test_an_interpunct_stands_in_the_middle_of_its_cell(compositor):
    (line,) = plain(compositor, "提·艾")
    xs = dict(places(line))
    assert xs["·"] + 0.25 * EM == pytest.approx((xs["提"] + xs["艾"] + EM) / 2, abs=0.05)


def test_a_line_stands_on_the_baseline_of_its_face(compositor):
    runs = compositor.line("工会2026", "仿宋", 16.0).at(10, 50)
    assert {run.y for run in runs} == {round(50 + 0.85 * EM, 4)}


def test_a_line_takes_the_layer_it_is_asked_for(compositor):
    assert compositor.line("工会", "仿宋", 16.0).at(0, 0, layer=Layer.SCREEN)[0].layer is Layer.SCREEN


def test_a_title_is_as_wide_as_its_characters(compositor):
    assert compositor.line("关于换届的函", "小标宋", 22.0).width == pytest.approx(6 * 22 / MM)


def test_equal_rows_are_one_group(compositor):
    lines = plain(compositor, "专此函达。")
    assert compositor.rows(lines, 28, 100, LEADING) is compositor.rows(lines, 28, 100, LEADING)


def test_rows_of_equal_words_are_equal_whoever_set_them(fonts):
    groups = {each.rows(plain(each, "专此函达。"), 28, 100, LEADING) for each in (Compositor(fonts), Compositor(fonts))}
    assert len(groups) == 1


def test_rows_of_equal_words_at_another_place_are_another_group(compositor):
    lines = plain(compositor, "专此函达。")
    assert compositor.rows(lines, 28, 100, LEADING) != compositor.rows(lines, 28, 110, LEADING)
