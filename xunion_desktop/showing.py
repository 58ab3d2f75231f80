"""Showing: the window over a passing book, as self-test looks at it: words in Chinese, glyphs, a grabbed picture."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from .basics.errors import Trouble
from .basics.places import Places
from .basics.resources import REINSTALL
from .basics.saving import save

if TYPE_CHECKING:
    from .app import Program

TAB, SIZE = "branches", (1366, 697)
_PLATFORM = "QT_QPA_PLATFORM"
_CANCEL = "取消"  # Qt's own word on its own button
FEWEST_COLOURS = 12  # a picture with fewer shows no text


def look(book: Path, folder: Path, today: date, platform: str, picture: Path | None) -> str:
    """Show one tab of this closed book on this platform of Qt; what is wrong with it, "" if nothing.

    Settings and log go into ``folder``; the grabbed window into ``picture``, if wanted.
    """
    given = f"环境变量 {_PLATFORM}" if os.environ.get(_PLATFORM) == platform else " --platform "
    os.environ[_PLATFORM] = platform  # read as Qt starts; wine hands no such variable on
    from .desk.platforms import has_platform, unsaid

    if not has_platform(platform):
        return f"这里没有 Qt 的平台“{platform}”，显示不了窗口。请不写{given}再试；还是这样，{REINSTALL}"
    from .app import Program

    with unsaid():
        program = Program(Places(folder / "books", folder / "settings.json", folder / "logs"), today)
        try:
            program.open(book)
            return _faults(program, picture)
        finally:
            program.close()


def _faults(program: Program, picture: Path | None) -> str:
    from .desk.picturing import png
    from .window import MainWindow

    window = program.window
    if not isinstance(window, MainWindow):
        return "本子在窗口里没有打开"
    if program.app.translate("QPlatformTheme", "Cancel") != _CANCEL:
        return "没有找到 Qt 的中文翻译"
    if not program.furniture.scale.font(13).family():
        return "窗口没有字体"
    window.resize(*SIZE)
    window.leave_page(window.page)
    window.open_tab(TAB)
    image = window.grab().toImage()
    step = 3
    colours = {image.pixel(x, y) for x in range(0, image.width(), step) for y in range(0, image.height(), step)}
    if len(colours) < FEWEST_COLOURS:
        return "窗口是空的"
    if program.furniture.icons.fault is not None:
        return str(program.furniture.icons.fault)
    return "" if picture is None else _kept(png(image), picture)


def _kept(content: bytes, picture: Path) -> str:
    """Save the grabbed window; why it could not be, "" = it was."""
    try:
        save(picture, content)
    except Trouble as trouble:
        return f"图片没有存上：{trouble}"
    return ""
