"""打印登记 in the window: look, print again, mark 作废; nothing is added or edited by hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from tests.documents.conftest import TODAY
from xunion_desktop.documents.pages.paper_look import PaperLook
from xunion_desktop.documents.pages.paper_side import PaperSide
from xunion_desktop.documents.pages.print_register import PrintRegisterPage
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

    def to_file(name):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "补打.pdf"))
        return printer

    made = PaperSide(desk, line.id, to_file, lambda: ["示例打印机"])
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
    side = PaperSide(desk, line.id, printers=list)
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
    side = PaperSide(desk, Printing.get().id, printers=list)
    qtbot.addWidget(side)
    with qtbot.waitSignal(desk.register_wanted) as listed:
        side.same_button.click()
    assert len(listed.args[2]) == 3
    assert "共 3 份" in side.batch_said.text()
