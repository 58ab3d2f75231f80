"""The print page: problems first; numbers only when it is really printed or saved; a failed print keeps its number."""

from dataclasses import replace

import pdfplumber
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter

from tests.desk.conftest import PRINTING_ROOM
from tests.desk.county import TODAY
from tests.desk.paper_shop import LATELY, MISSING, Shop
from tests.desk.test_printer import to_file
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.desk.cells import CELL
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.notes import NoteCard
from xunion_desktop.desk.print_choice import AS_PICTURE, Which
from xunion_desktop.desk.print_machine import Machines
from xunion_desktop.desk.print_page import PrintPage
from xunion_desktop.desk.printer import make_ready


@pytest.fixture
def shop():
    return Shop({2: MISSING, 4: LATELY})


def takes_a5(printer, wanted):
    """A driver that takes A5 whatever it is asked for."""
    make_ready(printer, wanted)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))


def pages_in(path):
    with pdfplumber.open(path) as pdf:
        return len(pdf.pages)


def head(page, section):
    return page.list.model.headerData(section, Qt.Orientation.Horizontal)


def check(page, place):
    return page.list.model.index(place, 3).data(CELL)


def test_every_copy_has_its_verdict(page):
    assert [(check(page, place).text, check(page, place).tone) for place in (0, 2, 4)] == [
        ("可印", "green"),
        ("缺字 1", "red"),
        ("上月印过", "amber"),
    ]


def test_letters_are_listed_by_whom_they_go_to(page):
    assert head(page, 1) == "收件单位"
    assert page.keys[0] == ("PgDn", "下一封")


def test_what_is_no_letter_is_not_listed_as_one(open_page):
    page = open_page(form="unions/roster")
    assert head(page, 1) == "名称"
    assert page.keys[0] == ("PgDn", "下一份")
    assert page.choice.deed.text() == "打印 6 份"


def test_a_kept_batch_is_listed_as_its_paper_is(book, furniture, shop, qtbot):
    page = PrintPage(
        Desk(book, TODAY, (PRINTING_ROOM,), furniture, lambda: shop), "unions/reminder", kept="兴工函〔2026〕38号"
    )
    qtbot.addWidget(page)
    assert head(page, 1) == "收件单位"


def test_the_form_is_named_over_the_page_whatever_the_papers_are_called(book, furniture, shop, finish, qtbot):
    shop.kept = lambda batch: replace(Shop.kept(shop, batch), title="关于冬季送温暖的函")
    page = PrintPage(
        Desk(book, TODAY, (PRINTING_ROOM,), furniture, lambda: shop), "unions/reminder", kept="兴工函〔2026〕38号"
    )
    qtbot.addWidget(page)
    finish()
    assert page.about.text().startswith("模板 换届提醒函")
    assert page.list.title.text() == "关于冬季送温暖的函"


def test_the_way_back_does_not_say_where_one_came_from(page):
    assert page.back.text() == "返回"


def test_nothing_is_issued_by_looking(page, shop):
    page.viewer.leaf(1)
    assert shop.issued == []


def test_the_button_counts_the_copies_without_problems(page):
    assert page.choice.deed.text() == "打印 6 封"
    assert page.choice.which.radios[Which.CLEAN].text() == "没有问题的 6 封"


def test_all_means_all_that_can_be_printed(page):
    page.choice.which.radios[Which.ALL].setChecked(True)
    assert page.choice.deed.text() == "打印 7 封"
    assert page.choice.which.radios[Which.ALL].text() == "全部能印的 7 封"


def test_printing_can_go_on_from_one_copy(page):
    page.choice.which.radios[Which.FROM].setChecked(True)
    page.choice.which.first.setValue(7)
    assert page.choice.chosen() == [6, 7]


def test_the_numbers_are_announced(page):
    assert page.choice.numbers.text().startswith("文号按序给：兴工函〔2026〕38号 至 ")


def test_a_problem_is_told_with_its_copy(page):
    titles = [note.title.text() for note in page.list.findChildren(NoteCard)]
    assert "第 3 封缺字 1" in titles


def test_a_copy_can_be_left_out(page):
    page.list.dropped.emit(4)
    assert check(page, 4).text == "不印"
    assert page.choice.which.radios[Which.ALL].text() == "全部能印的 6 封"


def test_a_copy_to_mend_leads_to_its_record(page, keys, qtbot):
    with qtbot.waitSignal(page.desk.register_wanted) as told:
        page.list.mend_wanted.emit(keys[2])
    assert told.args == ["unions", "", (), keys[2]]


def test_printing_issues_once_and_sends_the_pages(page, shop, finish, said, tmp_path, qtbot):
    page.print()
    finish()
    qtbot.waitUntil(lambda: bool(said))
    assert shop.issued == [(0, 1, 3, 5, 6, 7)]
    assert shop.ways == [("printer", "试验打印机")]
    assert (tmp_path / "printed.pdf").stat().st_size > 1000
    assert said[-1].second == "文号 兴工函〔2026〕38–43号"


def test_printing_again_keeps_the_numbers(page, shop, finish, said, qtbot):
    page.print()
    finish()
    qtbot.waitUntil(lambda: bool(said))
    assert page.choice.deed.text() == "再印 6 封"
    page.print()
    finish()
    qtbot.waitUntil(lambda: len(said) == 2)
    assert len(shop.issued) == 1


def test_another_paper_stops_before_any_number_is_issued(open_page, shop, said, tmp_path, finish):
    page = open_page(ready=takes_a5)
    page.print()
    finish()
    assert shop.issued == []
    assert "148 × 210 mm" in said[-1].text


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_fails_leaves_the_numbers_issued(open_page, shop, said, tmp_path, finish):
    page = open_page(lambda name: to_file(tmp_path / "nowhere" / "x.pdf"))
    page.print()
    finish()
    assert len(shop.issued) == 1
    assert "还是原来的文号" in said[-1].second
    assert page.choice.deed.text() == "再印 6 封"


def test_a_trouble_at_issuing_is_told_and_nothing_is_printed(page, shop, said, finish, tmp_path):
    shop.trouble = Trouble("磁盘满了。", "请清理磁盘。")
    page.print()
    finish()
    assert said[-1].text == "磁盘满了。"
    assert not (tmp_path / "printed.pdf").exists()
    assert page.issued is None


def test_saving_a_pdf_issues_too(page, shop, files, finish, said, tmp_path):
    files.path = tmp_path / "letters.pdf"
    page.files.save_pdf()
    finish()
    assert files.path.exists()
    assert shop.ways == [("pdf", "")]
    assert said[-1].text == "已存：letters.pdf，共 6 份"


def test_a_pdf_and_a_word_file_are_named_by_what_is_in_them(page, files, finish):
    page.files.save_pdf()
    assert files.offered == "换届提醒函.pdf"
    page.choice.which.radios[Which.FROM].setChecked(True)
    page.choice.which.first.setValue(8)
    page.files.save_pdf()
    assert files.offered == "换届提醒函（第7工会）.pdf"
    page.viewer.show_copy(1)
    page.files.save_word()
    assert files.offered == "换届提醒函（第1工会）.docx"


def test_no_copy_can_be_left_out_once_the_numbers_are_given(printed):
    assert [note.buttons for note in printed.list.findChildren(NoteCard) if note.isVisible()] in ([], [[]])


def test_one_pdf_per_union_is_named_by_the_union(page, files, finish, tmp_path):
    files.path = tmp_path
    page.files.save_pdfs()
    finish()
    assert (tmp_path / "第0工会.pdf").exists()
    assert len(list(tmp_path.glob("第*.pdf"))) == 6


@pytest.mark.parametrize("save", ["save_pdf", "save_pdfs"])
def test_a_target_that_cannot_be_written_takes_no_number(page, shop, files, finish, said, tmp_path, save):
    files.path = tmp_path / "nowhere" / "letters.pdf"
    getattr(page.files, save)()
    finish()
    assert (shop.issued, page.issued) == ([], None)
    assert said[-1].text.startswith("无法保存")
    assert page.choice.deed.text() == "打印 6 封"


def test_what_is_issued_is_saved_again_under_its_numbers(page, shop, files, finish, tmp_path):
    for name in ("a.pdf", "b.pdf"):
        files.path = tmp_path / name
        page.files.save_pdf()
        finish()
    assert (tmp_path / "b.pdf").exists()
    assert len(shop.issued) == 1


def test_the_letter_looked_at_is_saved_for_word_without_a_number(page, shop, files, finish, said, tmp_path, qtbot):
    files.path = tmp_path / "letter.docx"
    page.list.select(1)
    page.choice.word.trigger()
    finish()
    assert files.path.read_text() == "第1工会"
    assert shop.issued == []
    assert (said[-1].text, said[-1].second) == ("已存：letter.docx", "文号要等打印时才给。")


def test_a_word_file_that_cannot_be_written_is_told(page, files, finish, said, tmp_path):
    files.path = tmp_path / "nowhere" / "letter.docx"
    page.files.save_word()
    finish()
    assert said[-1].text.startswith("无法保存")


def test_no_path_no_number(page, shop, files, finish):
    files.path = None
    page.files.save_pdf()
    page.files.save_pdfs()
    page.files.save_word()
    finish()
    assert shop.issued == []


def test_issued_numbers_can_be_voided_after_asking(page, shop, files, finish, said, tmp_path, qtbot):
    files.path = tmp_path / "letters.pdf"
    page.files.save_pdf()
    finish()
    said[-1].answers[0].act()
    assert shop.voided == []
    with qtbot.waitSignal(page.desk.page_left):
        said[-1].answers[0].act()
        finish()
    assert shop.voided == [("兴工函〔2026〕38–43号", "没有印成")]


def test_the_reason_of_voiding_is_written(printed, shop, said, finish):
    printed.choice.reason.setText("卡纸，印坏了")
    printed.choice.void_button.click()
    assert "卡纸，印坏了" in said[-1].second
    said[-1].answers[0].act()
    finish()
    assert shop.voided == [("兴工函〔2026〕38–43号", "卡纸，印坏了")]


def test_leafing_shows_the_next_copy(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert page.viewer.where.text() == "第 2 / 8 封"
    assert page.list.table.currentIndex().row() == 1


def test_without_a_printer_it_can_still_be_saved(book, furniture, shop, keys, finish, qtbot):
    desk = Desk(book, TODAY, (PRINTING_ROOM,), furniture, lambda: shop)
    page = PrintPage(desk, "unions/reminder", keys, machines=Machines(names=list))
    qtbot.addWidget(page)
    finish()
    assert not page.choice.deed.isEnabled()
    assert page.choice.pdf.isEnabled()


class Copying(QPrinter):
    """A driver that prints the same as often as it is asked to."""

    def supportsMultipleCopies(self):  # noqa: N802 - the name Qt gives it
        return True


@pytest.mark.parametrize(("driver", "count", "sheets"), [(Copying, 2, 6), (QPrinter, 1, 12)])
def test_each_is_printed_as_often_as_it_is_wanted(open_page, finish, tmp_path, qtbot, said, driver, count, sheets):
    made: list[QPrinter] = []

    def make(name):
        printer = driver(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(tmp_path / "x.pdf"))
        made.append(printer)
        return printer

    page = open_page(make)
    page.choice.times.setValue(2)
    page.print()
    finish()
    qtbot.waitUntil(lambda: bool(said))
    assert (made[0].copyCount(), pages_in(tmp_path / "x.pdf")) == (count, sheets)


def test_esc_goes_back(page, qtbot):
    with qtbot.waitSignal(page.desk.page_left):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


# going on, again, and other ways


def test_after_a_jam_it_goes_on_from_a_sheet_and_is_no_reprint(printed, shop, finish, said, qtbot, tmp_path):
    printed.choice.which.go_on_from(4)
    printed.print()
    finish()
    qtbot.waitUntil(lambda: bool(said))
    assert shop.reprinted == []
    assert pages_in(tmp_path / "printed.pdf") == 3


def test_what_was_gone_on_with_to_its_end_is_not_gone_on_with_again(printed, finish, said, qtbot):
    printed.choice.which.go_on_from(4)
    printed.print()
    finish()
    qtbot.waitUntil(lambda: bool(said))
    assert printed.choice.which.which is Which.ALL


def test_printing_can_be_paused_and_gone_on_with(page, finish, said, qtbot, tmp_path):
    page.print()
    finish()
    page.choice.strip.pause_button.click()
    qtbot.wait(50)
    assert said == []
    assert not page.choice.deed.isEnabled()
    page.choice.strip.pause_button.click()
    qtbot.waitUntil(lambda: bool(said))
    assert pages_in(tmp_path / "printed.pdf") == 6


def test_printing_that_is_stopped_can_be_gone_on_with(page, shop, finish, said, qtbot):
    page.print()
    finish()
    page.choice.strip.pause_button.click()
    page.choice.strip.stop_button.click()
    assert said[-1].text.startswith("停在第")
    assert page.choice.which.which is Which.SHEET
    assert page.choice.strip.isHidden()


def test_leaving_lets_go_of_the_printer(page, finish, qtbot):
    page.print()
    finish()
    page.leave()
    assert page.machine.runner is None


def test_two_pages_are_printed_on_both_sides(open_page, shop):
    shop.pages = 2
    page = open_page()
    assert page.choice.on_both_sides
    assert page.choice.paper.text().endswith("8 张")
    page.choice.two_sided.setChecked(False)
    assert page.choice.paper.text().endswith("16 张")


def test_one_page_has_no_other_side(page):
    assert page.choice.two_sided.isHidden()


def test_sheets_after_a_jam_count_both_sides(open_page, shop, finish, said, qtbot, tmp_path):
    shop.pages = 3
    page = open_page()
    page.print()
    finish()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert page.choice.which.sheet.maximum() == 12
    page.choice.which.go_on_from(12)
    page.print()
    qtbot.waitUntil(lambda: len(said) == 2)
    assert pages_in(tmp_path / "printed.pdf") == 2


def test_garbled_text_goes_out_as_image(page, finish, said, qtbot, tmp_path, furniture):
    page.choice.as_picture.setChecked(True)
    page.print()
    finish()
    qtbot.waitUntil(lambda: bool(said), timeout=30_000)
    with pdfplumber.open(tmp_path / "printed.pdf") as pdf:
        assert pdf.pages[0].chars == []
    assert furniture.settings.get(AS_PICTURE, False) is True


def test_pictures_are_saved_for_each(page, files, shop, finish, tmp_path):
    files.path = tmp_path
    page.choice.pictures.trigger()
    finish()
    assert shop.ways == [("picture", "")]
    assert QImage(str(tmp_path / "第0工会.jpg")).width() == 1654


def test_the_driver_s_own_window_is_asked_and_its_paper_told(open_page, said):
    asked = []

    def ask(printer, parent):
        asked.append(printer)
        printer.setCopyCount(3)
        return True

    page = open_page(ask=ask, ready=takes_a5)
    page.choice.settings.click()
    assert "148 × 210 mm" in said[-1].text
    assert page.choice.times.value() == 3


def test_what_was_set_in_the_driver_s_window_is_printed_with(open_page, finish, said, qtbot, tmp_path):
    made = []

    def make(name):
        made.append(to_file(tmp_path / "x.pdf"))
        return made[-1]

    page = open_page(make, ask=lambda printer, parent: True)
    page.choice.settings.click()
    page.print()
    finish()
    qtbot.waitUntil(lambda: bool(said))
    assert len(made) == 1


def test_what_is_to_be_known_of_all_stands_first(open_page, shop):
    shop.notes = (Problem("本单位改的模板用不了。", level=Level.DOUBT, remedy="请改正。"),)
    page = open_page()
    note = page.list._notes_box.itemAt(0).widget()
    assert note.title.text() == "本单位改的模板用不了。"


def test_a_printer_that_goes_in_the_middle_loses_nothing(page, shop, finish, said, qtbot):
    page.print()
    finish()
    page.choice.strip.pause_button.click()
    page.machine.runner.run.end()  # as a printer that is no more active
    page.choice.strip.pause_button.click()
    qtbot.waitUntil(lambda: bool(said))
    assert said[-1].text.startswith("打印到第")
    assert page.choice.which.which is Which.SHEET
    assert page.choice.deed.isEnabled()
    assert len(shop.issued) == 1
