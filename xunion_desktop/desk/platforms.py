"""Platforms: which of Qt's ways to a screen have their file here, and what the one without a screen says of it.

Without it Qt ends the whole process, on Windows after a box that somebody must close.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

_SAID_ALWAYS = "This plugin does not support propagateSizeHints"  # by “offscreen”, of every window


def has_platform(name: str) -> bool:
    """Whether the plugin of this platform (offscreen …) came with the program and is still there.

    Of several with “;” between them, which Qt tries one by one, any will do.
    """
    return any(_has_plugin(one.partition(":")[0]) for one in name.split(";"))  # after “:” stand its own options


def _has_plugin(stem: str) -> bool:
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    return re.fullmatch(r"\w+(-\w+)*", stem) is not None and any(plugins.glob(f"platforms/*q{stem}[.-]*"))


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
