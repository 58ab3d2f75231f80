"""Paragraphs of a paper's text as it is typed or pasted: one per line, without what an editor puts between them.

The indent of the first line, the space between paragraphs and the tabs behind a number are made by the layout; typed
ones would be printed a second time. Blanks inside a text stay as they were typed: wide ones, room to write in
(甲方：　　乙方：), what parts the names of those present, the tabs between the cells of a table. Single narrow ones
between two characters (各 基 层) may be a slip: they are offered to be taken out, not taken out unasked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from xunion_desktop.basics.wording import HAN

from .pasted_rows import without_serials
from .punctuation import Slip
from .words import PRESENT, ROWS

_LINE_ENDS = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_BULLET = re.compile(r"^[•●◆■▪·]\s*")
_MARKS = "，。；：？！、（）《》〈〉“”‘’〔〕【】…—"
_BESIDE_A_MARK = re.compile(f"(?<=[{_MARKS}]) +| +(?=[{_MARKS}])")
_AFTER_A_NUMBER = re.compile(r"^(\d{1,2}[.．、]|[(（]\d{1,2}[)）]|[(（]?[一二三四五六七八九十]{1,3}[)）、.．])\s+")
_ROOM = re.compile(  # wide blanks in a row; many narrow ones after a colon or a bracket, two between characters;
    r"\s*\u3000\s*\u3000\s*|(?<=[：:）)])\s{4,}"
    rf"|(?<=[{HAN}])[^\S\t\u3000]{{2,}}(?=[{HAN}])"
    r"|(?:(?<![\d\s])\s+)?年\s+月\s+日|(?<=\d月)\s+日"  # the blanks of an open date
)
_CLAUSE = r"^\s*第[〇零一二三四五六七八九十百\d]{1,5}[编章节条]\s"
_MAY_BE_A_SLIP = re.compile(f"{_ROOM.pattern}|{_CLAUSE}|((?<=[{HAN}])[ \u00a0](?=[{HAN}]))")
_BLANKS = re.compile(r"\s+")
_UNSEEN = re.compile("[\u200b\u200e\u200f\u2060\ufeff]")
_NARROW = re.compile(r"[^\S\t\u3000]+")
_WIDE, _TAB = "\u3000", "\t"
_BESIDE_A_GAP = re.compile(f" *([{_WIDE}{_TAB}]) *")
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
    """The rows of a table, one per line, each cell in its place, without numbers of their own; empty lines are none."""
    lines = (_TAB.join(map(str.strip, line.split(_TAB))) for line in _LINE_ENDS.split(text))
    return without_serials("\n".join(line for line in lines if line.strip()))


def tidy_names(text: str) -> str:
    """Those present, on one line or many: a wide blank between two names, none inside one (李　明)."""
    return "\n".join(line for line in map(_names, _LINE_ENDS.split(text)) if line)


def tidying(word: str) -> Callable[[str], str]:
    """How the text of this word is tidied."""
    return tidy_rows if word == ROWS else tidy_names if word in PRESENT else tidy


def tidied(words: Mapping[str, str]) -> dict[str, str]:
    """Every word as it is printed, tidy in its own way; cells pasted into running text stay a wide blank apart."""
    tidy_words = {word: tidying(word)(text) for word, text in words.items()}
    return {word: text if word == ROWS else text.replace(_TAB, _WIDE) for word, text in tidy_words.items()}


def blank_slips(text: str) -> list[Slip]:
    """Single narrow blanks between two characters, as a scan or a PDF leaves them; not what is room to write in."""
    found, start = [], 0
    for line in text.split("\n"):
        places = (match for match in _MAY_BE_A_SLIP.finditer(line) if match[1])
        found += [Slip(start + place.start(), start + place.end(), "") for place in places]
        start += len(line) + 1
    return found


def _tidy(line: str) -> str:
    begun = _AFTER_A_NUMBER.sub(r"\1", _BULLET.sub("", _UNSEEN.sub("", line).strip()))
    roomy = _ROOM.sub(lambda room: _BLANKS.sub(_as_wide, room[0]), begun)
    return _BESIDE_A_MARK.sub("", _BESIDE_A_GAP.sub(r"\1", _NARROW.sub(" ", roomy)))


def _as_wide(blanks: re.Match[str]) -> str:
    """As wide as it was typed: two narrow blanks make a wide one."""
    return _WIDE * max(1, sum(2 if char == _WIDE else 1 for char in blanks[0]) // 2)


def _names(line: str) -> str:
    plain = _NO_GAP.sub("", _BLANKS.sub(" ", line).strip())
    return _BETWEEN_NAMES.sub(_WIDE, _SPREAD_NAME.sub(r"\1\2", plain))
