"""Printer: the system's printer made ready for a paper: full page, millimetres to dots, without any scaling.

The paper of the form is asked for after everything else (also after the system's own window of settings) and compared
with what the driver took: a driver that changes it would shrink or cut the page, so we stop and say what it changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.paper.pages import Page

from .painting import PagePainter, PaperFonts
from .picturing import draw_in_bands
from .print_sides import Side

TOLERANCE = 1.0  # mm
_SCALED = 0.005  # a page half a percent larger or smaller is scaled
_INCH = 25.4
_LONG = QPrinter.DuplexMode.DuplexLongSide
_MILLIMETER = QPageLayout.Unit.Millimeter

MakePrinter = Callable[[str], QPrinter]


@dataclass(frozen=True)
class Wanted:
    """What the printer is asked for: the paper in mm, and whether it is printed on both sides (turned at the long)."""

    paper: tuple[float, float]
    two_sided: bool = False


MakeReady = Callable[[QPrinter, Wanted], None]
AskSettings = Callable[[QPrinter, QWidget], bool]


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


def turns_paper(name: str) -> bool:
    """Whether this printer says that it prints on both sides by itself."""
    info = QPrinterInfo.printerInfo(name)
    return not info.isNull() and _LONG in info.supportedDuplexModes()


def ask_settings(printer: QPrinter, parent: QWidget) -> bool:
    """The system's own window (tray, quality …); False = the clerk thought better of it."""
    asking = QPrintDialog(printer, parent)
    asking.setWindowTitle("打印机设置")
    taken = bool(asking.exec())
    asking.deleteLater()
    return taken


def make_ready(printer: QPrinter, wanted: Wanted) -> None:
    """Ask for this paper without margins, and for both sides or one."""
    printer.setFullPage(True)
    printer.setPageLayout(layout_of(wanted.paper))
    printer.setFullPage(True)
    printer.setDuplex(_LONG if wanted.two_sided else QPrinter.DuplexMode.DuplexNone)


def layout_of(paper: tuple[float, float]) -> QPageLayout:
    """A whole sheet of this paper, upright or lying, without margins."""
    orientation = QPageLayout.Orientation.Landscape if paper[0] > paper[1] else QPageLayout.Orientation.Portrait
    return QPageLayout(_size(paper), orientation, QMarginsF())


def set_paper(
    printer: QPrinter, paper: tuple[float, float], *, two_sided: bool = False, ready: MakeReady = make_ready
) -> None:
    """Make the printer ready for this paper (mm); Trouble says all that the driver changed."""
    wanted = Wanted(paper, two_sided)
    ready(printer, wanted)
    changed = list(changes(printer, wanted))
    if changed:
        remedy = "没有打印。请按“打印机设置…”换成这种纸和这些设置再印，程序不会缩放。"
        raise Trouble(f"打印机改了设置：{'；'.join(changed)}。", remedy)


def changes(printer: QPrinter, wanted: Wanted) -> Iterator[str]:
    """Say what is not as it was asked for: size, orientation, margins, scaling, both sides."""
    other = _other_paper(printer, wanted.paper)
    if other:
        yield other
    else:
        yield from _scaling(printer, wanted)
    yield from _duplex(printer, wanted)


def _other_paper(printer: QPrinter, paper: tuple[float, float]) -> str:
    """What the driver made of the paper; "" = it took it."""
    taken = printer.pageLayout().fullRect(_MILLIMETER)
    measures = (taken.width(), taken.height())
    if not _alike(sorted(measures), sorted(paper)):
        return f"要用 {_measures(*paper)} 的纸，打印机用 {_measures(*measures)} 的纸"
    return "" if _alike(measures, paper) else f"要{_lies(paper)}，打印机{_lies(measures)}"


def _scaling(printer: QPrinter, wanted: Wanted) -> Iterator[str]:
    printed = printer.pageRect(QPrinter.Unit.Millimeter)
    margins = (printed.left(), printed.top(), wanted.paper[0] - printed.right(), wanted.paper[1] - printed.bottom())
    if max(abs(margin) for margin in margins) > TOLERANCE:
        left, top, right, bottom = (f"{margin:.1f}" for margin in margins)
        yield f"不留边，打印机留了边（左 {left}、上 {top}、右 {right}、下 {bottom} 毫米）"
        return
    for side, dots, resolution, length in (
        ("横向", printer.width(), printer.logicalDpiX(), wanted.paper[0]),
        ("纵向", printer.height(), printer.logicalDpiY(), wanted.paper[1]),
    ):
        ratio = dots / resolution * _INCH / length
        if abs(ratio - 1) > max(_SCALED, TOLERANCE / length):
            yield f"不缩放，打印机{side}按 {ratio:.0%} 印"


def _duplex(printer: QPrinter, wanted: Wanted) -> Iterator[str]:
    """A file has no sides, and its printer does not remember them."""
    taken = printer.duplex()
    if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
        return
    if wanted.two_sided and taken is not _LONG:
        short = taken is QPrinter.DuplexMode.DuplexShortSide
        yield f"要双面印、沿长边翻，打印机{'沿短边翻' if short else '只印单面'}"
    elif not wanted.two_sided and taken in {_LONG, QPrinter.DuplexMode.DuplexShortSide}:
        yield "要印单面，打印机印双面"


class PrintRun:
    """Some sides through the printer, one at a time, so that the window stays readable and can stop between them.

    What is wrong in the middle is told with the sheet to go on from.
    ``step`` prints the next side. ``pictures`` = as images, where text is garbled.
    """

    def __init__(
        self, printer: QPrinter, fonts: PaperFonts, sides: Sequence[Side | Page], *, pictures: bool = False
    ) -> None:
        self._printer, self._fonts = printer, fonts
        self._sides = [_side(place, side) for place, side in enumerate(sides)]
        self._pictures = pictures
        self._done = 0
        self._painter = QPainter()
        if not self._painter.begin(printer):
            raise Trouble("打印机没有响应。", "请检查打印机，再印一次。")

    @property
    def progress(self) -> tuple[int, int]:
        """Sides sent, sides in all."""
        return self._done, len(self._sides)

    @property
    def side(self) -> Side:
        """The side that is sent next, or was the last."""
        return self._sides[min(self._done, len(self._sides) - 1)]

    @property
    def more_sets(self) -> int:
        """How often the copy of that side begins anew after it."""
        later = self._sides[self._done + 1 :]
        return sum(one.copy == self.side.copy and one.place == 0 for one in later)

    @property
    def copies(self) -> set[int]:
        """The copies (their places) of which something is in it."""
        return {side.copy for side in self._sides}

    @property
    def whole(self) -> set[int]:
        """The copies that were sent to their end."""
        return self.copies - {side.copy for side in self._sides[self._done :]}

    @property
    def sheets(self) -> int:
        """How many sheets it takes."""
        return len({side.sheet for side in self._sides})

    def step(self) -> bool:
        """Send one side; False = that was the last one, and the paper is on its way."""
        side = self.side
        if self._gone or (self._done and not self._next_page(side.page)):
            self.end()
            raise self._stopped(side)
        if side.page is not None:
            self._draw(side.page)
        self._done += 1
        if self._done < len(self._sides):
            return True
        self.end()
        return False

    @property
    def _gone(self) -> bool:
        """Whether the driver gave up: out of paper, switched off, the job taken out of its queue."""
        return self._printer.printerState() in {QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error}

    def end(self) -> None:
        """Let go of the printer: what was sent until now is printed."""
        if self._painter.isActive():
            self._painter.end()

    def _next_page(self, page: Page | None) -> bool:
        """A page of another shape lies otherwise; an empty back is as its front."""
        if page is not None and layout_of((page.width, page.height)) != self._printer.pageLayout():
            self._printer.setPageLayout(layout_of((page.width, page.height)))
            self._printer.setFullPage(True)
            self._demand_paper((page.width, page.height))
        return self._printer.newPage()

    def _demand_paper(self, paper: tuple[float, float]) -> None:
        """Trouble where the driver did not take the new paper; its dots it tells only once the page has begun."""
        other = _other_paper(self._printer, paper)
        if other:
            self.end()
            remedy = f"前面的会印出来；请换好纸和设置，从第 {self.side.sheet} 张继续。"
            raise Trouble(f"打印机改了设置：{other}。", remedy)

    def _draw(self, page: Page) -> None:
        dots = self._printer.resolution() / _INCH
        if self._pictures:
            draw_in_bands(self._painter, page, self._fonts, dots)
        else:
            PagePainter(self._painter, self._fonts, dots).page(page)

    @staticmethod
    def _stopped(side: Side) -> Trouble:
        return Trouble(f"打印到第 {side.sheet} 张停了。", f"请检查打印机，从第 {side.sheet} 张继续。")


def _side(place: int, side: Side | Page) -> Side:
    """Pages that are given without sheets are printed on one side."""
    return side if isinstance(side, Side) else Side(0, side, place, place + 1)


def paper_name(paper: tuple[float, float]) -> str:
    """A4 · 210 × 297 mm."""
    size = _size(paper)
    known = "" if size.id() == QPageSize.PageSizeId.Custom else size.name().split(" ", maxsplit=1)[0]
    return f"{known} · {_measures(*paper)}" if known else _measures(*paper)


def _size(paper: tuple[float, float]) -> QPageSize:
    return QPageSize(QSizeF(*sorted(paper)), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)


def _alike(one: object, other: object) -> bool:
    pairs = zip(one, other, strict=True)  # type: ignore[call-overload]
    return all(abs(first - second) <= TOLERANCE for first, second in pairs)


def _lies(paper: tuple[float, float]) -> str:
    return "横放" if paper[0] > paper[1] else "竖放"


def _measures(width: float, height: float) -> str:
    return f"{width:.0f} × {height:.0f} mm"
