"""Printer: pages onto paper by the system's printer, full page, millimetres to dots, without any scaling.

The paper of the form is set after everything else and compared with what the driver took: a driver that changes it
would shrink or cut the page, so we stop and say so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.paper.pages import Page

from .painting import PagePainter, PaperFonts

TOLERANCE = 1.0  # mm

MakePrinter = Callable[[str], QPrinter]


def printer_names() -> list[str]:
    """The printers of this PC, the usual one first."""
    names = list(QPrinterInfo.availablePrinterNames())
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(names, key=lambda name: name != usual)


def system_printer(name: str) -> QPrinter:
    """The printer of that name at its full resolution."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    return printer


def set_paper(printer: QPrinter, paper: tuple[float, float]) -> None:
    """Ask for this paper (mm) without margins; Trouble where the printer takes another one."""
    width, height = sorted(paper)
    orientation = QPageLayout.Orientation.Landscape if paper[0] > paper[1] else QPageLayout.Orientation.Portrait
    size = QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, orientation, QMarginsF()))
    printer.setFullPage(True)
    taken = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
    if abs(taken.width() - paper[0]) > TOLERANCE or abs(taken.height() - paper[1]) > TOLERANCE:
        raise Trouble(
            f"打印机要用 {_measures(taken.width(), taken.height())} 的纸，这份要用 {_measures(*paper)} 的纸。",
            "没有打印。请在打印机设置里换成这种纸再印，程序不会缩放。",
        )


def paper_name(paper: tuple[float, float]) -> str:
    """A4 · 210 × 297 mm."""
    size = QPageSize(QSizeF(*sorted(paper)), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    known = "" if size.id() == QPageSize.PageSizeId.Custom else size.name().split(" ", maxsplit=1)[0]
    return f"{known} · {_measures(*paper)}" if known else _measures(*paper)


def _measures(width: float, height: float) -> str:
    return f"{width:.0f} × {height:.0f} mm"


class PrintRun:
    """One run through the printer; ``step`` prints the next page, so that the window stays readable."""

    def __init__(self, printer: QPrinter, fonts: PaperFonts, pages: Sequence[Page]) -> None:
        self._printer, self._fonts, self._pages = printer, fonts, list(pages)
        self._done = 0
        self._painter = QPainter()
        if not self._painter.begin(printer):
            raise Trouble("打印机没有响应。", "文号已经留好，检查打印机后可以用原来的文号再印。")

    @property
    def progress(self) -> tuple[int, int]:
        """Pages sent, pages in all."""
        return self._done, len(self._pages)

    def step(self) -> bool:
        """Send one page; False = that was the last one, and the paper is on its way."""
        if self._done and not self._printer.newPage():
            self._painter.end()
            raise Trouble("打印到一半停了。", "文号已经留好，检查打印机后可以从停下的那一份接着印。")
        dots = self._printer.resolution() / 25.4
        PagePainter(self._painter, self._fonts, dots).page(self._pages[self._done])
        self._done += 1
        if self._done < len(self._pages):
            return True
        self._painter.end()
        return False
