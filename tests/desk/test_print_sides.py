"""Sheets are counted with both sides of them; after a jam one goes on from any of them."""

import pytest

from tests.desk.paper_shop import Letter, letter_page
from xunion_desktop.desk.print_sides import first_on, from_sheet, lay_on_sheets, sheets_of, times_over


@pytest.fixture
def copies():
    """Letters of one, three and two pages."""
    page = letter_page("", issued=True)
    return [Letter(str(pages), f"{pages} 页", "", (page,) * pages) for pages in (1, 3, 2)]


@pytest.mark.parametrize(("two_sided", "sheets"), [(False, 6), (True, 4)])
def test_sheets_are_counted(copies, two_sided, sheets):
    assert sheets_of(copies, two_sided=two_sided) == sheets
    assert lay_on_sheets(copies, two_sided=two_sided)[-1].sheet == sheets


def test_every_copy_begins_on_a_new_sheet(copies):
    sides = lay_on_sheets(copies, two_sided=True)
    assert [(side.copy, side.place, side.sheet) for side in sides if side.place == 0] == [
        (0, 0, 1),
        (1, 0, 2),
        (2, 0, 4),
    ]


def test_the_back_of_an_odd_last_sheet_stays_empty(copies):
    sides = lay_on_sheets(copies, two_sided=True)
    assert [side.page is None for side in sides] == [False, True, False, False, False, True, False, False]


def test_each_copy_is_printed_several_times_in_a_row(copies):
    sides = times_over(lay_on_sheets(copies, two_sided=True), 2)
    assert [(side.copy, side.place) for side in sides[:4]] == [(0, 0), (0, 1)] * 2
    assert [side.copy for side in sides[4:]] == [1] * 8 + [2] * 4


@pytest.mark.parametrize(("times", "more", "sheets"), [(2, 1, [3, 2, 3]), (2, 0, [3]), (3, 1, [3, 2, 3]), (1, 1, [3])])
def test_a_copy_that_is_gone_on_with_in_the_middle_comes_in_whole_sets(copies, times, more, sheets):
    whole = lay_on_sheets(copies, two_sided=True)
    sides = times_over(from_sheet(whole, 3), times, whole, more)
    assert [side.sheet for side in sides if side.copy == 1 and side.place % 2 == 0] == sheets
    assert len([side for side in sides if side.copy == 2]) == 2 * times


def test_after_a_jam_one_goes_on_from_a_sheet(copies):
    left = from_sheet(lay_on_sheets(copies, two_sided=True), 3)
    assert [(side.copy, side.place) for side in left] == [(1, 2), (1, 3), (2, 0), (2, 1)]


def test_one_side_only_has_one_page_a_sheet(copies):
    left = from_sheet(lay_on_sheets(copies, two_sided=False), 3)
    assert [(side.copy, side.place) for side in left] == [(1, 1), (1, 2), (2, 0), (2, 1)]


def test_what_is_on_a_sheet_is_known(copies):
    front = first_on(lay_on_sheets(copies, two_sided=True), 4)
    assert front is not None
    assert front.copy == 2


def test_only_some_copies_are_laid_out(copies):
    assert {side.copy for side in lay_on_sheets(copies, two_sided=False, places=[2])} == {2}
