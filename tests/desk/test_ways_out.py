"""Ways out: what needs one more line of the register before it goes out, and what a line still waits for."""

import pytest

from xunion_desktop.desk.ways_out import WaysOut


@pytest.fixture
def ways():
    """Two copies with their lines for the printer."""
    made = WaysOut()
    made.written([0, 1], "printer")
    return made


def test_a_line_waits_for_its_copy(ways):
    assert ways.owed([0, 1], "printer") == []


def test_what_went_out_needs_a_line_more(ways):
    ways.gone([0], "printer")
    assert ways.owed([0, 1], "printer") == [0]


def test_another_way_needs_a_line_of_its_own(ways):
    assert ways.owed([0, 1], "pdf") == [0, 1]


def test_going_on_after_a_jam_is_the_same_time_out(ways):
    ways.gone([0, 1], "printer")
    assert ways.owed([0, 1], "printer", going_on=True) == []


def test_nothing_can_be_gone_on_with_that_has_no_line(ways):
    assert ways.owed([0], "pdf", going_on=True) == [0]


def test_a_new_line_waits_again(ways):
    ways.gone([0], "printer")
    ways.written([0], "printer")
    assert ways.owed([0], "printer") == []
