"""A plain paper as a Word file: its subtitle in the lines of the print, its text where it is printed."""

import pytest

from tests.paper.word.readback import word
from tests.paper.word.test_official import ends
from xunion_desktop.paper.document import Address, Document, Subtitle, Text, Title
from xunion_desktop.paper.typeset import typeset
from xunion_desktop.paper.word.printed import Printed

SUBTITLE = "——2026年12月28日在兴县总工会第十二届委员会第三次全体会议上"
REPORT = Document(
    "plain",
    "工作报告",
    (Title("兴县总工会2026年工作报告"), Subtitle(SUBTITLE), Address("各位委员、同志们："), Text("县" * 60)),
)


@pytest.fixture(scope="module")
def report(fonts):
    return word(REPORT, fonts)


def test_a_long_subtitle_has_the_lines_of_the_print(report):
    assert report.find("第三次").text == "——2026年12月28日在兴县总工会\n第十二届委员会第三次全体会议上"


def test_what_follows_the_title_stands_where_it_is_printed(report, fonts):
    there = next(y for text, y in ends(report.paragraphs).items() if text.startswith("各位委员"))
    here = Printed(typeset(REPORT, fonts).pages[0]).row("各位委员")
    assert there == pytest.approx(here.y, abs=0.6)
