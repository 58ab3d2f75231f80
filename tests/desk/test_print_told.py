"""What the print page tells when something is out: how many, and the numbers of these, not of the whole batch."""

import pytest

from tests.desk.paper_shop import Shop
from tests.desk.print_runs import run_through, stop_at_sheet
from xunion_desktop.desk.print_choice import Which


@pytest.fixture
def shop():
    return Shop()


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture
def printed(page, said, finish, qtbot):
    """Eight letters, 38 to 45, were printed."""
    run_through(page, said, finish, qtbot)
    return page


def test_a_single_letter_is_told_with_its_own_number(printed, said, finish, qtbot):
    printed.choice.which.radios[Which.ONE].setChecked(True)
    printed.choice.which.one.setValue(2)
    run_through(printed, said, finish, qtbot)
    assert said[-1].second == "文号 兴工函〔2026〕39号"


def test_what_was_gone_on_with_is_told_with_the_numbers_of_that(page, said, finish, qtbot):
    stop_at_sheet(page, 7, finish, qtbot)
    run_through(page, said, finish, qtbot)
    assert said[-1].second == "文号 兴工函〔2026〕44–45号"


def test_the_question_whether_to_void_names_every_number_that_goes(printed, said):
    said[-1].answers[0].act()
    assert said[-1].second.startswith("兴工函〔2026〕38–45号 不再用，")
