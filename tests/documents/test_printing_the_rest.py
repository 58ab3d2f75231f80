"""The page of a draft that went to some of those it goes to by name offers to print it for the others."""

from datetime import date

import pytest

from xunion_desktop.documents.card import ROOM
from xunion_desktop.documents.kinds import LETTER
from xunion_desktop.documents.pages.draft_page import DraftPage
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.documents.sketch import Sketch
from xunion_desktop.documents.words import EACH

NAMES = ["兴县示例中学工会", "兴县示例水泥厂工会"]


@pytest.fixture
def page(draft, book, fonts, desk, qtbot):
    record = draft(**{EACH: "\n".join(NAMES)})
    desk.printing = PrintDesk(book, (ROOM,), date(2026, 11, 23), "王海燕", fonts)
    desk.printing.issue(desk.printing.prepare(LETTER, [record.id]), [0])
    made = DraftPage(desk, Sketch(record))
    qtbot.addWidget(made)
    return made


def test_the_button_says_how_many_are_left(page):
    assert page.foot.print_button.text() == "印其余 1 份"


def test_it_leads_to_a_preview_of_them(page, desk, finish):
    asked = []
    desk.page_wanted.connect(lambda page, title: asked.append(page))
    page.print()
    finish()
    assert [copy.name for copy in asked[0].prepared.copies if copy.printable] == NAMES[1:]
    asked[0].deleteLater()


def test_when_all_have_it_the_button_is_as_ever(page, desk):
    desk.printing.issue(desk.printing.prepare(LETTER, [page.sketch.record.id]), [1])
    page.refresh()
    assert page.foot.print_button.text() == "补打…"
