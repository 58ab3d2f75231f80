"""Setting: characters become glyph runs, on the grid of a body line or at their own width.

A body line is justified to the edge of the text area: what its cells leave over goes evenly into the gaps, but not
into the inside of a number or a Latin word. Line breaks do not depend on the face: han and full-width marks take one
cell, digits half a cell, and only other Latin characters are as wide as their font says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from .breaking import HALF, Cut, cut_lines
from .fonts import GETA, ROLES, FontBook, is_blank, is_wide
from .headings import Spans
from .measures import BODY, CELL, COLUMNS, EM, MM
from .pages import BLACK, Glyphs, Group, Layer

_EVEN = 2e-4  # mm that characters may stand off an even pitch


@dataclass(frozen=True, slots=True)
class Measure:
    """What running text is set to: the cells of a line, the size in points, the width of a cell in mm."""

    columns: float = COLUMNS
    size: float = BODY
    cell: float = CELL

    @classmethod
    def of(cls, width: float, size: float) -> Measure:
        """Lines ``width`` mm long in another size, as dense as those of the text area."""
        cell = CELL * size / BODY
        return cls(width / cell, size, cell)


TEXT_AREA = Measure()


class _Type(NamedTuple):
    """What one character of one role is drawn with."""

    font: str
    char: str
    width: float  # em that it takes
    cells: float  # cells of the grid that it takes
    advance: float  # em that the font gives it; where it is centred in its room, else as wide as its room
    blank: bool
    centred: bool


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of set text: its runs measured from its own left end and baseline."""

    runs: tuple[Glyphs, ...]
    width: float
    ascent: float  # mm from the top of the em box down to the baseline

    def beside(self, other: SetLine) -> SetLine:
        """The line on the baseline that ``other`` has, where both are placed at the same top."""
        return SetLine(self.runs, self.width, other.ascent)

    def at(self, x: float, top: float, *, colour: str = BLACK, layer: Layer = Layer.DATA) -> tuple[Glyphs, ...]:
        """The runs with the line's left end at ``x`` and the top of its em box at ``top``."""
        y = round(top + self.ascent, 4)
        return tuple(  # not by dataclasses.replace, which takes three times as long
            Glyphs(run.font, run.size, run.text, round(run.x + x, 4), y, run.pitch, run.offsets, colour, layer)
            for run in self.runs
        )


class Compositor:
    """Sets lines with one book of fonts and remembers what it has set: a batch repeats most of its paragraphs."""

    def __init__(self, fonts: FontBook) -> None:
        self.fonts = fonts
        self.type: Callable[[str, str], _Type] = lru_cache(65536)(self._type)
        self._set_paragraph: Callable[[str, Spans, float, Measure], tuple[SetLine, ...]]
        self._set_paragraph = lru_cache(4096)(self._paragraph)
        self.line: Callable[[str, str, float], SetLine] = lru_cache(4096)(self._line)
        self.rows: Callable[[tuple[SetLine, ...], float, float, float], Group] = lru_cache(4096)(self._rows)

    def paragraph(self, text: str, spans: Spans, indent: float, measure: Measure = TEXT_AREA) -> tuple[SetLine, ...]:
        """The lines of a paragraph; the first begins ``indent`` cells in, the others at the edge."""
        return self._set_paragraph(text, spans, indent, measure)

    def _paragraph(self, text: str, spans: Spans, indent: float, measure: Measure) -> tuple[SetLine, ...]:
        roles = [role for role, length in spans for _ in range(length)]
        widths = [self.type(char, role).cells for char, role in zip(text, roles, strict=True)]
        cuts = cut_lines(text, widths, measure.columns - indent, measure.columns)
        last = len(cuts) - 1
        return tuple(
            self._body_line(text, roles, widths, cut, indent if index == 0 else 0.0, measure, last=index == last)
            for index, cut in enumerate(cuts)
        )

    def _type(self, char: str, role: str) -> _Type:
        fonts, blank = self.fonts, is_blank(char)
        if blank and not char.isspace():
            return _Type("", char, 0.0, 0.0, 0.0, blank=True, centred=False)
        width, on_grid = fonts.width(char, role), is_wide(char) or _is_digit(char)
        font, drawn = ("", char) if blank else (fonts.choose(char, role), char)
        if not blank and not font:
            font, drawn = "song", GETA
        advance = fonts.advance(drawn, font) if font and on_grid else 0.0
        return _Type(font, drawn, width, width if on_grid else width * EM / CELL, advance, blank, on_grid)

    def _body_line(
        self, text: str, roles: list[str], widths: list[float], cut: Cut, indent: float, to: Measure, *, last: bool
    ) -> SetLine:
        chars, cells = text[cut.start : cut.end].rstrip(), widths[cut.start : cut.end]
        cells = cells[: len(chars)]
        inside = [char.isascii() and not char.isspace() for char in chars]
        gaps = [not (before and after) for before, after in pairwise(inside)] + [False]  # what may be stretched
        left_over = to.columns - indent - sum(cells) + (HALF if cut.hangs else 0.0)
        extra = 0.0 if last and not cut.hangs else left_over / max(sum(gaps), 1)
        place, spots = indent, []
        for index, char in enumerate(chars):
            spots.append((char, roles[cut.start + index], place * to.cell, cells[index] * to.cell))
            place += cells[index] + (extra if gaps[index] else 0.0)
        return self._set(spots, "仿宋", to.size, place * to.cell)

    def _line(self, text: str, role: str, size: float) -> SetLine:
        """One line at its own width: titles, numbers, names, page numbers, cells of a table."""
        place, spots = 0.0, []
        for char in text:
            width = self.type(char, role).width * size / MM
            spots.append((char, role, place, width))
            place += width
        return self._set(spots, role, size, place)

    def spread(self, text: str, role: str, size: float, pitch: float) -> SetLine:
        """One line with ``pitch`` mm from character to character: the mark of an official paper."""
        em = size / MM
        spots = [(char, role, index * pitch, em) for index, char in enumerate(text)]
        return self._set(spots, role, size, (len(text) - 1) * pitch + em)

    def _set(self, spots: Iterable[tuple[str, str, float, float]], role: str, size: float, width: float) -> SetLine:
        """The runs of characters at their places; wide characters and digits stand in the middle of their room."""
        em, type_of = size / MM, self.type
        runs: list[Glyphs] = []
        font, chars, places = "", "", [0.0]
        for char, char_role, x, room in spots:
            kind = type_of(char, char_role)
            if kind.blank:
                continue
            if kind.font != font:
                if chars:
                    runs.append(_run(font, size, chars, places))
                font, chars, places = kind.font, "", []
            chars += kind.char
            places.append(x + (room - kind.advance * em) / 2 if kind.centred else x)
        if chars:
            runs.append(_run(font, size, chars, places))
        return SetLine(tuple(runs), width, self.fonts.face(ROLES[role]).ascent * em)

    def _rows(self, lines: tuple[SetLine, ...], x: float, top: float, leading: float) -> Group:
        ops = tuple(run for row, line in enumerate(lines) for run in line.at(x, top + row * leading))
        return Group(ops)


@lru_cache(4)
def compositor_of(fonts: FontBook) -> Compositor:
    """The compositor of a book of fonts, shared by all that is set with it."""
    return Compositor(fonts)


def _run(font: str, size: float, text: str, places: list[float]) -> Glyphs:
    x = places[0]
    if len(places) == 1:
        return Glyphs(font, size, text, x, 0.0)
    offsets = [place - x for place in places]
    pitch = round(offsets[-1], 4) / (len(offsets) - 1)
    off = [offset - index * pitch for index, offset in enumerate(offsets)]
    if max(off) - min(off) < _EVEN:  # lists, not generators: this is run for every stretch of every line
        return Glyphs(font, size, text, x, 0.0, pitch)
    return Glyphs(font, size, text, x, 0.0, 0.0, tuple([round(offset, 4) for offset in offsets]))


def _is_digit(char: str) -> bool:
    return char.isascii() and char.isdigit()
