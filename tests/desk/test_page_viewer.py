"""The middle of the print page: pages to leaf through, looked at whole, in real size, or as they are printed."""

import pytest

from tests.desk.paper_shop import Letter, letter_page
from xunion_desktop.basics.resources import resource
from xunion_desktop.desk.page_viewer import PageViewer
from xunion_desktop.desk.painting import PaperFonts
from xunion_desktop.desk.preview import KEPT

DRAFT, ISSUED = letter_page("38", issued=False), letter_page("38", issued=True)


def letter(*pages):
    return Letter("甲", "甲工会", "38", tuple(pages))


@pytest.fixture
def viewer(desk, qtbot):
    made = PageViewer(desk, PaperFonts(resource("fonts")), "封")
    qtbot.addWidget(made)
    made.resize(580, 560)
    made.show()
    return made


def test_it_says_which_copy_and_which_page(viewer):
    viewer.show_copies([letter(DRAFT, DRAFT), letter(DRAFT)])
    assert viewer.where.text() == "第 1 / 2 封，第 1 / 2 页"
    viewer.leaf(1)
    assert viewer.where.text() == "第 1 / 2 封，第 2 / 2 页"


def test_after_the_last_page_comes_the_next_copy(viewer, qtbot):
    viewer.show_copies([letter(DRAFT, DRAFT), letter(DRAFT)])
    viewer.leaf(1)
    with qtbot.waitSignal(viewer.moved) as told:
        viewer.leaf(1)
    assert told.args == [1]
    assert viewer.where.text() == "第 2 / 2 封"


def test_backwards_it_comes_to_the_last_page_of_the_copy_before(viewer):
    viewer.show_copies([letter(DRAFT, DRAFT), letter(DRAFT)])
    viewer.show_copy(1)
    viewer.leaf(-1)
    assert viewer.where.text() == "第 1 / 2 封，第 2 / 2 页"


def test_the_ends_have_no_way_on(viewer):
    viewer.show_copies([letter(DRAFT), letter(DRAFT)])
    assert (viewer.before.isEnabled(), viewer.after.isEnabled()) == (False, True)
    viewer.leaf(1)
    assert (viewer.before.isEnabled(), viewer.after.isEnabled()) == (True, False)
    viewer.leaf(1)
    assert viewer.where.text() == "第 2 / 2 封"


def test_a_copy_that_could_not_be_set_says_so(viewer):
    viewer.show_copies([letter()])
    assert viewer.where.text() == "第 1 / 1 封，没有排出来"
    assert not viewer.preview.sheet.isVisible()


def test_without_copies_there_is_nothing_to_leaf(viewer):
    viewer.show_copies([])
    viewer.leaf(1)
    assert viewer.where.text() == ""


def test_the_page_has_its_true_proportion(viewer):
    viewer.show_copies([letter(DRAFT)])
    sheet = viewer.preview.sheet
    assert sheet.height() / sheet.width() == pytest.approx(297 / 210, abs=0.01)


def test_in_real_size_the_page_is_larger_than_its_room_and_scrolls(viewer):
    viewer.show_copies([letter(DRAFT)])
    viewer.views._choose("ACTUAL")
    assert viewer.preview.sheet.width() == round(210 * viewer.preview.logicalDpiX() / 25.4)
    assert viewer.preview.verticalScrollBar().maximum() > 0


def test_only_what_is_printed_leaves_out_number_and_seal_of_a_draft(viewer):
    viewer.show_copies([letter(DRAFT)])
    whole = viewer.preview.sheet.picture(400).toImage()
    viewer.views._choose("PRINTED")
    assert viewer.preview.sheet.picture(400).toImage() != whole


def test_of_an_issued_copy_the_number_is_printed(viewer):
    viewer.show_copies([letter(ISSUED)])
    viewer.views._choose("PRINTED")
    printed = viewer.preview.sheet.picture(400).toImage()
    viewer.show_copies([letter(DRAFT)])
    assert viewer.preview.sheet.picture(400).toImage() != printed


def test_only_the_pages_looked_at_last_are_kept(viewer):
    pages = [letter_page(str(number), issued=False) for number in range(KEPT + 4)]
    viewer.show_copies([letter(*pages)])
    for _ in pages:
        viewer.preview.sheet.picture(200)
        viewer.leaf(1)
    assert len(viewer.preview.sheet._drawn) == KEPT


def test_fewer_copies_than_before_show_the_last_of_them(viewer):
    viewer.show_copies([letter(DRAFT)] * 3)
    viewer.show_copy(2)
    viewer.show_copies([letter(DRAFT)])
    assert viewer.where.text() == "第 1 / 1 封"
