"""Faces: what Word and WPS call the roles of type, and what they take where a face is not installed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from xunion_desktop.paper.fonts import OWN_ASCII, QUOTES

LATIN = "Times New Roman"  # its digits are half an em, as on the printed paper
RARE = "SimSun-ExtB"  # what Windows draws characters beyond U+FFFF with

FACES = {
    "仿宋": "仿宋_GB2312",
    "楷体": "楷体_GB2312",
    "小标宋": "方正小标宋简体",
    "黑体": "黑体",
    "宋体": "宋体",
}
# what stands in the font table as other names: taken where the first is missing
OTHERS = {
    "仿宋_GB2312": "仿宋,FangSong,FangSong_GB2312",
    "楷体_GB2312": "楷体,KaiTi,KaiTi_GB2312",
    "方正小标宋简体": "方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,宋体",
    "黑体": "SimHei",
    "宋体": "SimSun",
    RARE: "宋体-扩展B",
}


def fonts(role: str) -> str:
    """The rFonts of a role. The hint makes “ ” — … full-width, as in all Chinese text."""
    own = FACES[role]
    latin = own if role in OWN_ASCII else LATIN
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:cs="{latin}" w:eastAsia="{own}" w:hint="eastAsia"/>'


def rare_fonts() -> str:
    """The rFonts of characters beyond U+FFFF (𡋾), whatever their role."""
    return f'<w:rFonts w:ascii="{RARE}" w:hAnsi="{RARE}" w:eastAsia="{RARE}" w:hint="eastAsia"/>'


def quote_fonts() -> str:
    """The rFonts of “ ” ‘ ’: full-width as in print, also where a program does not heed the hint."""
    song = FACES["宋体"]
    return f'<w:rFonts w:ascii="{song}" w:hAnsi="{song}" w:eastAsia="{song}" w:hint="eastAsia"/>'


def stretches(text: str) -> Iterator[tuple[str, str]]:
    """The text in stretches, each with the rFonts that it needs of its own ("" = those of its style)."""
    return (("".join(chars), own) for own, chars in groupby(text, _own))


def _own(char: str) -> str:
    return rare_fonts() if char > "\uffff" else quote_fonts() if char in QUOTES else ""
