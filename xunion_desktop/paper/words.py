"""Words: the texts of a form with their places for words. Nothing in a text can run; formats are a closed list.

``{届次}`` is a word, ``{今天|中文日期}`` a word in another spelling, ``[于{期限}前]`` a piece that is left out where
a word in it is empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from xunion_desktop.basics.capitals import capitals_problems, in_capitals
from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.basics.money import read_amount
from xunion_desktop.basics.wording import chinese_number, one_line


class Unreadable(ValueError):
    """A text of a form that cannot be understood; its message is a Chinese sentence."""


@dataclass(frozen=True, slots=True)
class Word:
    """A place for a word."""

    name: str
    spelling: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """A piece that is left out where a word in it is empty."""

    pieces: tuple[str | Word, ...]


Template = tuple[str | Word | Option, ...]

NUMBER, AMOUNT = "中文数字", "大写金额"

# What a paste from a console or a PDF brings along: it leaves no mark on paper and no Word file can hold it.
_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

_CHINESE_DATE = re.compile(r"\d{4}年(\d{1,2}月(\d{1,2}日)?)?")
_YEAR = re.compile(r"(19|20)\d\d")
_DIGITS = 4  # as many as a number may have to be read in Chinese
_WIDE_BRACES = re.compile("｛([^{}｛｝\\n]*)｝")  # as an input method types them
_TOKEN = re.compile(r"\{([^{}\[\]]*)\}|([\[\]{}])|([^{}\[\]]+)")


def read_template(text: str) -> Template:
    """Understand a text of a form; Unreadable where a bracket or a spelling is wrong."""
    whole: list[str | Word | Option] = []
    option: list[str | Word] | None = None
    if wide := _WIDE_BRACES.search(text):
        raise Unreadable(f"“{wide[0]}”的花括号是全角的，印出来还是括号，请改成半角的 {{{wide[1]}}}")
    for word, bracket, plain in _TOKEN.findall(text):
        if bracket == "[" and option is None:
            option = []
        elif bracket == "]" and option is not None:
            whole.append(_option(option))
            option = None
        elif bracket:
            raise Unreadable(f"括号“{bracket}”没有成对，或者套在了另一个括号里")
        else:
            piece = plain or _word(word)
            whole.append(piece) if option is None else option.append(piece)
    if option is not None:
        raise Unreadable("括号“[”没有成对")
    return tuple(whole)


def places(template: Template) -> Iterator[Word]:
    """The places for words in a text."""
    for piece in template:
        if isinstance(piece, Word):
            yield piece
        elif isinstance(piece, Option):
            yield from places(piece.pieces)


def names(template: Template) -> Iterator[str]:
    """The words a text uses."""
    return (place.name for place in places(template))


def suits(spelling: str, value: str) -> bool:
    """Whether a word that may look like this is for that spelling: a date is no amount, nor is a mere number."""
    return SPELLINGS[spelling](one_line(value)) is not None and not mistaken(spelling, value)


def mistaken(spelling: str, value: str) -> str:
    """Say why it could be written so and make no sense: 2026 is no amount, nor read 二千零二十六; "" = it does."""
    plain = one_line(value)
    if spelling == AMOUNT and plain.isdecimal():
        return "不是金额"
    return "是年份" if spelling == NUMBER and _YEAR.fullmatch(plain) else ""


def fill(template: Template, words: Mapping[str, str], long: Collection[str] = ()) -> str:
    """The text with its words; of the ``long`` ones the lines and the blanks inside them are kept."""
    return "".join(_filled(piece, words, long) for piece in template)


def _filled(piece: str | Word | Option, words: Mapping[str, str], long: Collection[str]) -> str:
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Option):
        return fill(piece.pieces, words, long) if all(words.get(name, "") for name in names(piece.pieces)) else ""
    value = _UNSEEN.sub("", _BREAKS.sub("\n", words.get(piece.name, "")))
    if piece.name not in long:
        value = one_line(value)
    return (SPELLINGS[piece.spelling](value) or value) if piece.spelling and value else value


def _word(inside: str) -> Word:
    name, mark, spelling = inside.partition("|")
    name, spelling = name.strip(), spelling.strip()
    if not name:
        raise Unreadable("花括号里没有写词的名称")
    if mark and spelling not in SPELLINGS:
        raise Unreadable(f"没有“{spelling}”这种写法，可用的有：{'、'.join(SPELLINGS)}")
    return Word(name, spelling)


def _option(pieces: list[str | Word]) -> Option:
    if not any(isinstance(piece, Word) for piece in pieces):
        raise Unreadable("方括号里没有词，这一段总会印出来，请去掉方括号")
    return Option(tuple(pieces))


# A spelling gives None for what cannot be written in it; that is printed as it stands.


def _chinese_date(value: str) -> str | None:
    """A date, or the month or year of one; one that is in Chinese already stays so."""
    if _CHINESE_DATE.fullmatch(value):
        return value
    try:
        return PartialDate.parse(value).chinese
    except ValueError:
        return None


def _chinese_number(value: str) -> str | None:
    return chinese_number(int(value)) if value.isdecimal() and len(value) <= _DIGITS else None


def _capitals(value: str) -> str | None:
    """An amount in yuan in capitals (DC-32)."""
    fen = read_amount(value)
    return None if fen is None or capitals_problems(fen) else in_capitals(fen)


SPELLINGS: dict[str, Callable[[str], str | None]] = {
    "中文日期": _chinese_date,
    NUMBER: _chinese_number,
    AMOUNT: _capitals,
}
