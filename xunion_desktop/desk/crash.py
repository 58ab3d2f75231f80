"""Crash: a bug is logged and told in one window with 复制 and 关闭; a deed is a transaction, so the book is safe.

A Trouble that nobody caught (raised in a slot) is no bug: it is told by the messages like any other (design.md §5), and
so is what the world does to the database. That the book is safe is not said of any other fault of the database.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from xunion_desktop.basics.errors import Cancelled, Trouble, in_code

from .boxes import column, label, row
from .buttons import plain, primary
from .messages import Messages
from .raw_faults import as_trouble, of_the_database
from .scale import Scale

_SAFE = "本子里的内容没有受损，关闭后可以接着用。"
_UNSURE = "出错的是本子的数据库。请到“体检”查一遍；查出损坏的，到“备份与恢复”恢复最近一份验证过的备份。"
_AGAIN = 2.0  # seconds

log = logging.getLogger(__name__)


class CrashWindow(QDialog):
    """What went wrong, in full, to be copied and sent to whoever looks after the program."""

    def __init__(self, scale: Scale, report: str, parent: QWidget | None = None, *, safe: bool = True) -> None:
        super().__init__(parent)
        self.setWindowTitle("程序出错了")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.copy = plain("复制", self._copy)
        buttons = row(scale, self.copy, 1, primary("关闭", self.close))
        what = label("程序出错了，刚才那一步没有做成", "title", wrap=True)
        self.why = label(_SAFE if safe else _UNSURE, wrap=True)
        send = "请点“复制”，把下面的文字发给维护程序的人；里面如有姓名、号码，请先删去。"
        said = (what, self.why, label(send, wrap=True))
        self.setLayout(column(scale, *said, self.report, buttons, gap=10, margins=(20, 18, 20, 16)))
        self.resize(scale.px(640), scale.px(420))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())


class CrashWatch(QObject):
    """Stands behind both excepthooks, of the main thread and of all others."""

    _happened = Signal(str, bool)  # the report, and whether the book is safe all the same
    _troubled = Signal(object)

    def __init__(self, scale: Scale, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._window: CrashWindow | None = None
        self._held: list[tuple[str, bool]] | None = None
        self._told = "", 0.0  # where a Trouble came from last, and when
        self._before = (sys.excepthook, threading.excepthook)
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._troubled.connect(messages.trouble, Qt.ConnectionType.QueuedConnection)

    @property
    def window(self) -> CrashWindow | None:
        """The open crash window, if there is one."""
        return self._window

    def install(self) -> None:
        """From now on bugs come here."""
        sys.excepthook = self._caught
        threading.excepthook = lambda what: self._caught(
            what.exc_type, what.exc_value or what.exc_type(), what.exc_traceback
        )

    def uninstall(self) -> None:
        """Put the former hooks back."""
        sys.excepthook, threading.excepthook = self._before

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
        elif (trouble := as_trouble(error)) is not None:
            self._tell(trouble)
        elif not isinstance(error, Cancelled):
            self._bug(kind, error, trace)

    def _tell(self, trouble: Trouble) -> None:
        """Say it once as long as it comes on and on: a table asks for each cell of a damaged page at every painting."""
        code, now = in_code(trouble), time.monotonic()
        again = code == self._told[0] and now - self._told[1] < _AGAIN
        self._told = code, now
        if not again:
            log.warning("trouble: %s", code)
            self._troubled.emit(trouble)

    def _bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """The log has the place only; the window shows all, for the clerk to read before it is sent on."""
        log.critical("bug: %s", in_code(error))
        report = "".join(traceback.format_exception(kind, error, trace))
        self._happened.emit(report, not of_the_database(error))

    @Slot()
    def hold(self) -> None:
        """The window is locked: a report may hold names and numbers, it waits until somebody logged in again."""
        self._held = self._held or []

    @Slot(bool)
    def release(self, show: bool = True) -> None:
        """Show what was held, or forget it: the log has where it happened."""
        held, self._held = self._held or [], None
        for report, safe in held if show else ():
            self._show(report, safe)

    @Slot(str, bool)
    def _show(self, report: str, safe: bool) -> None:
        if self._held is not None:
            self._held.append((report, safe))
            return
        if self._window is not None:
            if report not in self._window.report.toPlainText():  # a page drawn again fails again
                self._window.report.appendPlainText("\n" + report)
                if not safe:
                    self._window.why.setText(_UNSURE)
            return
        self._window = CrashWindow(self._scale, report, safe=safe)
        self._window.destroyed.connect(self._closed)
        self._window.show()

    @Slot()
    def _closed(self) -> None:
        self._window = None
