"""Fonts as a PC may have them, made of our own: renamed, forbidden to be embedded, incomplete, with other outlines."""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.ttCollection import TTCollection

from xunion_desktop.basics.resources import resource


def made(path: Path, *names: str, rights: int = 0, without: str = "", narrow: str = "") -> Path:
    """A font called ``names``; it may lack characters, or have some that are half as wide as ours."""
    font = _renamed(*names)
    font["OS/2"].fsType = rights
    for table in font["cmap"].tables:
        for char in without:
            table.cmap.pop(ord(char), None)
    for char in narrow:
        glyph = font.getBestCmap()[ord(char)]
        font["hmtx"].metrics[glyph] = (font["head"].unitsPerEm // 2, 0)
    font.save(path)
    return path


def collected(path: Path, *names: str) -> Path:
    """A collection of one face for each name."""
    collection = TTCollection()
    collection.fonts = [_renamed(name) for name in names]
    collection.save(path)
    return path


def with_postscript_outlines(path: Path, name: str) -> Path:
    """A font of the kind that printers of PDF cannot embed (CFF)."""
    pen = T2CharStringPen(500, None)
    pen.moveTo((0, 0))
    pen.lineTo((100, 100))
    pen.closePath()
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupCFF(name, {"FullName": name}, {".notdef": pen.getCharString()}, {})
    builder.setupHorizontalMetrics({".notdef": (500, 0)})
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": name})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
    return path


def _renamed(*names: str) -> TTFont:
    font = TTFont(resource("fonts", "hei.ttf"))
    table = font["name"]
    table.names = [record for record in table.names if record.nameID not in {1, 16}]
    for language, name in zip((0x409, 0x804), names, strict=False):
        table.setName(name, 1, 3, 1, language)
    return font
