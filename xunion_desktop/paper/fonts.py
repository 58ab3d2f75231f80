"""Fonts: which file draws which character. Faces are opened when a page first needs them.

Per character: ASCII from ``latin``, in 宋体 and 黑体 from the face itself (the standard names the face of the digits in
page numbers, 附件1, 机密★1年; those of 黑体 are a little wider than the half em they stand in), the marks “ ” ‘ ’
always from ``song`` (one em there), everything else from the role's own face, else from ``song``, else from ``rare``
(print.md §1.3). A character in no file is named before anything is printed.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any
from unicodedata import category, east_asian_width

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.resources import REINSTALL, resource, shipped_fault

OWN_ASCII = frozenset({"宋体", "黑体"})  # roles whose ASCII is drawn by their own face
ROLES = {"仿宋": "fang", "楷体": "kai", "小标宋": "biaosong", "黑体": "hei", "宋体": "song"}
FALLBACKS = ("song", "rare")
QUOTES = "“”‘’"
SELECTORS = frozenset(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))  # of variants of a han
DAMAGED = (OSError, ValueError, LookupError, AssertionError, struct.error)  # what a damaged font makes of reading it
GETA = "〓"  # what a printer sets where the type is missing


class Face:
    """One font file: which characters it has, how wide they are and where their ink stands (in em).

    The file is not held open: on Windows an open file could not be replaced by an update.
    """

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.path = path
        self._ink: dict[str, tuple[float, float]] = {}

    @cached_property
    def _tables(self) -> _Tables:
        changed = self.path.stat().st_mtime_ns if self.path.is_file() else 0
        return _tables_of(self.path, changed)

    @property
    def ascent(self) -> float:
        """How far the em box reaches above the baseline (仿宋 0.85, the others 0.88)."""
        return self._tables.ascent

    def __contains__(self, char: str) -> bool:
        return ord(char) in self._tables.glyphs

    def advance(self, char: str) -> float:
        """The width the font itself gives this character."""
        return self._tables.metrics[self._tables.glyphs[ord(char)]][0] / self._tables.units

    def ink(self, text: str) -> tuple[float, float]:
        """Lowest and highest ink of these characters over the baseline; (0, 0) where nothing is drawn."""
        if text not in self._ink:
            self._ink[text] = self._measure_ink(text)
        return self._ink[text]

    def _measure_ink(self, text: str) -> tuple[float, float]:
        with _opened(self.path) as font:
            glyphs = [font["glyf"][self._tables.glyphs[ord(char)]] for char in text if char in self]
        drawn = [glyph for glyph in glyphs if glyph.numberOfContours]
        lowest = min((glyph.yMin for glyph in drawn), default=0)
        return lowest / self._tables.units, max((glyph.yMax for glyph in drawn), default=0) / self._tables.units


@dataclass(frozen=True, slots=True)
class _Tables:
    """What is read from a font's file once."""

    units: float
    glyphs: dict[int, str]
    metrics: dict[str, tuple[int, int]]
    ascent: float


@lru_cache(16)
def _tables_of(path: Path, _changed: int) -> _Tables:
    """Read once for all books of fonts: tens of thousands of glyphs take megabytes, and every open book has its own."""
    try:
        return _read(path)
    except DAMAGED as fault:
        raise unusable(path) from fault


def _read(path: Path) -> _Tables:
    with _opened(path) as font:
        above, below = font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender
        return _Tables(
            units=float(font["head"].unitsPerEm),
            glyphs=font.getBestCmap(),
            metrics=font["hmtx"].metrics,
            ascent=float(above / (above - below)),
        )


def _opened(path: Path) -> Any:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with path.open("rb") as file:  # mapped: only what is looked at is read, and no file stays open
            return TTFont(mmap(file.fileno(), 0, access=ACCESS_READ), lazy=True)
    except TTLibError as fault:
        raise unusable(path) from fault


def unusable(path: Path) -> Trouble:
    """A font of the program that is gone or damaged."""
    return Trouble(f"{shipped_fault(path, '坏了' if path.is_file() else '不见了')}。", REINSTALL)


class FontBook:
    """The faces of a desk, opened one by one, and the choice among them for each character."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or resource("fonts")
        self._faces: dict[str, Face] = {}
        self._chosen: dict[tuple[str, str], str] = {}
        self._good: dict[str, set[str]] = {role: set() for role in ROLES}
        self._advances: dict[tuple[str, str], float] = {}

    def face(self, name: str) -> Face:
        """The face of a file role (fang, song, latin …)."""
        if name not in self._faces:
            self._faces[name] = Face(name, self._folder / f"{name}.ttf")
        return self._faces[name]

    def path(self, name: str) -> Path:
        """The file of a file role; for the back ends."""
        return self.face(name).path

    def choose(self, char: str, role: str) -> str:
        """The file role that draws this character in this role (仿宋, 楷体 …); "" where no file has it."""
        key = (char, role)
        if key not in self._chosen:
            chain = _chain(char, role)
            self._chosen[key] = next((name for name in chain if char in self.face(name)), "")
        return self._chosen[key]

    def missing(self, text: str, role: str = "仿宋") -> list[str]:
        """The characters of ``text`` that no file can draw, each once, in their order."""
        good = self._good[role]
        unknown = [char for char in dict.fromkeys(text) if char not in good] if not good.issuperset(text) else []
        good.update(char for char in unknown if is_blank(char) or self.choose(char, role))
        return [char for char in unknown if char not in good]

    def advance(self, char: str, name: str) -> float:
        """The width in em that the file ``name`` gives this character."""
        key = (char, name)
        if key not in self._advances:
            self._advances[key] = self.face(name).advance(char)
        return self._advances[key]

    def width(self, char: str, role: str) -> float:
        """The width in em: 1 for han and full-width marks, ½ for digits, the font's own for other narrow ones."""
        if is_wide(char):
            return 1.0
        if char.isdigit() and char.isascii():
            return 0.5
        name = self.choose(char, role)
        return self.advance(char, name) if name else 0.5


def _chain(char: str, role: str) -> Iterable[str]:
    own = ROLES[role]
    if char in QUOTES:
        return ("song",)
    if char.isascii():
        return (own if role in OWN_ASCII else "latin",)
    return (own, *(name for name in FALLBACKS if name != own))


def is_wide(char: str) -> bool:
    """Whether the character fills a cell of the grid, whatever the font says (“ — · are wide in Chinese text)."""
    width = east_asian_width(char)
    return width in "WF" or (width == "A" and not (ord(char) < 0x250 and char.isalpha()))


def is_blank(char: str) -> bool:
    """Whether nothing is drawn: spaces, joiners, control characters, variation selectors."""
    return char.isspace() or category(char) in {"Cc", "Cf"} or char in SELECTORS
