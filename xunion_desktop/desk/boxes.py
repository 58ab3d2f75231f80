"""Boxes: rows and columns of widgets whose margins and gaps follow the text size."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from .scale import Scale

Part = QWidget | QLayout | int
Margins = tuple[int, int, int, int]
NONE: Margins = (0, 0, 0, 0)
Box = TypeVar("Box", bound=QBoxLayout)


def row(scale: Scale, *parts: Part, gap: int = 8, margins: Margins = NONE) -> QHBoxLayout:
    """Widgets side by side; a number is a stretch of that weight."""
    return fill(QHBoxLayout(), scale, *parts, gap=gap, margins=margins)


def column(scale: Scale, *parts: Part, gap: int = 8, margins: Margins = NONE) -> QVBoxLayout:
    """Widgets one below the other; a number is a stretch of that weight."""
    return fill(QVBoxLayout(), scale, *parts, gap=gap, margins=margins)


def fill(box: Box, scale: Scale, *parts: Part, gap: int, margins: Margins) -> Box:
    """Put ``parts`` into ``box`` and keep its measures with the scale."""
    for part in parts:
        put(box, part)
    follow(box, scale, gap, margins)
    return box


def at_least(scale: Scale, widget: QWidget, width: int, height: int) -> None:
    """Keep a widget that arranges its parts by itself from being squeezed; measures at 100 %."""
    scale.follow(widget, lambda: widget.setMinimumSize(scale.px(width), scale.px(height)))


def put(box: QBoxLayout, part: Part) -> None:
    """Add one part at the end."""
    if isinstance(part, int):
        box.addStretch(part)
    elif isinstance(part, QLayout):
        box.addLayout(part)
    else:
        box.addWidget(part)


def follow(box: QBoxLayout | QGridLayout, scale: Scale, gap: int, margins: Margins) -> None:
    """Keep the gaps and margins of ``box`` with the scale."""

    def apply() -> None:
        left, top, right, bottom = (scale.px(margin) for margin in margins)
        box.setContentsMargins(left, top, right, bottom)
        box.setSpacing(scale.px(gap))

    scale.follow(box, apply)


def label(text: str, look: str = "", *, wrap: bool = False) -> QLabel:
    """A text in one of the looks of the style sheet (title, card-title, second, field, strong, red …)."""
    shown = QLabel(text)
    shown.setTextFormat(Qt.TextFormat.PlainText)
    shown.setWordWrap(wrap)
    if look:
        shown.setProperty("look", look)
    return shown


def rule(look: str = "rule") -> QFrame:
    """A hairline across."""
    line = QFrame()
    line.setProperty("look", look)
    line.setFrameShape(QFrame.Shape.NoFrame)
    line.setFixedHeight(1)
    return line


def relook(widget: QWidget, **properties: object) -> None:
    """Change properties that the style sheet asks for, and let it look again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
