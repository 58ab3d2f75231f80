"""Trimming: what of Qt and Pillow the frozen program leaves out. Pure, so that a test can say what stays.

Found by removing and running self-test; QtWidgets, QtSvg and QtPrintSupport load none of it. On Linux the plugins of
input methods stay: without them nobody can type Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

EVERYWHERE = (
    r"opengl32sw|d3dcompiler",  # drawing by OpenGL: QtWidgets paints by itself
    r"/(lib)?Qt6?(Qml|Quick|Network|OpenGL|Pdf|VirtualKeyboard)",
    r"plugins/(tls|networkinformation|generic|sqldrivers|egldeviceintegrations|wayland[^/]*)/",
    r"plugins/platforms/(lib)?q(direct2d|minimal|eglfs|linuxfb|vnc|vkkhrdisplay|wayland[^/]*)",
    r"platforminputcontexts/(lib)?qtvirtualkeyboard",
    r"plugins/imageformats/(lib)?q(?!jpeg|ico|svg)",
    r"PIL/_(avif|webp|imagingcms|imagingft|imagingmath|imagingtk)",
    r"translations/(?!qt(base)?_zh_CN)",
)
ON_WINDOWS = (r"plugins/platforminputcontexts/",)  # Windows brings its own
ON_LINUX = (
    r"/lib(avif|webp|webpmux|webpdemux|sharpyuv|lcms2)-",  # of Pillow; tiff, openjp2 and xcb its core is linked to
    r"plugins/platformthemes/libqgtk3",  # it would load the system's GTK beside other versions of what GTK stands on
    r"/libQt6(EglF|Wayland|WlShell)",
)
SYSTEM = ("/lib/", "/usr/lib/x86_64-linux-gnu/")
Entry = tuple[str, str, str]  # place, source and kind, as PyInstaller has them
LIBRARIES = [  # what others would use if it were there, and we do not; the test tools of the lock among them
    *("tkinter", "curses", "pydoc", "doctest", "lib2to3", "distutils", "setuptools", "pip", "numpy"),
    *("pytest", "_pytest", "hypothesis", "pdfplumber", "pdfminer", "pypdfium2", "openpyxl", "xlwt", "odf", "pygments"),
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtSql"),
]


def stays(name: str, *, windows: bool) -> bool:
    """Whether a file of the frozen program, named by its place in the folder, is kept."""
    place = "/" + name.replace("\\", "/")
    patterns = (*EVERYWHERE, *(ON_WINDOWS if windows else ON_LINUX))
    return not any(re.search(pattern, place, re.IGNORECASE) for pattern in patterns)


def needed(entries: Iterable[Entry], asks: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Without the libraries of the system that only a left-out plugin asked for, as libqgtk3 did for all of GTK.

    ``asks`` names what a file is linked to, and what that is linked to in turn.
    """
    kept = list(entries)
    spare = [one for one in kept if one[1].startswith(SYSTEM) and "libpython" not in one[0]]  # the start loads Python's
    asked = {name for _, source, kind in set(kept) - set(spare) if kind != "SYMLINK" for name in asks(source)}
    return [entry for entry in kept if entry not in spare or entry[0] in asked]


def trimmed(entries: Iterable[Entry], *, windows: bool) -> list[Entry]:
    """PyInstaller's entries (place, source, kind) without what is left out."""
    return [entry for entry in entries if stays(entry[0], windows=windows)]
