"""Printed again, by the same way or another: every time out but the first is one more line of the print register."""

import threading
from dataclasses import replace

import pytest

from tests.desk.conftest import PRINTING_ROOM
from tests.desk.county import TODAY
from tests.desk.paper_shop import MISSING
from tests.desk.test_print_page import pages_in
from tests.desk.test_printer import to_file
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.print_choice import Which
from xunion_desktop.desk.print_machine import Machines
from xunion_desktop.desk.print_page import PrintPage
from xunion_desktop.desk.printing import BrokenOff


def test_what_went_through_once_is_printed_again_as_reprint(printed, shop, finish, said, qtbot):
    printed.print()
    finish()
    qtbot.waitUntil(lambda: bool(said))
    assert shop.reprinted == [(0, 1, 2, 3, 4, 5, 6, 7)]


def test_a_single_copy_is_printed_again(printed, shop, finish, said, qtbot, tmp_path):
    printed.choice.which.radios[Which.ONE].setChecked(True)
    printed.choice.which.one.setValue(3)
    assert "第2工会" in printed.choice.which.there.text()
    printed.print()
    finish()
    qtbot.waitUntil(lambda: bool(said))
    assert shop.reprinted == [(2,)]
    assert pages_in(tmp_path / "printed.pdf") == 1


def test_what_was_gone_on_with_to_its_end_is_printed_again_as_reprint(page, shop, stop_at, run):
    stop_at(page, 4)
    run(page)
    assert shop.reprinted == []
    page.choice.which.radios[Which.ALL].setChecked(True)
    run(page)
    assert shop.reprinted == [(0, 1, 2, 3, 4, 5, 6, 7)]


def test_of_a_run_that_was_stopped_only_what_came_out_is_a_reprint(page, shop, stop_at, run):
    stop_at(page, 4)
    page.choice.which.radios[Which.ALL].setChecked(True)
    run(page)
    assert shop.reprinted == [(0, 1, 2)]


def test_a_copy_of_which_one_page_came_out_is_no_reprint(open_page, shop, stop_at, run):
    shop.pages = 2
    page = open_page()
    page.choice.two_sided.setChecked(False)
    stop_at(page, 4)
    page.choice.which.radios[Which.ALL].setChecked(True)
    run(page)
    assert shop.reprinted == [(0,)]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_what_never_reached_the_printer_is_no_reprint(open_page, shop, finish, said, qtbot, tmp_path):
    page = open_page(lambda name: to_file(tmp_path / "late" / "x.pdf"))
    page.print()
    finish()
    (tmp_path / "late").mkdir()
    page.print()
    finish()
    qtbot.waitUntil(lambda: said[-1].text.startswith("已送到打印机"))
    assert shop.reprinted == []


def test_paper_after_a_pdf_is_registered(page, shop, files, finish, run, tmp_path):
    files.path = tmp_path / "letters.pdf"
    page.files.save_pdf()
    finish()
    run(page)
    assert shop.ways == [("pdf", ""), ("printer", "试验打印机")]
    assert shop.reprinted == [(0, 1, 2, 3, 4, 5, 6, 7)]


@pytest.mark.parametrize(("save", "way"), [("save_pdf", "pdf"), ("save_pdfs", "pdf"), ("save_pictures", "picture")])
def test_files_after_paper_are_registered(printed, shop, files, finish, tmp_path, save, way):
    files.path = tmp_path / "letters.pdf" if save == "save_pdf" else tmp_path
    getattr(printed.files, save)()
    finish()
    assert shop.ways == [("printer", "试验打印机"), (way, "")]
    assert shop.reprinted == [(0, 1, 2, 3, 4, 5, 6, 7)]


def test_files_that_are_saved_again_are_registered_again(page, shop, files, finish, tmp_path):
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        files.path = tmp_path / name
        page.files.save_pdf()
        finish()
    assert shop.ways == [("pdf", "")] * 3


def test_what_was_done_is_told_with_how_many(printed, run, said):
    printed.choice.which.radios[Which.ONE].setChecked(True)
    run(printed)
    assert said[-1].text == "已送到打印机 1 张，共 1 份"


# while it goes out, it is not void


@pytest.fixture
def going_out(printed, finish):
    """Everything goes through the printer once more, and the clerk paused it."""
    printed.print()
    finish()
    printed.machine.runner.pause()
    return printed


def test_what_goes_out_right_now_cannot_be_voided(going_out):
    assert not going_out.choice.void_button.isEnabled()
    going_out.machine.stop()
    assert going_out.choice.void_button.isEnabled()


def test_an_older_offer_to_void_is_refused_while_it_goes_out(going_out, said):
    going_out.deeds.ask_to_void()
    assert said[-1].text == "正在打印，现在不能作废"
    assert said[-1].answers == ()


def test_a_question_answered_while_it_goes_out_voids_nothing(printed, shop, said, finish):
    printed.deeds.ask_to_void()
    void = said[-1].answers[0].act
    printed.print()
    finish()
    printed.machine.runner.pause()
    void()
    finish()
    assert shop.voided == []


def test_only_numbers_that_are_not_void_yet_are_asked_about(printed, said):
    first, *others = printed.issued.copies
    printed.issued = replace(printed.issued, copies=(replace(first, problems=(MISSING,)), *others))
    printed.deeds.ask_to_void()
    assert said[-1].second.startswith(f"{printed.issued.numbers_of(range(1, len(others) + 1))} 不再用")


def test_a_batch_that_is_all_void_is_not_asked_about(printed, said):
    copies = tuple(replace(copy, problems=(MISSING,)) for copy in printed.issued.copies)
    printed.issued = replace(printed.issued, copies=copies)
    printed.deeds.ask_to_void()
    assert (said[-1].text, said[-1].answers) == ("这一批的文号都已作废", ())


# one copy printed again, and the printer stops in the middle of it


@pytest.fixture
def jammed(open_page, shop, stop_at, run):
    """Letters of two pages were printed; copy 5 alone once more, and its second sheet did not come out."""
    shop.pages = 2
    page = open_page()
    page.choice.two_sided.setChecked(False)
    run(page)
    page.choice.which.radios[Which.ONE].setChecked(True)
    page.choice.which.one.setValue(5)
    stop_at(page, 10)
    return page


def test_a_single_copy_keeps_its_sheets_in_the_batch(jammed):
    assert jammed.choice.which.which is Which.SHEET
    assert jammed.choice.which.sheet.value() == 10
    assert jammed.choice.which.there.text() == "第 10 张是“第4工会”第 2 页"


def test_after_a_jam_in_one_copy_only_that_copy_is_gone_on_with(jammed, shop, run, tmp_path):
    assert jammed.choice.deed.text() == "再印 1 封"
    run(jammed)
    assert pages_in(tmp_path / "printed.pdf") == 1
    assert shop.reprinted == [(4,)]


def test_after_a_jam_in_one_copy_no_sheet_of_another_is_offered(jammed):
    sheet = jammed.choice.which.sheet
    assert (sheet.minimum(), sheet.maximum()) == (9, 10)


def test_a_copy_that_jams_twice_is_gone_on_with_from_its_first_sheet(jammed):
    jammed.print()
    jammed.machine.stop()
    assert jammed.choice.which.sheet.minimum() == 9


def test_once_that_copy_is_out_any_sheet_may_be_gone_on_from(jammed, run):
    run(jammed)
    sheet = jammed.choice.which.sheet
    assert (sheet.minimum(), sheet.maximum()) == (1, 16)


def test_what_did_not_run_with_the_jammed_copy_is_a_reprint(jammed, shop, run):
    jammed.choice.which.radios[Which.ALL].setChecked(True)
    run(jammed)
    assert shop.reprinted == [(4,), (0, 1, 2, 3, 5, 6, 7)]


# a kept batch


@pytest.fixture
def kept(book, furniture, shop, finish, qtbot, tmp_path):
    desk = Desk(book, TODAY, (PRINTING_ROOM,), furniture, lambda: shop)
    machines = Machines(names=lambda: ["试验打印机"], make=lambda name: to_file(tmp_path / "printed.pdf"))
    page = PrintPage(desk, kept="兴工函〔2026〕38–40号", machines=machines)
    qtbot.addWidget(page)
    page.resize(1366, 697)
    page.show()
    finish()
    return page


def test_a_kept_batch_is_looked_at(kept):
    assert kept.list.model.rowCount() == 3
    assert kept.choice.numbers.text() == "文号已给：兴工函〔2026〕38–40号"


def test_a_kept_batch_is_printed_again_as_reprint(kept, shop, finish, said, qtbot):
    assert kept.choice.deed.text() == "再印 3 份"
    kept.print()
    finish()
    qtbot.waitUntil(lambda: bool(said))
    assert shop.issued == []
    assert shop.reprinted == [(0, 1, 2)]


def test_a_kept_batch_is_saved_again(kept, shop, files, finish, tmp_path):
    files.path = tmp_path / "again.pdf"
    kept.files.save_pdf()
    finish()
    assert files.path.exists()
    assert shop.issued == []
    assert shop.ways == [("pdf", "")]


def test_a_kept_batch_that_is_printed_from_a_sheet_on_is_registered_once(kept, shop, run):
    kept.choice.which.go_on_from(2)
    run(kept)
    kept.choice.which.go_on_from(2)  # the printer had jammed without saying so
    run(kept)
    assert len(shop.reprinted) == 1


def test_where_a_run_stopped_is_kept_with_what_did_not_come_out(page, shop, stop_at):
    stop_at(page, 4)
    assert shop.broken == BrokenOff(3, 0, (0, 1, 2, 3, 4, 5, 6, 7), (3, 4, 5, 6, 7))


def test_whatever_ends_the_program_the_run_is_known(page, shop, finish):
    page.print()
    finish()
    page.machine.runner.pause()
    assert shop.broken.waits == (0, 1, 2, 3, 4, 5, 6, 7)


def test_once_all_is_out_nothing_is_kept(page, shop, stop_at, run):
    stop_at(page, 4)
    run(page)
    assert shop.broken is None


def test_what_broke_off_is_kept_though_one_copy_was_printed_since(page, shop, stop_at, run):
    stop_at(page, 4)
    page.choice.which.radios[Which.ONE].setChecked(True)
    page.choice.which.one.setValue(1)
    run(page)
    assert shop.broken == BrokenOff(3, 0, (3, 4, 5, 6, 7), (3, 4, 5, 6, 7))


@pytest.fixture
def broken(shop):
    """Of three letters, the second stopped the printer."""
    shop.broken = BrokenOff(1, 0, (0, 1, 2), (1, 2))


def test_a_batch_that_broke_off_is_gone_on_with_from_its_sheet(broken, said, kept, shop, run, tmp_path):
    assert said[-1].text == "这一批上次没有印完"
    assert (kept.choice.which.which, kept.choice.which.sheet.value()) == (Which.SHEET, 2)
    run(kept)
    assert pages_in(tmp_path / "printed.pdf") == 2
    assert (shop.reprinted, shop.broken) == ([], None)


def test_of_a_batch_that_broke_off_only_what_came_out_is_a_reprint(broken, kept, shop, run):
    kept.choice.which.radios[Which.ALL].setChecked(True)
    run(kept)
    assert shop.reprinted == [(0,)]


# a kept paper is read by a worker


def test_the_print_desk_is_made_in_the_main_thread_for_a_kept_batch_too(book, furniture, shop, finish, qtbot):
    made_in = []

    def make():
        made_in.append(threading.current_thread())
        return shop

    desk = Desk(book, TODAY, (PRINTING_ROOM,), furniture, make)
    qtbot.addWidget(PrintPage(desk, "unions/reminder", kept="1", machines=Machines(names=list)))
    finish()
    assert made_in == [threading.main_thread()]
