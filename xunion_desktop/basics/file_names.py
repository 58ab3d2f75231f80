"""File names: which names a folder may have everywhere, on Windows too, and on a stick that is carried there.

The marks, the dots and the reserved names are those of “Naming Files, Paths, and Namespaces” (Microsoft, Win32).
"""

from __future__ import annotations

import re

_MARKS = '<>:"/\\|?*'
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
_BYTES = 200  # of the 255 that Linux (NAME_MAX) gives a name: what a restore puts aside gets some words more


def name_fault(name: str) -> str:
    """Say what is wrong with the name of a folder, and what to do ("" = it will do). An empty one is not asked here."""
    marks = [mark for mark in dict.fromkeys(name) if mark in _MARKS or ord(mark) < ord(" ")]
    if marks:
        return f"名称里不能有 {' '.join(marks)}，请换一个。"
    if name.startswith(".") or name.endswith("."):
        return "名称的开头和末尾不能是点（.），请去掉。"
    if len(name.encode()) > _BYTES:
        return f"名称太长：现在 {len(name)} 个字，请写短一些。"
    if _RESERVED.fullmatch(name):
        return f"“{name}”是 Windows 自己要用的名称，请换一个。"
    return ""
