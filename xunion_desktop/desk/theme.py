"""The look: colours and the style sheet (ui/notes.md). Widgets choose a look by the property ``look``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from xunion_desktop.basics.problems import Level

from .scale import Scale
from .sheet import SHEET

GROUND, CARD, STRIPE, LINE, EDGE = "#F5F6F8", "#FFFFFF", "#FAFBFC", "#E3E7EB", "#CBD2D9"
INK, SOFT, MUTE, FAINT = "#1F2933", "#3E4C59", "#616E7C", "#9AA5B1"
RED, RED_DARK, RED_TINT, RED_EDGE = "#B4232A", "#98191F", "#FBECEC", "#E5A3A6"
GREEN, GREEN_TINT = "#2A7348", "#E8F3EC"
AMBER, AMBER_DOT, AMBER_TINT, AMBER_EDGE = "#8A5A12", "#C98A1B", "#FBF2DF", "#E3C07A"
PILL, PREVIEW_DESK = "#EEF1F4", "#E4E7EB"

ROW, TWO_LINE_ROW, CONTROL, CHIP, PILL_HEIGHT = 34, 47, 34, 28, 20
PAGE_MARGINS, CARD_PADDING, CARD_GAP, CELL_PADDING = (20, 12, 20, 14), (16, 14, 16, 14), 12, 8
LEAST = (320, 140)  # of cards that are arranged by hand; at 175 % all of a page fits 697 px


@dataclass(frozen=True)
class Tone:
    """The two colours of a state word: ink on ground, and the dot or edge beside it."""

    ink: str
    ground: str
    dot: str


TONES = {
    "red": Tone(RED, RED_TINT, RED),
    "amber": Tone(AMBER, AMBER_TINT, AMBER_DOT),
    "green": Tone(GREEN, GREEN_TINT, GREEN),
    "grey": Tone(SOFT, PILL, MUTE),
    "plain": Tone(INK, CARD, INK),
}


def tone(name: str) -> Tone:
    """The tone of that name; an unknown name is grey."""
    return TONES.get(name, TONES["grey"])


def level_tone(level: Level | None) -> Tone:
    """Red = must be mended, amber = look, grey = good to know, green = nothing to say."""
    names = {Level.ERROR: "red", Level.DOUBT: "amber", Level.HINT: "grey", None: "green"}
    return TONES[names[level]]


def dress(app: QApplication, scale: Scale, marks: Path) -> None:
    """Give the application its look, now and after every change of the text size; ``marks`` = resources/icons/marks."""
    app.setStyle("Fusion")
    app.setPalette(_palette())

    def apply() -> None:
        app.setFont(scale.font())
        app.setStyleSheet(style_sheet(scale, marks))

    scale.follow(scale, apply)


def style_sheet(scale: Scale, marks: Path) -> str:
    """The style sheet at this text size: every ``px`` of it goes through the scale, hairlines stay."""
    sheet = SHEET
    for name, colour in _COLOURS.items():
        sheet = sheet.replace(f"@{name};", f"{colour};")
    sheet = re.sub(r"(\d+)px", lambda size: f"{_scaled(int(size[1]), scale)}px", sheet)
    sheet = sheet.replace("@chipradius;", f"{_chip_height(scale) // 2}px;")
    return re.sub(r"url\(@([a-z-]+)\)", lambda mark: f'url("{(marks / mark[1]).as_posix()}.svg")', sheet)


def _chip_height(scale: Scale) -> int:
    """As the style sheet makes it: Qt draws square corners where a radius is more than half the height."""
    return scale.px(22) + 2 * scale.px(2) + 2


def _scaled(size: int, scale: Scale) -> int:
    return size if size <= 1 else scale.px(size)


def _palette() -> QPalette:
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, GROUND),
        (QPalette.ColorRole.Base, CARD),
        (QPalette.ColorRole.AlternateBase, STRIPE),
        (QPalette.ColorRole.Text, INK),
        (QPalette.ColorRole.WindowText, INK),
        (QPalette.ColorRole.ButtonText, INK),
        (QPalette.ColorRole.Button, CARD),
        (QPalette.ColorRole.Highlight, RED),
        (QPalette.ColorRole.HighlightedText, "#FFFFFF"),
        (QPalette.ColorRole.PlaceholderText, MUTE),
    ):
        palette.setColor(role, QColor(colour))
    return palette


_COLOURS = {
    "ground": GROUND,
    "card": CARD,
    "line": LINE,
    "edge": EDGE,
    "ink": INK,
    "soft": SOFT,
    "mute": MUTE,
    "faint": FAINT,
    "red": RED,
    "reddark": RED_DARK,
    "redtint": RED_TINT,
    "rededge": RED_EDGE,
    "amber": AMBER,
    "amberdot": AMBER_DOT,
    "ambertint": AMBER_TINT,
    "green": GREEN,
    "greentint": GREEN_TINT,
    "pill": PILL,
    "desk": PREVIEW_DESK,
}
