"""Paragraphs of a paper's text as it is typed or pasted: one per line, without what an editor puts between them.

The indent of the first line, the space between paragraphs and the tabs behind a number are made by the layout; typed
ones would be printed a second time. Blanks that say something stay: room to write in (甲方：　　乙方：), what parts
the names of those present, the tabs between the cells of a table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from xunion_desktop.basics.wording import HAN, one_line

from .words import PRESENT, ROWS

_LINE_ENDS = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_BULLET = re.compile(r"^[•●◆■▪·]\s*")
_MARKS = "，。；：？！、（）《》〈〉“”‘’〔〕【】…—"
_BESIDE_A_MARK = re.compile(f"(?<=[{_MARKS}]) +| +(?=[{_MARKS}])")
_AFTER_A_NUMBER = re.compile(r"^(\d{1,2}[.．、]|[(（]\d{1,2}[)）]|[(（]?[一二三四五六七八九十]{1,3}[)）、.．])\s+")
_ROOM = re.compile(  # wide blanks in a row; many narrow ones after a colon or a bracket; the blanks of an open date
    r"\s*\u3000\s*\u3000\s*|(?<=[：:）)])\s{4,}|(?:(?<![\d\s])\s+)?年\s+月\s+日|(?<=\d月)\s+日"
)
_BLANKS = re.compile(r"\s+")
_WIDE, _KEPT = "\u3000", "\ufdd0"  # the second stands for the first while other blanks are taken out; no text has it
_NO_GAP = re.compile("(?<=[（、，；：]) +| +(?=[（）、，；：。])")
_SPREAD_NAME = re.compile(f"(?<![^ ])([{HAN}]) ([{HAN}])(?![^ （])")
_BETWEEN_NAMES = re.compile(r"(?<![A-Za-z.]) +| +(?![A-Za-z])")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, tidy; empty lines are none."""
    return [line for line in map(_tidy, _LINE_ENDS.split(text)) if line]


def tidy(text: str) -> str:
    """The same text, one paragraph per line."""
    return "\n".join(paragraphs(text))


def tidy_rows(text: str) -> str:
    """The rows of a table, one per line, each cell in its place; empty lines are none."""
    lines = ("\t".join(map(str.strip, line.split("\t"))) for line in _LINE_ENDS.split(text))
    return "\n".join(line for line in lines if line.strip())


def tidy_names(text: str) -> str:
    """Those present, on one line or many: a wide blank between two names, none inside one (李　明)."""
    return "\n".join(line for line in map(_names, _LINE_ENDS.split(text)) if line)


def tidying(word: str) -> Callable[[str], str]:
    """How the text of this word is tidied."""
    return tidy_rows if word == ROWS else tidy_names if word in PRESENT else tidy


def tidied(words: Mapping[str, str]) -> dict[str, str]:
    """Every word, tidy in its own way."""
    return {word: tidying(word)(text) for word, text in words.items()}


def _tidy(line: str) -> str:
    begun = _AFTER_A_NUMBER.sub(r"\1", _BULLET.sub("", line.strip()))
    plain = one_line(_ROOM.sub(lambda room: _BLANKS.sub(_kept, room[0]), begun))
    return _BESIDE_A_MARK.sub("", plain).replace(_KEPT, _WIDE)


def _kept(blanks: re.Match[str]) -> str:
    """As wide as it was typed: two narrow blanks make a wide one."""
    return _KEPT * max(1, sum(2 if char == _WIDE else 1 for char in blanks[0]) // 2)


def _names(line: str) -> str:
    plain = _NO_GAP.sub("", _BLANKS.sub(" ", line).strip())
    return _BETWEEN_NAMES.sub(_WIDE, _SPREAD_NAME.sub(r"\1\2", plain))
