"""Punctuation of Chinese text: half-width marks that ought to be full-width ones, and how numbers are written.

Nothing is changed by itself: slips are found, shown and mended when the clerk says so. What stands inside numbers
(1,234.50), times (9:00), scores (3:2), addresses of the net and Latin text is left alone (GB/T 15834, DC-30, DC-31).
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from xunion_desktop.basics.wording import HAN

_FULL = "，。；：？！、（）《》〈〉“”‘’〔〕【】…—"
_CHINESE = re.compile(f"[{HAN}{_FULL}]")
_HAN_INSIDE = re.compile(f"[{HAN}]")
_KEPT = re.compile(
    r"(?:https?://|www\.)[\x21-\x7e]+"  # addresses of the net
    r"|[\w.+-]+@[\w-]+\.[\w.-]+\w"
    r"|(?<![\d.])\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)"  # times
    r"|\d+:\d+"  # scores
    r"|\d+(?:[.,]\d+)+"  # 1,234.50
    r"|[A-Za-z]+(?:[.,:;!?'’-]\s?[A-Za-z0-9]+)+",  # Latin text
    re.ASCII,
)
_MARKS = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_CLOSED = f"{HAN}）》”’〕】%％)\"'"
_BLANK = "[ \u00a0\u3000]"
_PLAIN = re.compile(f"([,;:?!])(?:{_BLANK}(?!{_BLANK}))?")  # more blanks may be room to write in
_DOTS = re.compile(r"\.{3,}|。{3,}|(?<!…)…(?!…)")
_STOP = re.compile(f"(?:(?<=[{_CLOSED}])\\.(?=[{HAN}{_FULL}\"'\n ]|$)|(?<=\\d)\\.(?=\n|$)){_BLANK}*")
_DASH = re.compile(f"(?<=[{HAN}{_FULL}])--+(?=[{HAN}{_FULL}])")
_BETWEEN_DAYS = re.compile(r"(?<=\d[年月日])[-－~～](?=\d{1,4}[年月日])")
_DOCUMENT_NUMBER = re.compile(f"(?<=[{HAN}])([\\[(（【［])(\\d{{4}})([\\])）】］])(?=第?\\d+号)")
_HEADING_MARKS = (
    (re.compile(f"^{_BLANK}*[一二三四五六七八九十]{{1,3}}([.．,，])(?![一二三四五六七八九十])", re.MULTILINE), "、"),
    (re.compile(f"^{_BLANK}*\\d{{1,2}}([、．])(?!\\d)", re.MULTILINE), "."),
)


@dataclass(frozen=True, order=True)
class Slip:
    """One place to be mended: where it stands in the text, and what ought to stand there."""

    start: int
    end: int
    new: str

    def old(self, text: str) -> str:
        """What stands there."""
        return text[self.start : self.end]

    def around(self, text: str, reach: int = 6) -> str:
        """The place with a little of what stands beside it, by which it is known again."""
        return text[max(0, self.start - reach) : self.end + reach]


def mended(text: str, slips: Iterable[Slip]) -> str:
    """The text with these slips mended."""
    for slip in sorted(slips, reverse=True):
        text = text[: slip.start] + slip.new + text[slip.end :]
    return text


def mark_slips(text: str) -> list[Slip]:
    """Half-width marks in Chinese text, brackets of document numbers, and headings numbered with the wrong mark."""
    kept = [match.span() for match in _KEPT.finditer(text)]
    return _apart(
        text,
        [
            *_document_numbers(text),
            *_heading_marks(text),
            *_outside(_plain_marks(text), kept),
            *_outside(_stops(text), kept),
            *_outside(_brackets(text), kept),
            *_outside(_quotes(text), kept),
            *_dashes(text),
        ],
    )


def number_slips(text: str) -> list[Slip]:
    """Dates, times and percentages that are not written as official papers write them (DC-31)."""
    found = [Slip(*match.span(), new(match)) for pattern, new in _NUMBERS for match in pattern.finditer(text)]
    return _apart(text, found)


def _apart(text: str, slips: Iterable[Slip]) -> list[Slip]:
    """In the order of the text; of two in the same place the first that was found."""
    free: list[Slip] = []  # in the order of the text, so that only its neighbours can be in the way of one more
    for slip in slips:
        place = bisect(free, slip)
        before, after = free[place - 1 : place], free[place : place + 1]
        apart = all(other.end <= slip.start for other in before) and all(slip.end <= other.start for other in after)
        if apart and slip.old(text) != slip.new:
            free.insert(place, slip)
    return free


def _outside(slips: Iterable[Slip], kept: Sequence[tuple[int, int]]) -> Iterator[Slip]:
    """Those that do not begin in what is ``kept`` (spans in the order of the text)."""
    starts = [start for start, _ in kept]
    for slip in slips:
        place = bisect(starts, slip.start) - 1
        if place < 0 or slip.start >= kept[place][1]:
            yield slip


# marks


def _is_chinese(text: str, place: int) -> bool:
    return 0 <= place < len(text) and _CHINESE.match(text[place]) is not None


def _beside(text: str, start: int, end: int) -> bool:
    """Whether Chinese stands on one side, blanks aside."""
    before, after = start - 1, end
    while before >= 0 and text[before] == " ":
        before -= 1
    while after < len(text) and text[after] == " ":
        after += 1
    return _is_chinese(text, before) or _is_chinese(text, after)


def _plain_marks(text: str) -> Iterator[Slip]:
    """, ; : ? ! with the blank that follows them."""
    for match in _PLAIN.finditer(text):
        if _beside(text, match.start(), match.start() + 1):
            yield Slip(*match.span(), _MARKS[match[1]])


def _stops(text: str) -> Iterator[Slip]:
    """A full stop at the end of a Chinese sentence; … written with stops."""
    for match in _DOTS.finditer(text):
        yield Slip(*match.span(), "……")
    for match in _STOP.finditer(text):
        if _HAN_INSIDE.search(text, text.rfind("\n", 0, match.start()) + 1, match.start()):
            yield Slip(*match.span(), "。")


def _brackets(text: str) -> Iterator[Slip]:
    """Round brackets, both of a pair; what stands in a Chinese bracket makes it one, else what stands beside it."""
    for opening, closing in _matching(text):
        if _HAN_INSIDE.search(text, opening, closing) or _beside(text, opening, closing + 1):
            yield Slip(opening, opening + 1, "（")
            yield Slip(closing, closing + 1, "）")


def _matching(text: str) -> Iterator[tuple[int, int]]:
    """Places of brackets that belong together, in one paragraph."""
    open_places: list[int] = []
    for place, character in enumerate(text):
        if character in "(（":
            open_places.append(place)
        elif character in ")）" and open_places:
            yield open_places.pop(), place
        elif character == "\n":
            open_places.clear()


def _quotes(text: str) -> Iterator[Slip]:
    """Quotation marks and title marks, both of a pair."""
    for pattern, opening, closing, by_inside in _QUOTES:
        for match in pattern.finditer(text):
            if _HAN_INSIDE.search(match[1]) or (not by_inside and _beside(text, *match.span())):
                yield Slip(match.start(), match.start(1), opening)
                yield Slip(match.end(1), match.end(), closing)


_QUOTES = (
    (re.compile(r'"([^"“”\n]*)"'), "“", "”", False),
    (re.compile(r"(?<![A-Za-z])'([^'‘’\n]*)'"), "‘", "’", True),
    (re.compile(r"<{1,2}([^<>\n]*)>{1,2}"), "《", "》", True),
)


def _dashes(text: str) -> Iterator[Slip]:
    """-- as a dash; the hyphen between two days."""
    for match in _DASH.finditer(text):
        yield Slip(*match.span(), "——")
    for match in _BETWEEN_DAYS.finditer(text):
        yield Slip(*match.span(), "—")


def _document_numbers(text: str) -> Iterator[Slip]:
    """The year of a document number stands in 〔〕 (DC-30)."""
    for match in _DOCUMENT_NUMBER.finditer(text):
        yield Slip(*match.span(1), "〔")
        yield Slip(*match.span(3), "〕")


def _heading_marks(text: str) -> Iterator[Slip]:
    """一. is written 一、 and 1、 is written 1. at the head of a paragraph."""
    for pattern, mark in _HEADING_MARKS:
        for match in pattern.finditer(text):
            yield Slip(*match.span(1), mark)


# numbers

_LAST_CENTURY = "50"  # a union or a rule that is talked of dates from 1950 at the earliest
_DIGITS = "〇一二三四五六七八九"
_NUMBERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?<=\d年)0(?=[1-9]月)|(?<=月)0(?=[1-9]日)"), lambda match: ""),
    (re.compile(r"(?<![\d年])(?<!第)(\d{2})(?=年\d{1,2}月)"), lambda match: _of_which_century(match[1])),
    (re.compile(r"(?<=\d)：(?=\d{2}(?!\d))"), lambda match: ":"),
    (re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)[~～—-]+(?=\d+(?:\.\d+)?[%％])"), lambda match: f"{match[1]}%~"),
    (re.compile(r"[一二三四五六七八九〇○零]{4}(?=年)"), lambda match: _arabic(match[0])),
    (re.compile("[０-９]+"), lambda match: match[0].translate({ord("０") + n: str(n) for n in range(10)})),
)


def _of_which_century(year: str) -> str:
    """A year of two digits: 99年12月 was in the last century, 26年12月 is in this one."""
    return f"{19 if year >= _LAST_CENTURY else 20}{year}"


def _arabic(year: str) -> str:
    return "".join(str(_DIGITS.index("〇" if digit in "○零" else digit)) for digit in year)
