"""Platforms: which of Qt's ways to a screen have their file here, and what Qt says where there is none, or no screen.

Without one Qt ends the whole process, on Windows after a box that somebody must close.
"""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

NO_SCREEN = (
    "窗口打不开：这台电脑没有能用的显示器，或者 Qt 的显示平台启动不了。"
    "请在有显示器的电脑上打开；不开窗口也能做的，见 xunion-desktop --help。\n"
)
_TROUBLE = 3  # the exit code of the command line for trouble
_SAID_ALWAYS = (  # by “offscreen”: of every window; on Windows, of Qt's own fonts, where the program brings its own
    "This plugin does not support propagateSizeHints",
    "QFontDatabase: Cannot find font directory",
)

log = logging.getLogger(__name__)


def has_platform(name: str) -> bool:
    """Whether the plugin of this platform (offscreen …) came with the program and is still there.

    Of several with “;” between them, which Qt tries one by one, any will do.
    """
    return any(_has_plugin(one.partition(":")[0]) for one in name.split(";"))  # after “:” stand its own options


def _has_plugin(stem: str) -> bool:
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    return re.fullmatch(r"\w+(-\w+)*", stem) is not None and any(plugins.glob(f"platforms/*q{stem}[.-]*"))


def application() -> QApplication:
    """The application of this process. Where Qt finds no screen to start on, the process ends with a sentence.

    Qt itself would abort it, in English; its words go into the log.
    """
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    before = qInstallMessageHandler(_hear_no_screen)
    try:
        return QApplication(["xunion-desktop"])
    finally:
        qInstallMessageHandler(before)


def _hear_no_screen(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    log.warning("Qt: %s", words)
    if kind is QtMsgType.QtFatalMsg:  # what comes back from here is aborted
        if sys.stderr is not None:
            sys.stderr.write(NO_SCREEN)
            sys.stderr.flush()
        os._exit(_TROUBLE)


@contextmanager
def unsaid() -> Iterator[None]:
    """Keep from the console what a window without a screen always brings there, in English; all else is said."""

    def hear(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        if words.startswith(_SAID_ALWAYS):
            return
        if callable(before):
            before(kind, context, words)
        elif sys.stderr is not None:
            sys.stderr.write(f"{qFormatLogMessage(kind, context, words)}\n")

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
