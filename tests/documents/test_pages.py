"""打印登记 in the window: look, print again, mark 作废; nothing is added or edited by hand."""

from dataclasses import replace
from datetime import date

import pdfplumber
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from tests.desk.test_printer import to_file
from tests.documents.conftest import TODAY
from xunion_desktop.desk.print_choice import AS_PICTURE
from xunion_desktop.desk.print_machine import Machines
from xunion_desktop.desk.printer import make_ready
from xunion_desktop.documents.pages.paper_look import PaperLook
from xunion_desktop.documents.pages.paper_side import PaperSide
from xunion_desktop.documents.pages.print_register import PrintRegisterPage
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.documents.printed import void
from xunion_desktop.documents.records import REPRINT, VOID, Printing


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
def side(desk, line, qtbot, tmp_path):
    """Its printer prints into a file."""

    made = PaperSide(desk, line.id, Machines(lambda: ["示例打印机"], lambda name: to_file(tmp_path / "补打.pdf")))
    qtbot.addWidget(made)
    made.show()
    return made


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


def test_reprint_goes_to_the_printer_and_into_the_register(side, qtbot, tmp_path):
    qtbot.mouseClick(side.print_button, Qt.MouseButton.LeftButton)
    again = Printing.get(Printing.kind == REPRINT)
    assert (again.way, again.printer, again.number_text) == ("printer", "示例打印机", "兴工函〔2026〕1号")
    assert (tmp_path / "补打.pdf").read_bytes().startswith(b"%PDF")


def test_who_printed_again_and_who_voided_is_written(side, book, said, qtbot, type_in):
    side._printing.user = book.user = "王海燕"
    qtbot.mouseClick(side.print_button, Qt.MouseButton.LeftButton)
    type_in(side.reason, "单位名称有误")
    qtbot.mouseClick(side.void_button, Qt.MouseButton.LeftButton)
    said[-1].answers[0].act()
    assert [deed.user for deed in book.deeds(2)] == ["王海燕"] * 2


def test_the_page_speaks_for_who_is_logged_in(desk, line, book, qtbot):
    book.user = "王海燕"
    side = PaperSide(desk, line.id, Machines(names=list))
    qtbot.addWidget(side)
    assert side._printing.user == "王海燕"


@pytest.fixture
def letter(draft, issue_drafts):
    """A letter of several pages."""
    issue_drafts(draft(正文="\n".join(["各有关单位要认真做好各项准备工作，按时完成任务。" * 3] * 20)))
    return Printing.get()


@pytest.fixture
def again(desk, letter, tmp_path, qtbot):
    """Print the letter again through a printer that turns paper (or not); what it was asked for."""

    def print_it(*, turns=True):
        asked = []

        def ready(printer, what):
            asked.append(what)
            make_ready(printer, what)

        machines = Machines(lambda: ["示例打印机"], lambda name: to_file(tmp_path / "补打.pdf"), ready)
        side = PaperSide(desk, letter.id, replace(machines, turns=lambda name: turns))
        qtbot.addWidget(side)
        side.print_again()
        return asked[0]

    return print_it


def test_a_letter_of_several_pages_is_printed_again_on_both_sides(again):
    assert again().two_sided


def test_a_printer_that_does_not_turn_paper_prints_one_side(again):
    assert not again(turns=False).two_sided


def test_where_text_is_garbled_it_is_printed_again_as_image(again, desk, tmp_path):
    desk.settings.set(AS_PICTURE, True)
    again()
    with pdfplumber.open(tmp_path / "补打.pdf") as pdf:
        assert not any(page.chars for page in pdf.pages)


def test_after_midnight_it_is_printed_again_on_the_new_day(side, desk, qtbot):
    desk.today = date(2026, 12, 1)
    qtbot.mouseClick(side.print_button, Qt.MouseButton.LeftButton)
    assert Printing.get(Printing.kind == REPRINT).day == "2026-12-01"


class Failing(QPrinter):
    """It gives up at its second page."""

    def newPage(self):  # noqa: N802 - of Qt
        return False


def test_a_printer_that_stops_is_told_with_what_can_be_done_here(desk, letter, said, tmp_path, qtbot):
    def failing(name):
        printer = Failing(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "补打.pdf"))
        return printer

    side = PaperSide(desk, letter.id, Machines(lambda: ["示例打印机"], failing))
    qtbot.addWidget(side)
    side.print_again()
    assert (said[-1].text, "看这一批" in said[-1].second) == ("打印到第 2 张停了。", True)


def test_the_pdf_of_a_letter_asks_for_both_sides_again(desk, letter, tmp_path):
    PrintDesk(desk.book, desk.rooms, TODAY).reprint_pdf(letter, tmp_path / "函.pdf")
    assert b"/DuplexFlipLongEdge" in (tmp_path / "函.pdf").read_bytes()


def test_paper_is_saved_again_as_pdf(side, files, qtbot, tmp_path):
    files.path = tmp_path / "函.pdf"
    qtbot.mouseClick(side.pdf_button, Qt.MouseButton.LeftButton)
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


def test_without_a_printer_pdf_is_offered(desk, line, qtbot):
    side = PaperSide(desk, line.id, Machines(names=list))
    qtbot.addWidget(side)
    assert not side.print_button.isEnabled()
    assert "PDF" in side.state.text()


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
    side = PaperSide(desk, Printing.get().id, Machines(names=list))
    qtbot.addWidget(side)
    with qtbot.waitSignal(desk.register_wanted) as listed:
        side.same_button.click()
    assert len(listed.args[2]) == 3
    assert "共 3 份" in side.batch_said.text()
