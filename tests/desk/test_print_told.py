"""What the print page tells when something is out: how many, and the numbers of these, not of the whole batch."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from xunion_desktop.desk.print_choice import Which


@pytest.fixture
def printed(page, run):
    """Eight letters, 38 to 45, were printed."""
    run(page)
    return page


def test_a_single_letter_is_told_with_its_own_number(printed, said, run):
    printed.choice.which.radios[Which.ONE].setChecked(True)
    printed.choice.which.one.setValue(2)
    run(printed)
    assert said[-1].second == "文号 兴工函〔2026〕39号"


def test_what_was_gone_on_with_is_told_with_the_numbers_of_that(page, said, run, stop_at):
    stop_at(page, 7)
    run(page)
    assert said[-1].second == "文号 兴工函〔2026〕44–45号"


def test_the_question_whether_to_void_names_every_number_that_goes(printed, said):
    said[-1].answers[0].act()
    assert said[-1].second.startswith("兴工函〔2026〕38–45号 不再用，")


def test_a_wrong_clock_gives_no_number_unasked(page, shop, said, finish):
    shop.clock = "电脑的时间（2020-01-01 08:00）早于最后一次操作（2026-11-24 09:41）。"
    page.print()
    finish()
    assert (shop.issued, said[-1].text) == ([], "电脑的时间不对，还要取号吗？")
    assert shop.clock in said[-1].second
    said[-1].answers[0].act()
    finish()
    assert len(shop.issued) == 1


def test_nor_a_file(page, shop, said, finish, furniture, tmp_path):
    shop.clock = "电脑的时间早于最后一次操作。"
    furniture.files.path = tmp_path / "函.pdf"
    page.files.save_pdf()
    finish()
    assert (shop.issued, furniture.files.path.exists()) == ([], False)
    said[-1].answers[0].act()
    finish()
    assert furniture.files.path.exists()


@pytest.fixture
def asked(page, shop, said, finish):
    """打印 was pressed, the clock is wrong, and whether to take numbers is asked."""
    shop.clock = "电脑的时间早于最后一次操作。"
    page.print()
    finish()
    return said[-1].answers[0].act


def test_a_page_that_was_left_takes_no_numbers(asked, page, shop, finish):
    page.leave()
    asked()
    finish()
    assert shop.issued == []


def test_nor_one_that_is_gone(asked, page, shop, finish):
    page.deeds.deleteLater()
    QCoreApplication.sendPostedEvents(page.deeds, QEvent.Type.DeferredDelete.value)
    asked()
    finish()
    assert shop.issued == []


def test_a_copy_taken_out_while_it_was_asked_takes_no_number(asked, page, shop, said, finish):
    page.list.dropped.emit(0)
    asked()
    finish()
    assert (shop.issued, said[-1].text) == ([], "没有取号：要印的刚刚变了")
    page.print()
    finish()
    said[-1].answers[0].act()
    finish()
    assert shop.issued == [tuple(range(1, 8))]
