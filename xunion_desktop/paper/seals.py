"""Seals: the place of a seal, shown in the window as a dashed circle and never printed (DC-23)."""

from __future__ import annotations

from .measures import EM, GAP, LEADING, SIZES
from .pages import GREY, Layer, Path, Stroke
from .setting import Compositor
from .shapes import circle

SEAL = 42.0  # diameter of a county union's seal
SEAL_BELOW_TEXT = 9.5  # its top under the last line; one line is 10.44
SEAL_TOP = SEAL_BELOW_TEXT - GAP  # under the row after the text
NAME_IN_SEAL = 2 * LEADING - SEAL_TOP  # the name's row under the top of its seal: a little above its middle
SEAL_WORDS = "盖章处（不印）"
_WORDS_BELOW_TOP = 3.5


def seal_place(middle: float, top: float, compositor: Compositor) -> tuple[Stroke, ...]:
    """The circle around ``middle`` with its words."""
    ring = Path(circle(middle, top + SEAL / 2, SEAL / 2), 0.2, GREY, dash=(1.5, 1.0), layer=Layer.SCREEN)
    words = compositor.line(SEAL_WORDS, "黑体", SIZES["小五"])
    return ring, *words.at(middle - words.width / 2, top + _WORDS_BELOW_TOP, colour=GREY, layer=Layer.SCREEN)


def date_bottom(rows_of_seals: int, pitch: float) -> float:
    """Where the date under the last seal's name ends, under the row after the text."""
    return SEAL_TOP + (rows_of_seals - 1) * pitch + NAME_IN_SEAL + LEADING + EM
