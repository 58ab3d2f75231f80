"""打印登记 in the window: look, print again, mark 作废; nothing is added or edited by hand."""

from datetime import date

import pdfplumber
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from tests.desk.print_runs import pause_before_the_first_side
from tests.desk.test_printer import to_file
from tests.documents.conftest import TODAY
from xunion_desktop.desk.print_choice import AS_PICTURE
from xunion_desktop.desk.print_machine import Machines
from xunion_desktop.desk.print_page import PrintPage
from xunion_desktop.documents.kinds import PLAIN
from xunion_desktop.documents.pages.paper_look import PaperLook
from xunion_desktop.documents.pages.paper_side import PaperSide
from xunion_desktop.documents.pages.print_register import PrintRegisterPage
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.documents.printed import void
from xunion_desktop.documents.records import REPRINT, VOID, Printing

LONG = "\n".join(["各有关单位要认真做好各项准备工作，按时完成任务。" * 3] * 20)


@pytest.fixture
def line(items, print_out):
    print_out(items[:1])
    return Printing.get()


@pytest.fixture
def page(desk, line, qtbot):
    made = PrintRegisterPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


@pytest.fixture
def prints(desk, fonts):
    """The desk prints."""
    desk.printing = PrintDesk(desk.book, desk.rooms, TODAY, "", fonts)
    return desk.printing


@pytest.fixture
def side(desk, line, qtbot):
    made = PaperSide(desk, line.id)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def print_page(desk, prints, finish, qtbot, tmp_path):
    """The print page over one line of the register; its printer prints into a file."""

    def make(line, make_printer=lambda name: to_file(tmp_path / "补打.pdf")):
        page = PrintPage(desk, line.form, again=str(line.id), machines=Machines(lambda: ["示例打印机"], make_printer))
        qtbot.addWidget(page)
        page.show()
        finish()
        return page

    return make


@pytest.fixture
def press(finish, said, qtbot):
    """Print what this page offers, to the end or as far as it goes."""

    def through(page):
        page.print()
        finish()
        qtbot.waitUntil(lambda: page.machine.runner is None and bool(said))
        return page

    return through


def test_register_shows_the_paper(page, line):
    assert page.list.model.rowCount() == 1
    assert page.panel.title.text() == line.name


def test_nothing_is_added_by_hand(page, qtbot):
    assert page.add_button.isHidden()
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.panel.record is not None


def test_nothing_is_edited_by_hand(page):
    fields = [page.panel.form.editor(name).field for name in ("name", "number_text", "remark")]
    assert all(field.isReadOnly() or not field.isEnabled() for field in fields)


def test_a_reprint_opens_the_print_page_over_the_paper(side, desk, prints, finish, qtbot):
    with qtbot.waitSignal(desk.page_wanted) as told:
        qtbot.mouseClick(side.print_button, Qt.MouseButton.LeftButton)
    page, title = told.args
    qtbot.addWidget(page)
    finish()
    assert (title, page.choice.deed.text()) == ("补打", "再印 1 份")
    assert page.choice.numbers.text() == "文号已给：兴工函〔2026〕1号"


def test_reprint_goes_to_the_printer_and_into_the_register(print_page, press, line, tmp_path):
    press(print_page(line))
    again = Printing.get(Printing.kind == REPRINT)
    assert (again.way, again.printer, again.number_text) == ("printer", "示例打印机", "兴工函〔2026〕1号")
    assert (tmp_path / "补打.pdf").read_bytes().startswith(b"%PDF")


def test_a_reprint_is_registered_each_time(print_page, press, line, said):
    page = press(print_page(line))
    said.clear()
    press(page)
    assert Printing.select().where(Printing.kind == REPRINT).count() == 2


def test_a_void_paper_leaves_the_print_page_again(print_page, line, book, desk, said, qtbot):
    void(book, [line], "名称有误", TODAY)
    with qtbot.waitSignal(desk.page_left):
        print_page(line)
    assert said[-1].text == "这份已作废，不能补打。"


def test_who_printed_again_and_who_voided_is_written(side, book, files, finish, said, qtbot, type_in, tmp_path):
    side._printing.user = book.user = "王海燕"
    files.path = tmp_path / "函.pdf"
    qtbot.mouseClick(side.pdf_button, Qt.MouseButton.LeftButton)
    finish()
    type_in(side.reason, "单位名称有误")
    qtbot.mouseClick(side.void_button, Qt.MouseButton.LeftButton)
    said[-1].answers[0].act()
    assert [deed.user for deed in book.deeds(2)] == ["王海燕"] * 2


def test_the_page_speaks_for_who_is_logged_in(desk, line, book, qtbot):
    book.user = "王海燕"
    side = PaperSide(desk, line.id)
    qtbot.addWidget(side)
    assert side._printing.user == "王海燕"


@pytest.fixture
def letter(draft, issue_drafts):
    """A letter of several pages."""
    issue_drafts(draft(正文=LONG))
    return Printing.get()


# what another page prints right now


@pytest.fixture
def going_out(print_page, line, finish):
    """It is printed again on another page, and the clerk paused it."""
    page = print_page(line)
    pause_before_the_first_side(page, finish)
    return page


def test_what_another_page_prints_right_now_is_not_voided(going_out, side, line, said, type_in):
    type_in(side.reason, "单位名称有误")
    side.void_button.click()
    assert (said[-1].text, said[-1].answers) == ("正在打印，现在不能作废", ())


def test_a_question_that_is_answered_while_another_page_prints_voids_nothing(
    print_page, side, line, said, type_in, finish
):
    type_in(side.reason, "单位名称有误")
    side.void_button.click()
    void, page = said[-1].answers[0].act, print_page(line)
    pause_before_the_first_side(page, finish)
    void()
    assert Printing.get_by_id(line.id).kind != VOID


def test_once_it_is_out_it_may_be_voided(going_out, side, line, said, type_in):
    going_out.machine.stop()
    type_in(side.reason, "单位名称有误")
    side.void_button.click()
    said[-1].answers[0].act()
    assert Printing.get_by_id(line.id).kind == VOID


def test_a_letter_of_several_pages_is_printed_again_on_both_sides(print_page, letter):
    assert print_page(letter).choice.on_both_sides


def test_where_text_is_garbled_it_is_printed_again_as_image(print_page, press, letter, desk, tmp_path):
    desk.settings.set(AS_PICTURE, True)
    press(print_page(letter))
    with pdfplumber.open(tmp_path / "补打.pdf") as pdf:
        assert not any(page.chars for page in pdf.pages)


def test_after_midnight_it_is_saved_again_on_the_new_day(side, desk, files, finish, qtbot, tmp_path):
    desk.today = date(2026, 12, 1)
    files.path = tmp_path / "函.pdf"
    qtbot.mouseClick(side.pdf_button, Qt.MouseButton.LeftButton)
    finish()
    assert Printing.get(Printing.kind == REPRINT).day == "2026-12-01"


class Failing(QPrinter):
    """It gives up at its second page."""

    def newPage(self):  # noqa: N802 - of Qt
        return False


@pytest.fixture
def failing(tmp_path):
    def make(name):
        printer = Failing(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "补打.pdf"))
        return printer

    return make


def test_a_reprint_that_jams_is_gone_on_with_on_the_same_page(print_page, press, letter, failing, said):
    page = print_page(letter, failing)
    page.choice.two_sided.setChecked(False)
    press(page)
    assert said[-1].text == "打印到第 2 张停了。"
    assert said[-1].second == "文号已经留好，再印还是原来的文号。请检查打印机，从第 2 张继续。"
    assert page.choice.which.sheet.value() == 2


def test_a_paper_without_number_is_told_of_none(print_page, press, draft, issue_drafts, failing, said):
    issue_drafts(draft(PLAIN, 正文=LONG), form=PLAIN)
    page = print_page(Printing.get(), failing)
    page.choice.two_sided.setChecked(False)
    press(page)
    assert said[-1].second == "请检查打印机，从第 2 张继续。"
    assert "文号" not in page.choice.numbers.text()


def test_a_long_paper_is_printed_again_in_steps(print_page, letter, finish):
    page = print_page(letter)
    page.print()
    finish()
    page.choice.strip.pause_button.click()
    assert page.choice.strip.isVisibleTo(page)
    assert page.machine.runner.run.progress[0] < page.machine.runner.run.progress[1]


def test_the_pdf_of_a_letter_asks_for_both_sides_again(desk, letter, tmp_path):
    PrintDesk(desk.book, desk.rooms, TODAY).reprint_pdf(letter, tmp_path / "函.pdf")
    assert b"/DuplexFlipLongEdge" in (tmp_path / "函.pdf").read_bytes()


def test_paper_is_saved_again_as_pdf(side, files, finish, qtbot, tmp_path):
    files.path = tmp_path / "函.pdf"
    qtbot.mouseClick(side.pdf_button, Qt.MouseButton.LeftButton)
    finish()
    assert files.path.read_bytes().startswith(b"%PDF")
    assert Printing.get(Printing.kind == REPRINT).way == "pdf"


def test_saving_thought_better_of_registers_nothing(side, qtbot):
    qtbot.mouseClick(side.pdf_button, Qt.MouseButton.LeftButton)
    assert Printing.select().count() == 1


def test_void_is_asked_first(side, said, qtbot, type_in):
    type_in(side.reason, "单位名称有误")
    qtbot.mouseClick(side.void_button, Qt.MouseButton.LeftButton)
    assert "兴工函〔2026〕1号" in said[-1].text
    assert Printing.get().kind != VOID


def test_void_is_done_when_it_is_answered(side, said, qtbot, type_in):
    type_in(side.reason, "单位名称有误")
    qtbot.mouseClick(side.void_button, Qt.MouseButton.LeftButton)
    said[-1].answers[0].act()
    assert Printing.get().kind == VOID
    assert not side.print_button.isEnabled()


def test_void_without_a_reason_is_told_before_anything_is_asked(side, said, qtbot):
    qtbot.mouseClick(side.void_button, Qt.MouseButton.LeftButton)
    assert (said[-1].text, said[-1].answers) == ("作废要写明原因。", ())
    assert side.line.kind != VOID


def test_an_empty_register_offers_nothing_that_cannot_be_done(desk, qtbot):
    made = PrintRegisterPage(desk)
    qtbot.addWidget(made)
    assert made.list.empty.button.isHidden()
    assert made.list.empty.link.isHidden()


def test_what_is_printed_is_never_deleted(page, line):
    assert page.panel.delete_button.isHidden()


def test_the_pages_are_seen_beside_the_line(desk, line, qtbot, text_of):
    look = PaperLook(desk, line.id)
    qtbot.addWidget(look)
    assert "换届选举" in text_of(look.viewer.pages)


def test_a_void_paper_is_still_seen(desk, line, book, qtbot):
    void(book, [line], "名称有误", TODAY)
    look = PaperLook(desk, line.id)
    qtbot.addWidget(look)
    assert look.viewer.pages


def test_the_batch_of_a_line_is_opened(desk, items, print_out, qtbot):
    print_out(items)
    side = PaperSide(desk, Printing.get().id)
    qtbot.addWidget(side)
    with qtbot.waitSignal(desk.register_wanted) as listed:
        side.same_button.click()
    assert len(listed.args[2]) == 3
    assert "共 3 份" in side.batch_said.text()
