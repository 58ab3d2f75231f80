"""The line of 发文字号: a number not yet given is shown in grey as 拟 and not printed."""

from __future__ import annotations

from typing import NamedTuple

from .document import Number
from .measures import BODY
from .pages import BLACK, GREY, Layer
from .setting import Compositor, SetLine


class Ink(NamedTuple):
    """Colour and layer."""

    colour: str = BLACK
    layer: Layer = Layer.DATA


def number_line(number: Number, compositor: Compositor) -> tuple[SetLine, Ink]:
    """The number set, and how it is drawn."""
    if number.provisional:
        return compositor.line(f"拟 {number.text or '文号'}", "仿宋", BODY), Ink(GREY, Layer.SCREEN)
    return compositor.line(number.text, "仿宋", BODY), Ink()
