"""The red mark of 文件 and 纪要: its upper edge 35 mm under that of the text area; several names for 联合行文 (DC-10).

Names of several unions stand one below the other, all as wide as the longest, 文件 beside them in the middle of their
height. The more they are, the smaller they are set: the first page must show text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from .document import Mark
from .measures import LEFT, MM, TEXT_WIDTH, TOP
from .pages import RED, Group, Layer, Stroke
from .setting import Compositor

MARK_TOP = TOP + 35.0
LARGEST, LARGEST_JOINT = 54.0, 42.0  # points
SPREAD = 1.12  # pitch in em, as long as the mark fits the text area
BETWEEN = 0.36  # em from one name to the next
BEFORE_WORD = 0.7  # em from the names to 文件


@dataclass(frozen=True, slots=True)
class RedMark:
    """The mark drawn, and where its ink ends."""

    group: Group
    bottom: float
    size: float  # points


@lru_cache(64)
def red_mark(marks: tuple[Mark, ...], room: float, compositor: Compositor) -> RedMark:
    """The names and their word, at most ``room`` mm high."""
    if len(marks) < 2:
        text = f"{marks[0].text}{marks[0].word}" if marks else ""
        return _drawn([_single(text)], compositor)
    return _drawn(_joint(marks, room), compositor)


@dataclass(frozen=True, slots=True)
class _Word:
    """A red text: left end, em size and pitch in mm, top of its em box under that of the first name."""

    text: str
    left: float
    em: float
    pitch: float
    top: float = 0.0


def _single(text: str) -> _Word:
    count = max(len(text), 1)
    em = min(LARGEST / MM, TEXT_WIDTH / count)
    pitch = min(em * SPREAD, (TEXT_WIDTH - em) / (count - 1)) if count > 1 else em
    width = (count - 1) * pitch + em
    return _Word(text, LEFT + (TEXT_WIDTH - width) / 2, em, pitch)


def _joint(marks: tuple[Mark, ...], room: float) -> list[_Word]:
    longest = max(*(len(mark.text) for mark in marks), 2)
    word = marks[0].word
    em = min(
        LARGEST_JOINT / MM,
        TEXT_WIDTH / (longest + (BEFORE_WORD + len(word) if word else 0.0)),
        room / (len(marks) + (len(marks) - 1) * BETWEEN),
    )
    names = longest * em
    width = names + (BEFORE_WORD + len(word)) * em if word else names
    left, step = LEFT + (TEXT_WIDTH - width) / 2, em * (1 + BETWEEN)
    found = [_spread(mark.text, left, names, em, row * step) for row, mark in enumerate(marks)]
    if word:
        found.append(_Word(word, left + names + BEFORE_WORD * em, em, em, (len(marks) - 1) * step / 2))
    return found


def _spread(text: str, left: float, width: float, em: float, top: float) -> _Word:
    """The name drawn out to the width of the longest; a single character stands in the middle."""
    if len(text) < 2:
        return _Word(text, left + (width - em) / 2, em, em, top)
    return _Word(text, left, em, (width - em) / (len(text) - 1), top)


def _drawn(words: list[_Word], compositor: Compositor) -> RedMark:
    face = compositor.fonts.face("biaosong")
    first, last = words[0], max(words, key=lambda word: word.top)
    base = MARK_TOP + face.ink(first.text)[1] * first.em  # the first name's baseline
    ops: list[Stroke] = []
    for word in words:
        line = compositor.spread(word.text, "小标宋", word.em * MM, word.pitch)
        ops += line.at(word.left, base + word.top - line.ascent, colour=RED, layer=Layer.PREPRINT)
    bottom = base + last.top - face.ink(last.text)[0] * last.em
    return RedMark(Group(tuple(ops)), bottom, first.em * MM)
