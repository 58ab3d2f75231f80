"""The printer: full page, no scaling; another paper than the form's stops it."""

import pdfplumber
import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.resources import resource
from xunion_desktop.desk.painting import PaperFonts
from xunion_desktop.desk.print_sides import Side
from xunion_desktop.desk.printer import PrintRun, Wanted, changes, make_ready, paper_name, set_paper
from xunion_desktop.paper.pages import Glyphs, Page, Rect

A4 = (210.0, 297.0)


def to_file(path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def of_system(tmp_path):
    """A printer whose driver does something else; it must not be a file, which has no sides."""
    printer = to_file(tmp_path / "out.pdf")
    make_ready(printer, Wanted(A4))
    return printer


def changed(printer, wanted=None):
    return "；".join(changes(printer, wanted or Wanted(A4)))


def printed(tmp_path, *pages, paper=A4):
    printer = to_file(tmp_path / "out.pdf")
    set_paper(printer, paper)
    run = PrintRun(printer, PaperFonts(resource("fonts")), pages)
    while run.step():
        pass
    return pdfplumber.open(tmp_path / "out.pdf")


def test_a_page_comes_out_in_its_size_and_place(qapp, tmp_path):
    with printed(tmp_path, Page(*A4, (Rect(30, 40, 100, 2),))) as pdf:
        box = pdf.pages[0].rects[0]
        millimetres = [edge / 72 * 25.4 for edge in (box["x0"], box["top"], box["x1"], box["bottom"])]
        assert millimetres == pytest.approx([30, 40, 130, 42], abs=0.2)
        assert pdf.pages[0].width / 72 * 25.4 == pytest.approx(210, abs=0.5)


def test_text_goes_out_as_text_in_an_embedded_font(qapp, tmp_path):
    with printed(tmp_path, Page(*A4, (Glyphs("fang", 16, "兴县总工会", 30, 60, 6.0),))) as pdf:
        assert pdf.pages[0].extract_text() == "兴县总工会"


def test_every_page_is_sent(qapp, tmp_path):
    pages = [Page(*A4, (Rect(30, 40, 10, 10),), number) for number in (1, 2, 3)]
    with printed(tmp_path, *pages) as pdf:
        assert len(pdf.pages) == 3


def test_a_landscape_page_lies(qapp, tmp_path):
    with printed(tmp_path, Page(297, 210, (Rect(30, 40, 10, 10),)), paper=(297.0, 210.0)) as pdf:
        assert pdf.pages[0].width > pdf.pages[0].height


def test_another_paper_than_the_form_s_stops_and_says_so(qapp, tmp_path):
    def driver(printer, wanted):
        make_ready(printer, wanted)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))

    with pytest.raises(Trouble) as told:
        set_paper(to_file(tmp_path / "out.pdf"), A4, ready=driver)
    assert "打印机用 148 × 210 mm 的纸" in told.value.sentence
    assert "没有打印" in told.value.remedy


def test_nothing_is_said_of_a_printer_that_takes_the_paper(qapp, tmp_path):
    assert changed(of_system(tmp_path)) == ""


def test_another_orientation_is_said(qapp, tmp_path):
    printer = of_system(tmp_path)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    assert changed(printer) == "要竖放，打印机横放"


def test_margins_are_said(qapp, tmp_path):
    printer = of_system(tmp_path)
    printer.setFullPage(False)
    printer.setPageMargins(QMarginsF(4.2, 4.2, 4.2, 4.2), QPageLayout.Unit.Millimeter)
    assert "打印机留了边（左 4.2、上 4.2、右 4.2、下 4.2 毫米）" in changed(printer)


def test_every_change_is_said_at_once(qapp, tmp_path):
    printer = of_system(tmp_path)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    assert changed(printer) == "要用 210 × 297 mm 的纸，打印机用 297 × 420 mm 的纸"


def test_a_paper_is_asked_for_again_after_the_driver_s_own_window(qapp, tmp_path):
    printer = to_file(tmp_path / "out.pdf")
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A5), QPageLayout.Orientation.Landscape, QMarginsF(9, 9, 9, 9))
    )
    set_paper(printer, A4)
    assert changed(printer) == ""


def test_a_lying_page_after_an_upright_one_turns_the_paper(qapp, tmp_path):
    pages = [Page(*A4, (Rect(30, 40, 10, 10),)), Page(297, 210, (Rect(30, 40, 10, 10),), 2)]
    with printed(tmp_path, *pages) as pdf:
        assert [page.width > page.height for page in pdf.pages] == [False, True]


class Upright(QPrinter):
    """Its driver never lays the paper across once it prints."""

    def setPageLayout(self, layout):  # noqa: N802 - of Qt
        lies = layout.orientation() is QPageLayout.Orientation.Landscape
        return False if lies else super().setPageLayout(layout)


def test_a_lying_page_that_the_driver_does_not_take_stops_before_it(qapp, tmp_path):
    printer = Upright(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    set_paper(printer, A4)
    run = PrintRun(printer, PaperFonts(resource("fonts")), [Page(*A4, ()), Page(297.0, 210.0, ())])
    assert run.step()
    with pytest.raises(Trouble, match="要横放，打印机竖放") as told:
        run.step()
    assert "从第 2 张继续" in told.value.remedy
    with pdfplumber.open(tmp_path / "out.pdf") as pdf:
        assert len(pdf.pages) == 1


def test_an_empty_back_is_a_page_of_its_own(qapp, tmp_path):
    printer = to_file(tmp_path / "out.pdf")
    set_paper(printer, A4, two_sided=True)
    page = Page(*A4, (Rect(30, 40, 10, 10),))
    run = PrintRun(
        printer, PaperFonts(resource("fonts")), [Side(0, page, 0, 1), Side(0, None, 1, 1), Side(1, page, 0, 2)]
    )
    while run.step():
        pass
    with pdfplumber.open(tmp_path / "out.pdf") as pdf:
        assert [len(page.rects) for page in pdf.pages] == [1, 0, 1]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_answer_is_a_trouble(qapp, tmp_path):
    with pytest.raises(Trouble) as told:
        PrintRun(to_file(tmp_path / "nowhere" / "out.pdf"), PaperFonts(resource("fonts")), [])
    assert "没有响应" in told.value.sentence


def test_the_progress_counts_pages(qapp, tmp_path):
    printer = to_file(tmp_path / "out.pdf")
    run = PrintRun(printer, PaperFonts(resource("fonts")), [Page(*A4, ()), Page(*A4, ())])
    run.step()
    assert run.progress == (1, 2)
    run.step()


@pytest.mark.parametrize(("paper", "name"), [(A4, "A4 · 210 × 297 mm"), ((90.0, 54.0), "90 × 54 mm")])
def test_paper_is_called_by_name_and_measure(qapp, paper, name):
    assert paper_name(paper) == name


def test_a_printer_that_goes_in_the_middle_is_told_with_the_sheet_to_go_on_from(qapp, tmp_path):
    printer = to_file(tmp_path / "out.pdf")
    set_paper(printer, A4)
    run = PrintRun(printer, PaperFonts(resource("fonts")), [Page(*A4, ()), Page(*A4, ()), Page(*A4, ())])
    run.step()
    run.end()  # as a printer that is no more active
    with pytest.raises(Trouble) as told:
        run.step()
    assert told.value.sentence == "打印到第 2 张停了。"
    assert "从第 2 张继续" in told.value.remedy
