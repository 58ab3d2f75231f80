"""PrintPaper: the papers of the print page onto paper: the printer is asked, checked, and sent one side at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrinter

from xunion_desktop.basics.errors import Trouble

from .desk import Desk
from .print_sides import Side, times_over
from .print_which import Which
from .printer import PrintRun, set_paper
from .printing import PRINTER, BrokenOff, Issued

if TYPE_CHECKING:
    from .print_page import PrintPage

_NUMBERS_KEPT = "文号已经留好，再印还是原来的文号。"


class PrintPaper:
    """The way out through a printer. Numbers are issued, or the reprint is registered, before it is called."""

    def __init__(self, page: PrintPage, desk: Desk) -> None:
        self._page, self._desk = page, desk
        self._machine = page.machine
        self._at: BrokenOff | None = None  # what is to be gone on with, as it is kept
        self._before: BrokenOff | None = None  # and what after the run that goes now
        self._more: dict[int, int] = {}  # of the copy that broke off: how many sets of it are wanted after that one
        self._machine.ended.connect(self._ended)
        self._machine.stopped.connect(self._stopped)
        self._machine.failed.connect(self._failed)

    def ask_settings(self) -> None:
        """打印机设置…: the system's own window; what it changed of the paper is told at once."""
        self._desk.messages.attempt(self._ask_settings)

    def print(self) -> None:
        """打印 n 封: the paper is checked, then the numbers are issued, then the printer is called."""
        page = self._page
        if page.prepared is not None and self._machine.runner is None and page.choice.deed.isEnabled():
            self._desk.messages.attempt(self._check_and_print)

    def _ask_settings(self) -> None:
        printer = self._printer()
        if self._page.prepared is None or not self._machine.machines.ask(printer, self._page):
            return
        self._page.choice.take_from(printer)
        self._check_paper()

    def _printer(self) -> QPrinter:
        printer = self._machine.printer(self._page.choice.printer.currentText())
        printer.setCopyCount(self._page.choice.times.value())
        return printer

    def _check_paper(self) -> QPrinter:
        """The printer, ready for this paper; Trouble where its driver changed something."""
        assert self._page.prepared is not None
        printer, both = self._printer(), self._page.choice.on_both_sides
        set_paper(printer, self._page.prepared.paper, two_sided=both, ready=self._machine.machines.ready)
        return printer

    def _check_and_print(self) -> None:
        page, printer = self._page, self._check_paper()
        name, chosen = page.choice.printer.currentText(), page.choice.chosen()
        if page.issued is None:
            work = partial(page.printing.issue, page.prepared, chosen, way=PRINTER, printer=name)
            page.deeds.issue("编文号", work, partial(self._issued, printer), PRINTER)
            return
        owed = page.ways.owed(chosen, PRINTER, going_on=page.choice.which.which is Which.SHEET)
        if owed:
            self._register_again(owed, name, lambda: self._send(printer))
        else:
            self._send(printer)

    def _issued(self, printer: QPrinter, issued: Issued) -> None:
        self._page.take(issued, PRINTER)
        self._send(printer)

    def _register_again(self, places: Sequence[int], name: str, then: Callable[[], None]) -> None:
        """They went out before, or by another way: one more line in the register for each (补打)."""
        issued = self._page.issued

        def work(_progress: object) -> None:
            self._page.printing.again(issued, places, way=PRINTER, printer=name)

        def done(_done: object) -> None:
            self._page.ways.written(places, PRINTER)
            then()

        self._page.deeds.put_out("登记补打", work, done)

    def _send(self, printer: QPrinter) -> None:
        """One side at a time, so that the window stays readable and the clerk can pause."""
        page = self._page
        assert page.issued is not None
        printer.setDocName(page.issued.called(page.choice.chosen()))
        sides, pictures = self._sides(printer), page.choice.as_picture.isChecked()
        copies = {side.copy for side in sides}
        self._begin(copies)
        self._keep(sides[0], copies)  # whatever ends the program now
        try:
            self._machine.start(printer, sides, pictures=pictures)
        except Trouble as trouble:
            self._look_anew()
            self._tell(trouble)
            return
        assert self._machine.runner is not None
        sent = [page.issued.copies[place] for place in copies]
        self._desk.sending.begin(self, ((copy.key, copy.number) for copy in sent))
        page.choice.strip.follow(self._machine.runner, page.issued.copies)
        page.set_busy(busy=True)

    def _begin(self, copies: Collection[int]) -> None:
        """Another run than the one that broke off, and not the whole of it: that one is gone on with afterwards.

        Who goes on from a sheet says that what lies before it came out.
        """
        which = self._page.choice.which
        if which.which is Which.SHEET:
            self._page.ways.gone(which.passed(), PRINTER)
        else:
            apart = self._at is not None and not set(self._at.waits).issubset(copies)
            self._before = self._at if apart else None

    def _sides(self, printer: QPrinter) -> list[Side]:
        """What is sent; a driver that prints everything once is sent it as often as it is wanted."""
        which, times = self._page.choice.which, self._page.choice.times.value()
        sides = which.sides()
        if printer.supportsMultipleCopies():
            return sides
        printer.setCopyCount(1)
        more = self._more.get(sides[0].copy) if which.which is Which.SHEET else None
        return times_over(sides, times, which.all_sides(), more)

    def _look_anew(self) -> None:
        """The printer may be gone, or back: the clerk goes on with whichever there is."""
        self._machine.forget()
        self._page.look_for_printers()

    def _over(self, run: PrintRun) -> None:
        """What came out whole is remembered: it is not the same time out when it is printed once more."""
        self._desk.sending.end(self)
        self._page.ways.gone(run.whole, PRINTER)
        self._page.set_busy(busy=False)

    def _ended(self, run: PrintRun) -> None:
        self._over(run)
        self._more = {}
        self._page.choice.which.went_through()
        waits = self._waits()
        at, self._before = self._before.still(waits) if self._before is not None else None, None
        if at is None and waits:
            at = BrokenOff(waits[0], 0, waits, waits)
        if at is not None:
            self._go_on_with(at)
        self._keep_break(at)
        self._page.deeds.say_done(f"已送到打印机 {run.sheets:,} 张", run.copies)

    def _stopped(self, run: PrintRun) -> None:
        self._break_off(run)
        second = f"已送去的会印出来，可以从这一张继续。{self._numbers_kept}"
        self._desk.messages.say(f"停在第 {run.side.sheet} 张", second, tone="amber")

    def _failed(self, run: PrintRun, trouble: Trouble) -> None:
        self._break_off(run)
        self._look_anew()
        self._tell(trouble)

    def _break_off(self, run: PrintRun) -> None:
        """Offer to go on, now or when the batch is opened again."""
        self._over(run)
        self._more = {run.side.copy: run.more_sets}
        self._page.choice.which.go_on_from(run.side.sheet, run.copies)
        self._keep(run.side, run.copies)

    def _keep(self, side: Side, copies: Iterable[int]) -> None:
        which = self._page.choice.which
        again = which.broken_off if which.which is Which.SHEET else None
        of_run = tuple(sorted(copies if again is None else again))
        self._keep_break(BrokenOff(side.copy, side.place, of_run, self._waits(), self._before))

    def _waits(self) -> tuple[int, ...]:
        """The copies that stand in the register and did not come out; one that is void meanwhile never will."""
        sound = set(self._page.choice.which.sound())
        return tuple(place for place in self._page.ways.waiting(PRINTER) if place in sound)

    def _keep_break(self, at: BrokenOff | None) -> None:
        self._at = at
        self._desk.messages.attempt(lambda: self._page.printing.broke_off(self._page.issued, at))

    def take_up(self) -> None:
        """A kept batch is opened: where its printing broke off, it is gone on with, as the same time out."""
        page = self._page
        at = page.printing.broken_off(page.issued)
        if at is None or not set(at.waits).intersection(page.choice.which.sound()):
            return
        page.ways.written({*at.copies, *at.waits}, PRINTER)
        page.ways.gone(set(at.copies) - set(at.waits), PRINTER)
        self._at = at
        second = f"从第 {self._go_on_with(at)} 张继续，接着原来那一次，不另登记。"
        self._desk.messages.say("这一批上次没有印完", second, tone="amber")

    def _go_on_with(self, at: BrokenOff) -> int:
        """Offer to go on from there; give the sheet."""
        self._before = at.before
        which = self._page.choice.which
        sheet = which.sheet_at(at.copy, at.page)
        which.go_on_from(sheet, at.copies)
        return sheet

    @property
    def _numbers_kept(self) -> str:
        issued = self._page.issued
        return _NUMBERS_KEPT if issued is not None and issued.numbers else ""

    def _tell(self, trouble: Trouble) -> None:
        """Tell what went wrong at the printer; and where numbers are given, that they stay."""
        self._desk.messages.trouble(Trouble(trouble.sentence, f"{self._numbers_kept}{trouble.remedy}"))
