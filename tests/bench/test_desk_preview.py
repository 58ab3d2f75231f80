# ruff: noqa: T201
"""How fast a page is shown, as a ratio to Qt drawing the same characters with drawText in the same run."""

from time import perf_counter

import pytest
from PySide6.QtGui import QFont, QImage, QPainter

from xunion_desktop.basics.resources import resource
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
        start = perf_counter()
        work()
        found.append(perf_counter() - start)
    return min(found)


def test_a_full_page_is_drawn_about_as_fast_as_plain_text(qapp, page):
    fonts = PaperFonts(resource("fonts"))
    picture = QImage(WIDTH, 1414, QImage.Format.Format_RGB32)
    font = QFont(fonts._family("fang"))
    font.setPixelSize(27)

    def ours():
        painter = QPainter(picture)
        PagePainter(painter, fonts, WIDTH / 210).page(page)
        painter.end()

    def plain():
        painter = QPainter(picture)
        painter.setFont(font)
        for row in range(22):
            for place, char in enumerate(LINE):
                painter.drawText(100 + 27 * place, 200 + 48 * row, char)
        painter.end()

    mine, theirs = seconds(ours), seconds(plain)
    print(f"\na full page: {mine * 1000:.1f} ms; character by character with drawText {theirs * 1000:.1f} ms")
    assert mine < 3 * theirs + 0.005
