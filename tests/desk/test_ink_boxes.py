"""The window, the printer and the PDF show the same page: their ink stands within 0.2 mm of each other's (issue 4)."""

import pytest

from tests.desk.pictures import by_qt, from_pdf, room_of, rows_of
from tests.paper.samples import FONTS, sample_pages
from xunion_desktop.basics.resources import form_ids, resource
from xunion_desktop.desk.painting import PaperFonts
from xunion_desktop.paper.pages import Glyphs, Line, Page, Path, Rect
from xunion_desktop.paper.setting import compositor_of
from xunion_desktop.paper.shapes import circle

AGREE = 0.2  # mm


@pytest.fixture(scope="module")
def fonts(qapp):
    return PaperFonts(resource("fonts"))


def compare(pages, fonts):
    """What disagrees on these pages, in words."""
    found = []
    for page, printed in zip(pages, from_pdf(pages, FONTS), strict=True):
        shown = by_qt(page, fonts)
        rooms = {"整页": (0.0, 0.0, page.width, page.height)}
        rooms |= {"".join(run.text for run in runs): room_of(runs) for runs in rows_of(page).values()}
        for name, room in rooms.items():
            here, there = shown.ink(*room), printed.ink(*room)
            if here is None or there is None or max(abs(a - b) for a, b in zip(here, there, strict=True)) > AGREE:
                found.append(f"第 {page.number} 页“{name}”：{here} ≠ {there}")
    return found


@pytest.mark.parametrize("form_id", form_ids())
def test_every_page_of_every_form_is_the_same_in_the_window_and_in_the_pdf(form_id, fonts):
    assert compare(sample_pages(form_id), fonts) == []


def test_rules_lines_and_curves_are_the_same(fonts):
    ops = (
        Rect(20, 20, 170, 0.35, "#FF0000"),
        Line(20, 30, 190, 30, 0.7),
        Path(circle(100, 150, 21), 0.2),
        Path((("M", (30.0, 200.0)), ("L", (60.0, 230.0)), ("L", (30.0, 230.0)), ("Z", ())), fill="#3366CC"),
    )
    for op in ops:
        assert compare([Page(210, 297, (op,))], fonts) == []


@pytest.mark.parametrize("role", ["仿宋", "楷体", "小标宋", "黑体", "宋体"])
def test_every_face_is_the_same_at_every_size(role, fonts):
    setter = compositor_of(FONTS)
    sizes = (9, 10.5, 14, 16, 22, 42)
    ops = [
        run
        for place, size in enumerate(sizes)
        for run in setter.line("永国A2（，。", role, size).at(20, 20 + 30 * place)
    ]
    assert compare([Page(210, 297, tuple(ops))], fonts) == []


def test_rare_characters_of_names_are_the_same(fonts):
    runs = compositor_of(FONTS).line("郭𡋾 王㻞 䶮", "仿宋", 16).at(30, 50)
    assert compare([Page(210, 297, runs)], fonts) == []


def test_a_page_that_differs_by_a_third_of_a_millimetre_is_found(fonts):
    page = Page(210, 297, (Glyphs("fang", 16, "兴县总工会", 30, 60, 6.0),))
    moved = Page(210, 297, (Glyphs("fang", 16, "兴县总工会", 30.33, 60, 6.0),))
    here, there = by_qt(page, fonts).ink(0, 0, 210, 297), from_pdf([moved], FONTS)[0].ink(0, 0, 210, 297)
    assert abs(here[0] - there[0]) > AGREE
