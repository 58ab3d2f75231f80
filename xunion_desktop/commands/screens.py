"""Screens: on which of Qt's platforms a window may be tried here. Knows no Qt."""

import os
import sys

NO_SCREEN = "offscreen"
FIRST_WHOLE_WINE = 10  # wine before it ends Qt's windows at once


def screen_here() -> str:
    """Qt's platform for the screen of this PC; ``offscreen`` where none bears a window."""
    if sys.platform == "win32":
        wine = wine_version()
        return NO_SCREEN if wine is not None and wine < FIRST_WHOLE_WINE else "windows"
    if os.environ.get("QT_QPA_PLATFORM"):
        return os.environ["QT_QPA_PLATFORM"]
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "xcb" if os.environ.get("DISPLAY") else NO_SCREEN


def wine_version() -> int | None:
    """The first number of wine's version; None on Windows itself."""
    if sys.platform != "win32":
        return None
    import ctypes

    try:
        ask = ctypes.WinDLL("ntdll").wine_get_version
    except AttributeError:
        return None
    ask.restype = ctypes.c_char_p
    return int(ask().split(b".")[0])
