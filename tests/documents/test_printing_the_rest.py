"""The page of a draft that went to some of those it goes to by name offers to print it for the others."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from xunion_desktop.desk.print_page import PrintPage
from xunion_desktop.documents.card import ROOM
from xunion_desktop.documents.kinds import LETTER
from xunion_desktop.documents.manuscripts import Manuscript
from xunion_desktop.documents.pages.draft_page import DraftPage
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.documents.records import Number, Printing
from xunion_desktop.documents.sketch import Sketch
from xunion_desktop.documents.words import EACH

NAMES = ["兴县示例中学工会", "兴县示例水泥厂工会"]
NO_FONT = "兴县示例\U00031350业工会"  # a character that is in none of our fonts


@pytest.fixture
def opened(draft, book, fonts, desk, qtbot):
    """The page of a draft to these, printed for those that can be; what it lays over itself is kept in ``over``."""

    def make(*names):
        record = draft(**{EACH: "\n".join(names)})
        desk.printing = PrintDesk(book, (ROOM,), date(2026, 11, 23), "王海燕", fonts)
        desk.printing.issue(desk.printing.prepare(LETTER, [record.id]), [0])
        made = DraftPage(desk, Sketch(record))
        made.over = []
        desk.page_wanted.connect(lambda page, title: made.over.append(page))
        qtbot.addWidget(made)
        made.show()
        return made

    return make


@pytest.fixture
def page(opened):
    return opened(*NAMES)


@pytest.fixture
def spoilt(opened):
    return opened(NAMES[0], NO_FONT)


def click(page, words, qtbot):
    found = [one for one in page.findChildren(QPushButton) if one.text() == words and not one.isHidden()]
    assert len(found) == 1
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


@pytest.fixture
def write_rest(qtbot, finish):
    """改其余的名单…, and take what is written there."""

    def write(page, text):
        click(page, "改其余的名单…", qtbot)
        page.over[-1].box.setPlainText(text)
        page.over[-1].take()
        finish()

    return write


def test_the_button_says_how_many_are_left(page):
    assert page.foot.print_button.text() == "印其余 1 份"


def test_it_leads_to_a_preview_of_them(page, finish, qtbot):
    page.print()
    qtbot.addWidget(page.over[0])
    finish()
    assert [(copy.name, copy.printable) for copy in page.over[0].prepared.copies] == [(NAMES[1], True)]


def test_when_all_have_it_the_button_is_as_ever(page, desk):
    desk.printing.issue(desk.printing.prepare(LETTER, [page.sketch.record.id]), [0])
    page.refresh()
    assert page.foot.print_button.text() == "补打…"


# their names can still be mended


def test_the_page_says_who_has_none_yet(spoilt):
    assert f"还有 1 份没有印：{NO_FONT}。" in spoilt.notes.by_name.second.text()


def test_only_those_who_have_none_are_offered(spoilt, qtbot):
    click(spoilt, "改其余的名单…", qtbot)
    assert spoilt.over[-1].names == [NO_FONT]


def test_a_name_with_a_character_of_no_font_is_mended_and_printed_under_the_number(
    spoilt, write_rest, files, tmp_path, finish, qtbot
):
    """The whole way through the window: the print page refuses it, the name is written otherwise, it is printed."""
    write_rest(spoilt, "兴县示例钢业工会")
    spoilt.print()
    prints = spoilt.over[-1]
    assert isinstance(prints, PrintPage)
    qtbot.addWidget(prints)
    finish()
    files.path = tmp_path / "其余.pdf"
    prints.files.save_pdf()
    finish()
    assert [(line.name, line.number_text) for line in Printing.select().order_by(Printing.id)] == [
        (NAMES[0], "兴工函〔2026〕1号"),
        ("兴县示例钢业工会", "兴工函〔2026〕1号"),
    ]
    assert Number.select().count() == 1
    assert files.path.exists()


def test_who_has_it_stays_in_the_list(spoilt, write_rest):
    write_rest(spoilt, f"兴县示例钢业工会\n{NAMES[0]}")
    assert Manuscript.get_by_id(spoilt.sketch.record.id).given[EACH].split("\n") == [NAMES[0], "兴县示例钢业工会"]


def test_the_rest_may_be_given_up(spoilt, write_rest):
    write_rest(spoilt, "")
    assert (spoilt.foot.print_button.text(), spoilt.sketch.left_out()) == ("补打…", [])


def test_the_words_of_the_paper_stay_shut(spoilt, write_rest):
    write_rest(spoilt, "兴县示例钢业工会")
    assert spoilt.form.text_box("正文").isReadOnly()
    assert spoilt.head.state.words == "已印发"


def test_nothing_is_offered_when_all_have_it(page, desk):
    desk.printing.issue(desk.printing.prepare(LETTER, [page.sketch.record.id]), [0])
    page.refresh()
    assert "改其余的名单…" not in [one.text() for one in page.notes.by_name.findChildren(QPushButton)]
