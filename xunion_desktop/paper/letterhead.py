"""The head of a letter (信函格式, DC-20): mark, double rules, number, title; and where the first row of text begins.

All measures are those of DC-20 to the millimetre. Title leading and two gaps have play (± 0.6 mm) in which the rows
are brought onto the grid of the text area, so that the first page holds its 23rd row 7/8 of a character above the rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from .document import Document, Mark, Number, Title
from .measures import A4, BODY, EM, GAP, LEADING, LEFT, MM, RIGHT, SIZES, TEXT_WIDTH, TITLE, TOP, row_top
from .pages import GREY, RED, Group, Layer, Op, Rect, Stroke
from .setting import Compositor, group_id
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
TITLE_LEADING = 33.0 / MM
TITLE_PLAY = 4.0 / MM  # how much the leading of a title of several lines may give
GAP_PLAY = 0.6
LINES_ABOVE_TITLE = 2
LINES_BELOW_TITLE = 1


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the text, and where the text begins."""

    ops: tuple[Op, ...]
    text_top: float
    rows: int  # rows of the grid from text_top down to the lower rule


def letter_head(document: Document, compositor: Compositor) -> Head:
    """Lay out everything above the 主送机关."""
    mark = document.first(Mark)
    fixed, rule_bottom = _mark_and_rules(mark.text if mark else "", compositor)
    number_top = rule_bottom + GAP
    title = document.first(Title)
    lines = break_title(title.text if title else "")
    fit = _fit(number_top + EM, len(lines))
    ops: list[Op] = [fixed, *_number(document.first(Number), number_top, compositor)]
    if lines:
        ops.append(_title(lines, fit, compositor))
    return Head(tuple(ops), fit.text_top, int((row_top(LAST_ROW) - fit.text_top + 0.01) // LEADING) + 1)


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
    return Group(group_id(ops), ops), rule + BAND


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
    text = f"拟 {number.text or '文号'}" if number.provisional else number.text
    line = compositor.line(text, "仿宋", BODY)
    if number.provisional:
        return line.at(RIGHT - line.width, top, colour=GREY, layer=Layer.SCREEN)
    return line.at(RIGHT - line.width, top)


@dataclass(frozen=True, slots=True)
class _Fit:
    title_top: float
    leading: float
    text_top: float


def _fit(number_bottom: float, lines: int) -> _Fit:
    """Two lines from the number to the title, one from the title to the text, and the text on the grid if it can be."""
    height = TITLE / MM + (lines - 1) * TITLE_LEADING if lines else -LEADING * LINES_BELOW_TITLE
    top = number_bottom + LINES_ABOVE_TITLE * LEADING
    natural = top + height + LINES_BELOW_TITLE * LEADING
    off = row_top(round((natural - TOP) / LEADING)) - natural
    play = max(-GAP_PLAY, min(GAP_PLAY, off / 2))
    rest = off - 2 * play
    give = rest / (lines - 1) if lines > 1 else 0.0
    if abs(give) > TITLE_PLAY or (lines < 2 and abs(rest) > 1e-6):
        play = give = 0.0
    leading = TITLE_LEADING + give
    title_top = top + play
    text_top = natural + 2 * play + give * (lines - 1)
    return _Fit(title_top, leading, text_top)


@lru_cache(64)
def _title(lines: tuple[str, ...], fit: _Fit, compositor: Compositor) -> Group:
    middle = LEFT + TEXT_WIDTH / 2
    ops: list[Stroke] = []
    for row, text in enumerate(lines):
        line = compositor.line(text, "小标宋", TITLE)
        ops += line.at(middle - line.width / 2, fit.title_top + row * fit.leading)
    return Group(group_id(ops), tuple(ops))
