"""Cells: the text of a table's cells, measured and set. Ten thousand rows pass through here, so the common is quick."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import accumulate

from .breaking import cut_lines
from .fonts import FontBook, is_blank
from .measures import MM
from .pages import Glyphs
from .setting import Compositor

ROLE = "宋体"
_WORD = re.compile(r"[!-~]+")
_RUN = re.compile(r"[ -~]+|[^ -~]+")


class Widths(dict[str, float]):
    """The width in em of each character of a table, asked of the fonts once."""

    def __init__(self, fonts: FontBook, role: str = ROLE) -> None:
        super().__init__()
        self._width: Callable[[str], float] = lambda char: fonts.width(char, role)

    def __missing__(self, char: str) -> float:
        self[char] = 0.0 if is_blank(char) and not char.isspace() else self._width(char)
        return self[char]

    def of(self, text: str) -> float:
        """The width of a text in em."""
        return sum(map(self.__getitem__, text))

    def longest_word(self, text: str) -> float:
        """The widest piece that must not be cut: a number, a code, a Latin word, or one han."""
        return max((self.of(word) for word in _WORD.findall(text)), default=1.0 if text else 0.0)

    def wrap(self, text: str, room: float) -> list[str]:
        """The lines of a text in a column ``room`` em wide; nothing is cut off."""
        if "\n" not in text and self.of(text) <= room + 1e-6:
            return [text]
        lines = []
        for paragraph in text.split("\n"):
            widths = [self[char] for char in paragraph]
            cuts = cut_lines(paragraph, widths, room, room, hang=False) if paragraph else []
            lines += [paragraph[cut.start : cut.end].rstrip() for cut in cuts]
        return lines


class CellSetter:
    """Sets the lines of cells in one size; runs of han and of ASCII, which are nearly all, without a second look."""

    def __init__(self, compositor: Compositor, size: float, measure: Widths) -> None:
        self._compositor = compositor
        self._measure = measure
        self._size = size
        self._em = size / MM
        self._plain: set[str] = set()
        self._ascent = compositor.fonts.face("song").ascent * self._em

    def runs(self, text: str, x: float, top: float) -> Iterable[Glyphs]:
        """The glyph runs of one line that begins at ``x`` with the top of its em box at ``top``."""
        pieces = _RUN.findall(text)
        if not all(piece[0] <= "~" or self._is_plain(piece) for piece in pieces):
            return self._compositor.line(text, ROLE, self._size).at(x, top)
        y = round(top + self._ascent, 3)
        found = []
        for piece in pieces:
            found.append(self._latin(piece, x, y) if piece[0] <= "~" else self._han(piece, x, y))
            x += self._measure.of(piece) * self._em
        return found

    def _han(self, piece: str, x: float, y: float) -> Glyphs:
        return Glyphs("song", self._size, piece, round(x, 3), y, self._em)

    def _latin(self, piece: str, x: float, y: float) -> Glyphs:
        if piece.isdigit():
            return Glyphs("song", self._size, piece, round(x, 3), y, self._em / 2)
        places = accumulate((self._measure[char] * self._em for char in piece[:-1]), initial=0.0)
        return Glyphs("song", self._size, piece, round(x, 3), y, offsets=tuple(places))

    def _is_plain(self, piece: str) -> bool:
        """Whether every character stands in song.ttf and is one em wide there."""
        if not self._plain.issuperset(piece):
            self._plain.update(char for char in piece if self._fills_its_cell(char))
        return self._plain.issuperset(piece)

    def _fills_its_cell(self, char: str) -> bool:
        fonts = self._compositor.fonts
        return fonts.choose(char, ROLE) == "song" and fonts.width(char, ROLE) == fonts.advance(char, "song") == 1.0
