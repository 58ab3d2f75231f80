"""Platforms: which of Qt's ways to a screen have their file here.

Without it Qt ends the whole process, on Windows after a box that somebody must close.
"""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QLibraryInfo


def has_platform(name: str) -> bool:
    """Whether the plugin of this platform (offscreen …) came with the program and is still there.

    Of several with “;” between them, which Qt tries one by one, any will do.
    """
    return any(_has_plugin(one.partition(":")[0]) for one in name.split(";"))  # after “:” stand its own options


def _has_plugin(stem: str) -> bool:
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    return re.fullmatch(r"\w+(-\w+)*", stem) is not None and any(plugins.glob(f"platforms/*q{stem}[.-]*"))
