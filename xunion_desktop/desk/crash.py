"""Crash: a bug is logged and told in one window with 复制 and 关闭; a deed is a transaction, so the book is safe.

A Trouble that nobody caught (raised in a slot) is no bug: it is told by the messages like any other (design.md §5).
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from xunion_desktop.basics.errors import Cancelled, Trouble, in_code

from .boxes import column, label, row
from .buttons import plain, primary
from .messages import Messages
from .scale import Scale

log = logging.getLogger(__name__)


class CrashWindow(QDialog):
    """What went wrong, in full, to be copied and sent to whoever looks after the program."""

    def __init__(self, scale: Scale, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("程序出错了")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.copy = plain("复制", self._copy)
        buttons = row(scale, self.copy, 1, primary("关闭", self.close))
        what = label("程序出错了，刚才那一步没有做成", "title", wrap=True)
        why = label("本子里的内容没有受损，关闭后可以接着用。", wrap=True)
        send = "请点“复制”，把下面的文字发给维护程序的人；里面如有姓名、号码，请先删去。"
        self.setLayout(
            column(scale, what, why, label(send, wrap=True), self.report, buttons, gap=10, margins=(20, 18, 20, 16))
        )
        self.resize(scale.px(640), scale.px(420))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())


class CrashWatch(QObject):
    """Stands behind both excepthooks, of the main thread and of all others."""

    _happened = Signal(str)
    _troubled = Signal(object)

    def __init__(self, scale: Scale, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._window: CrashWindow | None = None
        self._held: list[str] | None = None
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
        elif isinstance(error, Trouble):
            log.warning("trouble: %s", in_code(error))
            self._troubled.emit(error)
        elif not isinstance(error, Cancelled):
            self._bug(kind, error, trace)

    def _bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """The log has the place only; the window shows all, for the clerk to read before it is sent on."""
        log.critical("bug: %s", in_code(error))
        self._happened.emit("".join(traceback.format_exception(kind, error, trace)))

    @Slot()
    def hold(self) -> None:
        """The window is locked: a report may hold names and numbers, it waits until somebody logged in again."""
        self._held = self._held or []

    @Slot(bool)
    def release(self, show: bool = True) -> None:
        """Show what was held, or forget it: the log has where it happened."""
        held, self._held = self._held or [], None
        for report in held if show else ():
            self._show(report)

    @Slot(str)
    def _show(self, report: str) -> None:
        if self._held is not None:
            self._held.append(report)
            return
        if self._window is not None:
            if report not in self._window.report.toPlainText():  # a page drawn again fails again
                self._window.report.appendPlainText("\n" + report)
            return
        self._window = CrashWindow(self._scale, report)
        self._window.destroyed.connect(self._closed)
        self._window.show()

    @Slot()
    def _closed(self) -> None:
        self._window = None
