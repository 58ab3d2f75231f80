"""Pages drawn by Qt: where the display list says, only the layers asked for, in good time."""

import time

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from tests.desk.paper_shop import letter_page
from xunion_desktop.basics.resources import resource
from xunion_desktop.desk.painting import PRINTED, SHOWN, PagePainter, PaperFonts
from xunion_desktop.desk.preview import Preview, View
from xunion_desktop.paper.pages import Glyphs, Line, Page, Path, Rect

DOTS = 10  # per millimetre


@pytest.fixture(scope="module")
def fonts(qapp):
    return PaperFonts(resource("fonts"))


def drawn(page, fonts, layers=PRINTED):
    picture = QImage(round(page.width * DOTS), round(page.height * DOTS), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    PagePainter(painter, fonts, DOTS).page(page, layers)
    painter.end()
    return picture


def ink_box(picture):
    """Left, top, right, bottom of what is not white, in millimetres."""
    dark = [
        (x, y)
        for y in range(picture.height())
        for x in range(picture.width())
        if picture.pixelColor(x, y).lightness() < 200
    ]
    xs, ys = [x for x, _ in dark], [y for _, y in dark]
    return min(xs) / DOTS, min(ys) / DOTS, (max(xs) + 1) / DOTS, (max(ys) + 1) / DOTS


def test_a_rectangle_stands_where_it_should(fonts):
    box = ink_box(drawn(Page(40, 30, (Rect(5, 6, 20, 3),)), fonts))
    assert box == pytest.approx((5, 6, 25, 9), abs=0.1)


def test_a_line_is_as_thick_as_it_says(fonts):
    box = ink_box(drawn(Page(40, 30, (Line(5, 10, 35, 10, 2),)), fonts))
    assert box == pytest.approx((5, 9, 35, 11), abs=0.15)


def test_a_filled_path_is_drawn(fonts):
    steps = (("M", (5.0, 5.0)), ("L", (15.0, 5.0)), ("L", (15.0, 15.0)), ("L", (5.0, 15.0)), ("Z", ()))
    box = ink_box(drawn(Page(30, 30, (Path(steps, fill="#000000"),)), fonts))
    assert box == pytest.approx((5, 5, 15, 15), abs=0.1)


def test_characters_follow_the_pitch_to_a_tenth_of_a_millimetre(fonts):
    one = ink_box(drawn(Page(60, 20, (Glyphs("fang", 16, "一", 5, 12),)), fonts))
    two = ink_box(drawn(Page(60, 20, (Glyphs("fang", 16, "一一", 5, 12, 20.0),)), fonts))
    assert two[0] == pytest.approx(one[0], abs=0.1)
    assert two[2] - one[2] == pytest.approx(20.0, abs=0.1)


def test_a_character_has_the_size_it_says(fonts):
    left, top, right, bottom = ink_box(drawn(Page(40, 40, (Glyphs("hei", 72, "国", 5, 33),)), fonts))
    assert 20 < right - left < 25.4  # 72 pt is 25.4 mm
    assert 20 < bottom - top < 25.4


def test_what_is_for_the_screen_only_is_not_printed(fonts):
    page = letter_page("兴工函〔2026〕38号", issued=False)
    assert drawn(page, fonts, SHOWN) != drawn(page, fonts, PRINTED)
    assert drawn(page, fonts, PRINTED).pixelColor(1500, 1800) == QColor("white")


def test_a_page_is_shown_in_good_time(fonts):
    page = letter_page("兴工函〔2026〕38号", issued=True)
    drawn(page, fonts)
    picture = QImage(800, 1132, QImage.Format.Format_RGB32)
    start = time.perf_counter()
    painter = QPainter(picture)
    PagePainter(painter, fonts, 800 / 210).page(page)
    painter.end()
    assert time.perf_counter() - start < 0.05


@pytest.fixture
def preview(scale, fonts, qtbot):
    made = Preview(scale, fonts)
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    made.show_page(letter_page("兴工函〔2026〕38号", issued=False))
    return made


def test_the_whole_page_is_seen_at_true_proportion(preview):
    size = preview.sheet.size()
    assert size.height() <= 500
    assert size.width() / size.height() == pytest.approx(210 / 297, abs=0.01)


def test_at_real_size_a_millimetre_is_a_millimetre(preview):
    preview.look(View.ACTUAL)
    assert preview.sheet.width() == round(210 * preview.logicalDpiX() / 25.4)


def test_the_picture_of_a_page_is_kept(preview):
    assert preview.sheet.picture(300).cacheKey() == preview.sheet.picture(300).cacheKey()


def test_only_what_is_printed_can_be_looked_at(preview):
    before = preview.sheet.picture(300).toImage()
    preview.look(View.PRINTED)
    assert preview.sheet.picture(300).toImage() != before


def test_without_a_page_the_desk_is_empty(preview):
    preview.show_page(None)
    assert not preview.sheet.isVisible()
