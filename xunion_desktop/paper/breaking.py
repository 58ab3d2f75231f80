"""Breaking: where the lines of a Chinese paragraph end (print.md §2).

Some marks may not begin a line, some may not end one, numbers and Latin words are not cut (避头尾); half-width marks,
which names bring along from a spreadsheet, keep the same rules. A closing mark that would begin a line is pulled in:
its empty half hangs over the edge and the line is squeezed by the half that is left. Where that is not enough, the
character before it goes to the next line with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

CLOSING = frozenset("，。；：？！、》〉”’）〕】」』．")  # their right half is empty: these can be pulled in
NEVER_FIRST = CLOSING | frozenset("…—～·％℃°‰") | frozenset(",.;:!?)]}%>")
NEVER_LAST = frozenset("《〈“‘（〔【「『￥¥") | frozenset("([{<$")
LONGEST_WORD = 20.0  # cells; a longer Latin word (an address of the web) may be cut
HALF = 0.5
_LETTER = r"[!-~ªµºÀ-ÖØ-öø-ɏ]"  # Latin letters, digits and their marks
_LATIN, _LONG_WORD = re.compile(_LETTER), re.compile(f"{_LETTER}{{10,}}")


@dataclass(frozen=True, slots=True)
class Cut:
    """One line: the characters from ``start`` to before ``end``; ``hangs`` where the last mark's empty half hangs."""

    start: int
    end: int
    hangs: bool = False


def cut_lines(text: str, widths: Sequence[float], first: float, later: float, *, hang: bool = True) -> list[Cut]:
    """Cut ``text`` into lines of ``first`` and then ``later`` cells; ``widths`` are the characters' widths in cells.

    Without ``hang`` (cells of a table) no mark is pulled in beyond the room.
    """
    allowed = _allowed(text, widths)
    lines: list[Cut] = []
    start = _skip_spaces(text, 0)
    while start < len(text):
        cut = _next_cut(text, widths, allowed, start, later if lines else first, hang=hang)
        lines.append(cut)
        start = _skip_spaces(text, cut.end)
    return lines


def _next_cut(text: str, widths: Sequence[float], allowed: list[bool], start: int, room: float, *, hang: bool) -> Cut:
    end, taken = start, 0.0
    while end < len(text) and taken + widths[end] <= room + 1e-6:
        taken += widths[end]
        end += 1
    if end == len(text) or allowed[end]:
        return Cut(start, max(end, start + 1))
    follows = hang and (end + 1 == len(text) or allowed[end + 1])
    if follows and text[end] in CLOSING and taken + widths[end] - HALF <= room + HALF + 1e-6:
        return Cut(start, end + 1, hangs=True)
    pushed = next((place for place in range(end, start, -1) if allowed[place]), 0)
    return Cut(start, pushed or max(end, start + 1))


def _allowed(text: str, widths: Sequence[float]) -> list[bool]:
    """For each place whether a line may begin there."""
    kinds = [_KINDS[char] for char in text]
    allowed = [
        not (after & _FIRST_NEVER or before & _LAST_NEVER or before & after & _WORD)
        for before, after in pairwise(kinds)
    ]
    allowed.insert(0, True)
    for word in _LONG_WORD.finditer(text):
        start, end = word.span()
        if sum(widths[start:end]) > LONGEST_WORD:
            inside = pairwise(text[start:end])
            allowed[start + 1 : end] = [b not in NEVER_FIRST and a not in NEVER_LAST for a, b in inside]
    return allowed


class _Kinds(dict[str, int]):
    """What a character may not do at the edges of a line, found out once."""

    def __missing__(self, char: str) -> int:
        kind = _FIRST_NEVER * (char in NEVER_FIRST) | _LAST_NEVER * (char in NEVER_LAST) | _WORD * _in_word(char)
        self[char] = kind
        return kind


_FIRST_NEVER, _LAST_NEVER, _WORD = 1, 2, 4
_KINDS = _Kinds()


def _in_word(char: str) -> bool:
    return bool(_LATIN.match(char))


def _skip_spaces(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place
