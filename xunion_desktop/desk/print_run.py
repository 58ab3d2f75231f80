"""Runner: drives a run through the printer between the events of the window, so that it can be paused and stopped."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from xunion_desktop.basics.errors import Trouble

from .printer import PrintRun


class Runner(QObject):
    """Drives a run between the events of the window; it can be paused, gone on with and stopped."""

    moved = Signal(object)  # the run, after every side
    paused = Signal(bool)
    ended = Signal()  # the last side was sent
    stopped = Signal()  # the clerk stopped it
    failed = Signal(object)  # Trouble

    def __init__(self, run: PrintRun, parent: QObject) -> None:
        super().__init__(parent)
        self.run = run
        self._halted = False
        self._over = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def pause(self) -> None:
        """暂停: no side is sent until ``go_on``."""
        self._timer.stop()
        self._halted = True
        self.paused.emit(True)

    def go_on(self) -> None:
        """继续."""
        if self._halted and not self._over:
            self._halted = False
            self.paused.emit(False)
            self._timer.start()

    def stop(self) -> None:
        """停下: what was sent is printed, the rest can be gone on with later."""
        if not self._over:
            self._finish()
            self.stopped.emit()

    @Slot()
    def _step(self) -> None:
        try:
            more = self.run.step()
        except Trouble as trouble:
            self._finish()
            self.failed.emit(trouble)
            return
        self.moved.emit(self.run)
        if self._over:  # whoever heard of this side stopped it
            return
        if not more:
            self._finish()
            self.ended.emit()
        elif not self._halted:
            self._timer.start()

    def _finish(self) -> None:
        self._over = True
        self._timer.stop()
        self.run.end()
        self.deleteLater()
