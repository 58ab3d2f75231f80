"""After a jam: a copy is printed alone while the rest of its run still waits; no sheet of that is lost or repeated."""

import pytest

from tests.desk.paper_shop import MISSING, Shop
from tests.desk.test_print_page import pages_in
from xunion_desktop.desk.print_choice import Which
from xunion_desktop.desk.print_page import PrintPage
from xunion_desktop.desk.printing import BrokenOff


@pytest.fixture
def shop():
    made = Shop()
    made.pages = 2
    return made


@pytest.fixture
def page(open_page):
    """Eight letters of two pages, printed on one side."""
    made = open_page()
    made.choice.two_sided.setChecked(False)
    return made


@pytest.fixture
def waiting(page, stop_at):
    """The second sheet of letter 4 stopped the printer."""
    stop_at(page, 8)
    return page


@pytest.fixture
def choose_alone():
    def choose(page, number):
        page.choice.which.radios[Which.ONE].setChecked(True)
        page.choice.which.one.setValue(number)

    return choose


@pytest.fixture
def alone(choose_alone, run):
    def print_alone(page, number):
        choose_alone(page, number)
        run(page)

    return print_alone


@pytest.mark.parametrize(("jams", "pages"), [(1, 3 + 16), (2, 1 + 16)])
def test_of_a_letter_wanted_twice_no_sheet_is_lost_or_repeated(page, finish, run, qtbot, tmp_path, jams, pages):
    """Its second sheet jams in the first set, or in the second one."""
    page.choice.times.setValue(2)
    page.print()
    finish()
    seen = []

    def look(at):
        seen.append(at.side.sheet)
        if seen.count(8) == jams:
            page.machine.stop()

    page.machine.runner.moved.connect(look)
    qtbot.waitUntil(lambda: page.machine.runner is None)
    run(page)
    assert pages_in(tmp_path / "printed.pdf") == pages


def test_all_once_more_after_a_jam_is_as_often_as_it_is_wanted(page, stop_at, run, tmp_path):
    page.choice.times.setValue(2)
    stop_at(page, 2)
    page.choice.which.radios[Which.ALL].setChecked(True)
    page.choice.times.setValue(3)
    run(page)
    assert pages_in(tmp_path / "printed.pdf") == 8 * 2 * 3


@pytest.mark.parametrize("number", [1, 6])
def test_the_sheet_that_jammed_is_still_known(waiting, shop, alone, number):
    alone(waiting, number)
    assert (shop.broken.copy, shop.broken.page) == (3, 1)


@pytest.mark.parametrize(("number", "sheet", "sheets"), [(6, 8, 7), (4, 9, 8)], ids=["it jammed", "it came out"])
def test_the_rest_is_gone_on_with_without_what_came_out(waiting, shop, alone, run, tmp_path, number, sheet, sheets):
    """From the sheet that jammed, or behind the letter that came out alone; all eight were offered once."""
    alone(waiting, number)
    which = waiting.choice.which
    assert (which.which, which.sheet.value(), waiting.choice.deed.text()) == (Which.SHEET, sheet, "再印 4 封")
    run(waiting)
    assert pages_in(tmp_path / "printed.pdf") == sheets
    assert (shop.reprinted, shop.broken) == ([], None)


def test_once_the_jammed_letter_is_out_the_next_one_is_begun_with(waiting, shop, alone):
    alone(waiting, 4)
    assert shop.broken == BrokenOff(4, 0, (4, 5, 6, 7), (4, 5, 6, 7))


def test_a_letter_that_jams_again_alone_repeats_no_sheet_of_the_others(waiting, choose_alone, stop_at, run, tmp_path):
    choose_alone(waiting, 4)
    stop_at(waiting, 8)
    run(waiting)
    run(waiting)
    assert pages_in(tmp_path / "printed.pdf") == 8


def test_what_came_out_before_the_sheet_from_which_it_goes_on_waits_no_more(waiting, shop, run):
    """Letter 4 came out after all, says who goes on from letter 5."""
    waiting.choice.which.sheet.setValue(9)
    run(waiting)
    assert shop.broken is None
    waiting.choice.which.radios[Which.ALL].setChecked(True)
    run(waiting)
    assert shop.reprinted == [(0, 1, 2, 3, 4, 5, 6, 7)]


def test_a_letter_that_jams_alone_is_gone_on_with_and_then_the_rest(waiting, shop, choose_alone, stop_at, run):
    choose_alone(waiting, 6)
    stop_at(waiting, 12)
    assert (shop.broken.copy, shop.broken.page) == (5, 1)
    run(waiting)
    assert shop.broken == BrokenOff(3, 1, (3, 4, 6, 7), (3, 4, 6, 7))


def test_all_once_more_is_no_run_beside_another(waiting, shop, stop_at):
    waiting.choice.which.radios[Which.ALL].setChecked(True)
    stop_at(waiting, 2)
    assert shop.broken.before is None


def test_a_copy_that_is_void_meanwhile_is_not_waited_for(page, shop, run, finish, qtbot):
    shop.broken, shop.problems = BrokenOff(1, 1, (0, 1, 2), (1, 2)), {1: MISSING}
    kept = PrintPage(page.desk, kept="兴工函〔2026〕38–40号", machines=page.machine.machines)
    qtbot.addWidget(kept)
    finish()
    run(kept)
    assert shop.broken is None


def test_a_batch_that_is_opened_again_goes_on_with_both_runs(page, shop, run, finish, qtbot):
    shop.broken = BrokenOff(2, 1, (2,), (1, 2), BrokenOff(1, 1, (0, 1, 2), (1, 2)))
    kept = PrintPage(page.desk, kept="兴工函〔2026〕38–40号", machines=page.machine.machines)
    qtbot.addWidget(kept)
    finish()
    kept.choice.two_sided.setChecked(False)
    run(kept)
    assert shop.broken == BrokenOff(1, 1, (1,), (1,))
