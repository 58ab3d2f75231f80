"""Platforms: which of Qt's ways to a screen have their file here.

Without it Qt ends the whole process, on Windows after a box that somebody must close.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo


def has_platform(name: str) -> bool:
    """Whether the plugin of this platform (offscreen …) came with the program and is still there."""
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    stem = name.partition(":")[0]  # what follows are its own options
    return stem.isalnum() and any(plugins.glob(f"platforms/*q{stem}[.-]*"))
