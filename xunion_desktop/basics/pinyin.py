"""Pinyin of names: for typing a few letters to find one, and for sorting.

A character has the reading that names of places and offices give it, unless it stands in one of the phrases
(银行, 重庆); a person's surname has its own reading (单 shan, 尉迟 yu chi). ü is v as on the keyboard; tones count only
in sorting. Sources and licences of the tables: resources/pinyin/README.md.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from .character_table import CharacterTable
from .resources import resource_text

_LONGEST_SURNAME = 2

Word = dict[str, tuple[str, ...]]


def pinyin(text: str, person: bool = False) -> str:
    """All syllables together: 任国栋 → renguodong. Letters (small) and digits stay, marks and blanks go."""
    return "".join(syllable or character for character, syllable in _read(text, person) if _spoken(character))


def initials(text: str, person: bool = False) -> str:
    """The first letters: 任国栋 → rgd, A区2组 → aq2z."""
    return "".join((syllable or character)[0] for character, syllable in _read(text, person) if _spoken(character))


def sort_key(text: str, person: bool = False) -> str:
    """ASCII text that sorts character by character, by syllable, then tone, then strokes.

    Each character gives its syllable and its place in the table, so that all 王 stand together before all 汪;
    characters of no table come last, by their code.
    """
    return "".join(_key(character, syllable) for character, syllable in _read(text, person))


def _key(character: str, syllable: str) -> str:
    if syllable:
        return f"{syllable}{_table().place(character):05d}"
    return character if character.isascii() else f"~{ord(character):05x}"


def _spoken(character: str) -> bool:
    return character.isalnum()


@lru_cache(maxsize=256)  # a record asks three times for the same name: search text, initials, sort key
def _read(text: str, person: bool) -> tuple[tuple[str, str], ...]:
    """Each character of the text with its syllable ('' = none)."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    syllables: list[str] = []
    if person:
        syllables.extend(_longest(_surnames(), plain, 0, _LONGEST_SURNAME))
    while len(syllables) < len(plain):
        here = len(syllables)
        known = () if person else _longest(_phrases(), plain, here, _longest_phrase())
        syllables.extend(known or (_syllable(plain[here]),))
    return tuple(zip(plain, syllables, strict=True))


def _longest(words: Word, text: str, start: int, longest: int) -> tuple[str, ...]:
    """The readings of the longest of these words that begins here."""
    for length in range(min(longest, len(text) - start), 0, -1):
        found = words.get(text[start : start + length])
        if found:
            return found
    return ()


def _syllable(character: str) -> str:
    place = _table().place(character)
    return _table().label(place) if place else ""


@cache
def _table() -> CharacterTable:
    return CharacterTable(resource_text("pinyin", "characters.txt"))


@cache
def _surnames() -> Word:
    return _words("surnames.txt")


@cache
def _phrases() -> Word:
    return _words("phrases.txt")


@cache
def _longest_phrase() -> int:
    return max(map(len, _phrases()))


def _words(file: str) -> Word:
    """Lines ``word syllable syllable …``; # begins a comment."""
    words: Word = {}
    for line in resource_text("pinyin", file).splitlines():
        word, *syllables = line.partition("#")[0].split() or [""]
        if word:
            words[word] = tuple(syllables)
    return words
