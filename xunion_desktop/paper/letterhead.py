"""The head of a letter (信函格式, DC-20): mark, double rules, number, title; and where the first row of text begins.

All measures are those of DC-20 to the millimetre; the first page holds a 23rd row, 7/8 of a character above the rule.
"""

from __future__ import annotations

from functools import lru_cache

from .corner import corner_items, corner_rows
from .document import Corner, Document, Mark, Number, Title
from .measures import A4, EM, GAP, LEADING, MM, RIGHT, SIZES, TEXT_WIDTH
from .numberline import number_line
from .pages import RED, Group, Layer, Op, Rect, Stroke
from .sections import Head, rows_down_to
from .setting import Compositor
from .titleblock import fit_title, title_lines
from .titles import break_title

MARK_TOP = 30.0
MARK_TO_RULE = 4.0
RULE_LENGTH = 170.0
RULE_LEFT = (A4[0] - RULE_LENGTH) / 2
THICK, BETWEEN, THIN = 0.7, 0.3, 0.25
BAND = THICK + BETWEEN + THIN
# 20 mm from the lower edge, measured into the band: its every edge lies within a millimetre of that line.
LOWER_RULE = A4[1] - 20.0 - 0.4
LAST_ROW = 22  # the 23rd row of the first page

MARK_SIZE = SIZES["初号"]
MARK_SPREAD = 1.27  # pitch in em, as long as the mark fits the text area


def letter_head(document: Document, compositor: Compositor) -> Head:
    """Lay out everything above the 主送机关."""
    mark, title = document.first(Mark), document.first(Title)
    corner = document.first(Corner)
    head, number_top = _all_but_number(mark.text if mark else "", title.text if title else "", corner, compositor)
    ops = (*head.ops, *_number(document.first(Number), number_top, compositor))
    return Head(ops, head.text_top, head.rows)


@lru_cache(64)
def _all_but_number(mark: str, title: str, corner: Corner | None, compositor: Compositor) -> tuple[Head, float]:
    """What the letters of a batch share, and the top of the number's row."""
    fixed, rule_bottom = _mark_and_rules(mark, compositor)
    number_top = rule_bottom + GAP
    lines = break_title(title)
    lowest = number_top + (max(1, corner_rows(corner)) - 1) * LEADING  # the row that the title keeps two lines from
    fit = fit_title(lowest + EM, len(lines))
    ops: list[Op] = [fixed, *corner_items(corner, number_top, compositor)]
    if lines:
        ops.append(title_lines(lines, fit, compositor))
    return Head(tuple(ops), fit.text_top, rows_down_to(LAST_ROW, fit.text_top)), number_top


@lru_cache(64)
def _mark_and_rules(text: str, compositor: Compositor) -> tuple[Group, float]:
    """The red things, the same on every letter, and where the upper double rule ends."""
    size, pitch = _mark_size(len(text))
    line = compositor.spread(text, "小标宋", size, pitch)
    low, high = compositor.fonts.face("biaosong").ink(text)
    baseline = MARK_TOP + high * size / MM
    rule = baseline - low * size / MM + MARK_TO_RULE
    mark = line.at(A4[0] / 2 - line.width / 2, baseline - line.ascent, colour=RED, layer=Layer.PREPRINT)
    rules = (
        _rule(rule, THICK),
        _rule(rule + THICK + BETWEEN, THIN),
        _rule(LOWER_RULE, THIN),
        _rule(LOWER_RULE + THIN + BETWEEN, THICK),
    )
    ops: tuple[Stroke, ...] = (*mark, *rules)
    return Group(ops), rule + BAND


def _mark_size(characters: int) -> tuple[float, float]:
    """Size in points and pitch in mm: first the spread gives way, then the size."""
    em, pitch = MARK_SIZE / MM, MARK_SIZE / MM * MARK_SPREAD
    if characters > 1:
        pitch = min(pitch, (TEXT_WIDTH - em) / (characters - 1))
    if pitch < em:
        em = pitch = TEXT_WIDTH / characters
    return em * MM, pitch


def _rule(top: float, thickness: float) -> Rect:
    return Rect(RULE_LEFT, top, RULE_LENGTH, thickness, RED, Layer.PREPRINT)


def _number(number: Number | None, top: float, compositor: Compositor) -> tuple[Op, ...]:
    """Flush with the right edge of the text area, 7/8 of a character below the rule."""
    if number is None or not (number.text or number.provisional):
        return ()
    line, ink = number_line(number, compositor)
    return line.at(RIGHT - line.width, top, colour=ink.colour, layer=ink.layer)
