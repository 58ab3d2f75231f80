"""The typeface of the window: the system's Chinese font, else our own ``hei.ttf``."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

PREFERRED = ("Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC")


def window_family(own: Path) -> str:
    """Name of the family for the window; registers ``own`` where the system has no Chinese font (bare Linux)."""
    families = set(QFontDatabase.families())
    for family in PREFERRED:
        if family in families:
            return family
    return application_family(own)


def application_family(file: Path) -> str:
    """Register a font file with Qt and return its family ("" = Qt cannot read it)."""
    return next(iter(application_families(file)), "")


def application_families(file: Path) -> list[str]:
    """Register a font file with Qt and return its families; none where Qt cannot read it."""
    number = QFontDatabase.addApplicationFont(str(file))
    return list(QFontDatabase.applicationFontFamilies(number)) if number >= 0 else []
