"""PrintStrip: the run through the printer: which sheet goes now, 暂停, 继续, 停下."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QProgressBar, QWidget

from .boxes import column, label, row
from .buttons import small
from .print_run import Runner
from .printer import PrintRun
from .printing import Copy
from .scale import Scale


class PrintStrip(QWidget):
    """Hidden while nothing is printed."""

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner: Runner | None = None
        self._copies: Sequence[Copy] = ()
        self.said = label("", "second", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.pause_button = small("暂停", self._pause)
        self.stop_button = small("停下", self._stop)
        self.setLayout(column(scale, self.said, self.bar, row(scale, self.pause_button, self.stop_button, 1), gap=6))
        self.hide()

    def follow(self, runner: Runner, copies: Sequence[Copy]) -> None:
        """Show this run until it is over."""
        self._runner, self._copies = runner, copies
        runner.moved.connect(self._moved)
        runner.paused.connect(self._show_paused)
        for over in (runner.ended, runner.stopped):
            over.connect(self._over)
        runner.failed.connect(lambda _trouble: self._over())
        self._show_paused(False)
        self._moved(runner.run)
        self.show()

    def _moved(self, run: PrintRun) -> None:
        done, total = run.progress
        side = run.side
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.said.setText(f"正在送第 {side.sheet} 张：{self._copies[side.copy].name}")

    def _show_paused(self, paused: bool) -> None:
        self.pause_button.setText("继续" if paused else "暂停")

    def _pause(self) -> None:
        if self._runner is None:
            return
        if self.pause_button.text() == "暂停":
            self._runner.pause()
        else:
            self._runner.go_on()

    def _stop(self) -> None:
        if self._runner is not None:
            self._runner.stop()

    def _over(self) -> None:
        self._runner = None
        self.hide()
