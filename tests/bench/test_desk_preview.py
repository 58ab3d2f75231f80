# ruff: noqa: T201
"""How fast a page is shown: within 50 ms whatever stands on it, and about as fast as Qt draws plain text."""

from time import process_time

import pytest
from PySide6.QtGui import QFont, QImage, QPainter

from tests.paper.samples import sample_pages
from xunion_desktop.basics.resources import form_ids, resource
from xunion_desktop.desk.painting import PagePainter, PaperFonts
from xunion_desktop.paper.pages import Glyphs, Page

LINE = "根据工会基层组织选举工作条例的有关规定请你单位工会及时成立换届筹备组"[:28]
WIDTH = 1000


@pytest.fixture
def page():
    return Page(210, 297, tuple(Glyphs("fang", 16, LINE, 27, 40 + 10 * row, 5.57) for row in range(22)))


def seconds(work, times=7):
    found = []
    for _ in range(times):
        start = process_time()
        work()
        found.append(process_time() - start)
    return min(found)


def drawn(page, fonts):
    picture = QImage(WIDTH, round(WIDTH * page.height / page.width), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    PagePainter(painter, fonts, WIDTH / page.width).page(page)
    painter.end()


def test_a_full_page_is_drawn_about_as_fast_as_plain_text(qapp, page):
    fonts = PaperFonts(resource("fonts"))
    picture = QImage(WIDTH, 1414, QImage.Format.Format_RGB32)
    font = QFont(fonts.raw("fang", 27).familyName())
    font.setPixelSize(27)

    def plain():
        painter = QPainter(picture)
        painter.setFont(font)
        for row in range(22):
            for place, char in enumerate(LINE):
                painter.drawText(100 + 27 * place, 200 + 48 * row, char)
        painter.end()

    mine, theirs = seconds(lambda: drawn(page, fonts)), seconds(plain)
    print(f"\na full page: {mine * 1000:.1f} ms; character by character with drawText {theirs * 1000:.1f} ms")
    assert mine < 3 * theirs + 0.005


@pytest.mark.parametrize("form_id", form_ids())
def test_every_page_of_every_form_is_drawn_within_50_ms(qapp, form_id):
    fonts = PaperFonts(resource("fonts"))
    slowest = max(seconds(lambda page=page: drawn(page, fonts), 3) for page in sample_pages(form_id))
    print(f"\n{form_id}: {slowest * 1000:.1f} ms")
    assert slowest < 0.05
