"""PaperFonts: the fonts of the papers as Qt knows them: our own, and those of the system that were chosen for this PC.

A system's face draws a character only where it has it and where it is as wide there as the engine took it for: else
our own face draws it, so that no character goes missing and none leaves its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QFont, QRawFont

from xunion_desktop.paper.fonts import is_wide
from xunion_desktop.paper.system_fonts import Choice

from .typeface import application_families

_SLACK = 0.02  # em


@dataclass(frozen=True)
class Piece:
    """Glyphs of one font, and at which places of the text they stand."""

    raw: QRawFont
    glyphs: Sequence[int]
    places: Sequence[int]


class PaperFonts:
    """The fonts, each registered when it is first used. ``changes`` counts how often others were chosen."""

    def __init__(self, folder: Path, choices: Iterable[Choice] = ()) -> None:
        self._folder = folder
        self._families: dict[str, str] = {}
        self._raw: dict[tuple[str, float], QRawFont] = {}
        self._system: dict[str, Choice] = {}
        self.changes = 0
        self.use(choices)
        self.changes = 0

    def use(self, choices: Iterable[Choice]) -> None:
        """Draw with these faces from now on."""
        self._system = {choice.file_role: choice for choice in choices if choice.path is not None}
        self.changes += 1

    def pieces(self, role: str, text: str, pixels: float) -> Iterator[Piece]:
        """The text in glyphs of the role's face; what the system's face cannot draw right in our own."""
        if role not in self._system:
            raw = self.raw(role, pixels)
            yield Piece(raw, raw.glyphIndexesForString(text), range(len(text)))
            return
        good = self._good(role, text, pixels)
        for raw, wanted in ((self._raw_of_system(role, pixels), True), (self.raw(role, pixels), False)):
            places = [place for place, one in enumerate(good) if one is wanted]
            if places:
                yield Piece(raw, raw.glyphIndexesForString("".join(text[place] for place in places)), places)

    def _good(self, role: str, text: str, pixels: float) -> list[bool]:
        """For each character whether the system's face draws it in its place."""
        raw = self._raw_of_system(role, pixels)
        good = []
        for char in text:
            glyphs = raw.glyphIndexesForString(char)
            wide = raw.advancesForGlyphIndexes(glyphs)[0].x() / pixels if len(glyphs) == 1 and glyphs[0] else 0.0
            good.append(is_wide(char) and abs(wide - 1) <= _SLACK)
        return good

    def raw(self, role: str, pixels: float) -> QRawFont:
        """Our own font of that role at that size in dots."""
        return self._sized(role, pixels, self._folder / f"{role}.ttf")

    def _raw_of_system(self, role: str, pixels: float) -> QRawFont:
        choice = self._system[role]
        assert choice.path is not None
        return self._sized(f"system {role}", pixels, choice.path, choice.names)

    def _sized(self, name: str, pixels: float, file: Path, names: Sequence[str] = ()) -> QRawFont:
        known = (name, round(pixels, 2))
        if known not in self._raw:
            font = QFont(self._family(name, file, names))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            font.setPixelSize(max(1, round(pixels)))
            raw = QRawFont.fromFont(font)
            raw.setPixelSize(pixels)
            self._raw[known] = raw
        return self._raw[known]

    def _family(self, name: str, file: Path, names: Sequence[str]) -> str:
        """The family of a file; of a collection the one that is called so."""
        if name not in self._families:
            families = application_families(file)
            called = [family for family in families if family in names]
            self._families[name] = next(iter([*called, *families]), "")
        return self._families[name]
