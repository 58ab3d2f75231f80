"""Reading: a printed paper back from its PDF, row by row, in millimetres. Nothing here asks the layout."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

import pdfplumber
from fontTools.ttLib import TTFont
from pdfminer.pdftypes import resolve1

from tests.paper.proofs import NOON, Char, Rule, Sheet, read_pdf
from xunion_desktop.paper.document import Document
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.measures import MM
from xunion_desktop.paper.pages import Page
from xunion_desktop.paper.pdf import pdf_bytes

FONTS = FontBook()

# GB/T 9704-2012, written down again: a mistake in the layout's measures must not be made here too.
LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
MIDDLE = 106.0
CELL = 156 / 28
EM = 16 / MM
ROW = (225 - EM) / 21
RED = (1.0, 0.0, 0.0)


@dataclass(frozen=True)
class Row:
    """The characters on one baseline of one page, from left to right."""

    page: int
    chars: tuple[Char, ...]

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars)

    @property
    def size(self) -> float:
        return max(char.size for char in self.chars)

    @property
    def em(self) -> float:
        return self.size / MM

    @property
    def y(self) -> float:
        return self.chars[0].y

    @property
    def top(self) -> float:
        return min(char.top for char in self.chars if char.size == self.size)

    @property
    def bottom(self) -> float:
        return self.top + self.em

    @property
    def left(self) -> float:
        return self.chars[0].x

    @property
    def right(self) -> float:
        return self.chars[-1].x + room_of(self.chars[-1])

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def part(self, text: str) -> Row:
        """The stretch of it that says ``text``."""
        start = self.text.index(text)
        return Row(self.page, self.chars[start : start + len(text)])


def room_of(char: Char) -> float:
    """The room a character takes: half an em for a digit, the whole for a han or a full-width mark."""
    return char.size / MM * (0.5 if char.text.isascii() else 1.0)


@dataclass(frozen=True)
class Printed:
    """A document and what its PDF shows."""

    document: Document
    data: bytes
    fonts: FontBook

    @cached_property
    def sheets(self) -> list[Sheet]:
        return read_pdf(self.data)

    @cached_property
    def rows(self) -> list[Row]:
        """All rows of all pages from top to bottom."""
        return [row for number, sheet in enumerate(self.sheets, 1) for row in _rows(number, sheet)]

    def on(self, page: int) -> list[Row]:
        return [row for row in self.rows if row.page == page]

    def find(self, text: str, page: int = 0, size: float = 0.0) -> Row:
        """The first stretch of a row that says this, blanks aside."""
        wanted = bare(text)
        for row in self.rows:
            if wanted in row.text and (not page or row.page == page) and (not size or row.size == size):
                return row.part(wanted)
        raise LookupError(f"“{wanted}” is not printed")

    def has(self, text: str) -> bool:
        return any(bare(text) in row.text for row in self.rows)

    def last(self, text: str) -> Row:
        """The last stretch that says this."""
        wanted = bare(text)
        return [row.part(wanted) for row in self.rows if wanted in row.text][-1]

    def lines_of(self, text: str) -> list[Row]:
        """The rows that a paragraph stands in, over pages too; a row is known by its text being a piece of it."""
        found: list[Row] = []
        rest = bare(text)
        for row in self.rows:
            if rest and rest.startswith(row.text) and (found or row.text):
                found.append(row)
                rest = rest[len(row.text) :]
            elif found and rest and not is_foot(row):
                found, rest = [], bare(text)
                if rest.startswith(row.text):
                    found, rest = [row], rest[len(row.text) :]
        return found if not rest else []

    def rules(self, page: int, *, red: bool) -> list[Rule]:
        """The filled rectangles of a page that are red, or that are not, from top to bottom."""
        return [rule for rule in self.sheets[page - 1].rules if (rule.colour == RED) == red]

    def font_names(self) -> Iterator[tuple[str, bool]]:
        """Each font of the file and whether its outlines are in it."""
        with pdfplumber.open(io.BytesIO(self.data)) as file:
            for page in file.pages:
                for font in resolve1(page.page_obj.resources.get("Font", {})).values():
                    spec = resolve1(font)
                    yield str(spec["BaseFont"]), "FontFile2" in (resolve1(spec.get("FontDescriptor")) or {})


def is_foot(row: Row) -> bool:
    return row.size == 14.0 and row.text.startswith("—")


def bare(text: str) -> str:
    """The text without what leaves no mark on paper."""
    return "".join(text.split())


def _rows(number: int, sheet: Sheet) -> list[Row]:
    found: dict[float, list[Char]] = {}
    for char in sheet.chars:
        if char.text.strip():
            found.setdefault(round(char.y, 1), []).append(char)
    return [Row(number, tuple(sorted(found[y], key=lambda char: char.x))) for y in sorted(found)]


def printed(document: Document, pages: list[Page]) -> Printed:
    """These pages, through the PDF."""
    return Printed(document, pdf_bytes(pages, fonts=FONTS, title="试", fixed_date=NOON), FONTS)


@cache
def outlines(face: str) -> TTFont:
    return TTFont(FONTS.path(face))


def ink(row: Row, face: str = "biaosong") -> tuple[float, float]:
    """Top and bottom of the ink of these characters, from the font's own outlines."""
    font = outlines(face)
    names = font.getBestCmap()
    glyphs = [font["glyf"][names[ord(char.text)]] for char in row.chars]
    scale = row.em / font["head"].unitsPerEm
    return row.y - max(glyph.yMax for glyph in glyphs) * scale, row.y - min(glyph.yMin for glyph in glyphs) * scale
