"""Buttons in the looks of the pictures: one solid red deed per window, everything else outlined or a red link."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from .icons import Icons
from .scale import Scale
from .theme import SOFT

Act = Callable[[], object]


def button(words: str, act: Act | None = None, look: str = "") -> QPushButton:
    """A button that does ``act``, by Enter too where it has the focus; its words never shrink."""
    made = QPushButton(words)
    made.setAutoDefault(True)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    if look:
        made.setProperty("look", look)
    if act is not None:
        made.clicked.connect(lambda _checked=False: act())
    return made


def plain(words: str, act: Act | None = None) -> QPushButton:
    """An outlined button."""
    return button(words, act)


def primary(words: str, act: Act | None = None) -> QPushButton:
    """The next deed or paper of this window (rule 2 of the pictures: exactly one)."""
    return button(words, act, "primary")


def small(words: str, act: Act | None = None) -> QPushButton:
    """The remedy beside a problem."""
    return button(words, act, "small")


def link(words: str, act: Act | None = None) -> QPushButton:
    """Red text without a box."""
    made = button(words, act, "link")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def back(words: str, act: Act, icons: Icons, scale: Scale) -> QPushButton:
    """‹ 返回…, the first thing of a sub page."""
    return with_icon(button(words, act, "back"), "chevron-left", icons, scale)


def with_icon(
    made: QPushButton, name: str, icons: Icons, scale: Scale, *, colour: str = SOFT, size: int = 16
) -> QPushButton:
    """Give a button an icon that keeps its size with the text."""

    def apply() -> None:
        made.setIconSize(QSize(scale.px(size), scale.px(size)))
        made.setIcon(icons.icon(name, colour, size))

    scale.follow(made, apply)
    return made
