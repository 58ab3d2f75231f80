"""Strokes: the order 按姓氏笔画为序 of candidates and lists of names (EL-27).

Characters go by the number of their strokes, then by the strokes themselves (横 竖 撇 点 折): the order of GB 13000.1.
Sources and licences of the table: resources/strokes/README.md.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from .character_table import CharacterTable
from .resources import resource_text

_UNKNOWN = 1 << 20


def stroke_key(name: str) -> tuple[int, ...]:
    """What to sort names by: the surname, then, by custom, names of two characters (王毅) before longer ones (王小洪),
    then the given name character by character.

    Blanks that set a name apart (王　毅) do not count; characters of no table come last, by their code.
    """
    table = _table()
    plain = [one for one in unicodedata.normalize("NFKC", name) if not one.isspace()]
    places = [table.place(one) or _UNKNOWN + ord(one) for one in plain]
    return (*places[:1], int(len(places) > 2), *places[1:])


def stroke_count(character: str) -> int | None:
    """Number of strokes of a character; None where no table knows it."""
    place = _table().place(character)
    return int(_table().label(place)) if place else None


@cache
def _table() -> CharacterTable:
    return CharacterTable(resource_text("strokes", "characters.txt"))
