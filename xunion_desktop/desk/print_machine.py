"""PrintMachine: the printer of the print page with what was set in its own window, and the run that goes through it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from .painting import PaperFonts
from .print_run import Runner
from .print_sides import Side
from .printer import (
    AskSettings,
    MakePrinter,
    MakeReady,
    PrintRun,
    ask_settings,
    make_ready,
    printer_names,
    system_printer,
)


@dataclass(frozen=True)
class Machines:
    """The printers of this PC and how they are spoken to; tests print into files."""

    names: Callable[[], Sequence[str]] = printer_names
    make: MakePrinter = system_printer
    ready: MakeReady = make_ready
    ask: AskSettings = ask_settings


class Last:
    """The run that began last; it outlives its machine."""

    def __init__(self) -> None:
        self.run: PrintRun | None = None

    def let_go(self) -> None:
        """What was sent until now is printed."""
        if self.run is not None:
            self.run.end()


class PrintMachine(QObject):
    """One printer at a time, one run at a time. Its signals tell the run, however it is over.

    A run that it takes with it when it goes lets go of the printer first: Qt forbids the printer to go before.
    """

    ended = Signal(object)
    stopped = Signal(object)
    failed = Signal(object, object)  # the run, Trouble

    def __init__(self, fonts: PaperFonts, machines: Machines, parent: QObject) -> None:
        super().__init__(parent)
        self.fonts, self.machines = fonts, machines
        self.runner: Runner | None = None
        self._name = ""
        self._printer: QPrinter | None = None
        self._last = Last()
        self.destroyed.connect(self._last.let_go)

    def printer(self, name: str) -> QPrinter:
        """The printer of that name; the same one as long as no other is chosen."""
        if self._printer is None or name != self._name:
            self._printer, self._name = self.machines.make(name), name
        return self._printer

    def forget(self) -> None:
        """Ask the system anew next time: this one failed, and may never answer again though the printer is back."""
        self._printer = None

    def start(self, printer: QPrinter, sides: Sequence[Side], *, pictures: bool) -> None:
        """Send these sides; Trouble where the printer does not answer."""
        runner = Runner(PrintRun(printer, self.fonts, sides, pictures=pictures), self)
        self.runner, self._last.run = runner, runner.run
        runner.ended.connect(lambda: self._over(lambda: self.ended.emit(runner.run)))
        runner.stopped.connect(lambda: self._over(lambda: self.stopped.emit(runner.run)))
        runner.failed.connect(lambda trouble: self._over(lambda: self.failed.emit(runner.run, trouble)))

    def stop(self) -> None:
        """停下: what was sent is printed."""
        if self.runner is not None:
            self.runner.stop()

    def _over(self, tell: Callable[[], None]) -> None:
        self.runner = None
        tell()
