"""Colours of charts: grey is the normal, red the one that matters; each stands apart in grey print as well."""

from __future__ import annotations

from collections.abc import Sequence

INK, SOFT, RULE, PAPER = "#1F2933", "#616E7C", "#CBD2D9", "#FFFFFF"
RED = "#B4232A"
SERIES = ("#8793A0", "#1F2933", "#DDE2E8", "#56616D", "#B4BDC6")  # no two alike, nor like the red, in grey


STROKES = ("#8793A0", "#1F2933", "#56616D")  # a fine line needs a darker grey than a surface


def series_colours(marked: Sequence[bool], greys: Sequence[str] = SERIES) -> list[str]:
    """A colour for each series: red for those that matter, the greys in turn for the others."""
    found, turn = [], 0
    for matters in marked:
        found.append(RED if matters else greys[turn % len(greys)])
        turn += not matters
    return found


def greyness(colour: str) -> float:
    """How light a colour is on a printer without colours: 0 black, 1 white."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def on(colour: str) -> str:
    """The colour of text that stands on this one."""
    return PAPER if greyness(colour) < 0.5 else INK
