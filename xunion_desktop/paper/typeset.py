"""Typeset: a document becomes pages, together with all that would not print right. Asked before a batch is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from xunion_desktop.basics.problems import Level, Problem

from .ballots import lay_out_ballot
from .document import Annex, Code, Document, Mark, Sign, Title
from .fonts import FontBook
from .letter import lay_out_letter
from .measures import BODY, COLUMNS, ROWS, SIZES, TEXT_WIDTH, TITLE
from .minutes import lay_out_minutes
from .official import lay_out_official
from .pages import Page
from .plain import code_line, lay_out_plain
from .setting import Compositor, compositor_of
from .signature import tail_of
from .stamps import stamped
from .tablepages import lay_out_table
from .titleblock import fitting_line
from .titles import break_title

Laid = tuple[list[Page], list[Problem]]


def _always_fits(layout: Callable[[Document, Compositor], list[Page]]) -> Callable[[Document, Compositor], Laid]:
    return lambda document, compositor: (layout(document, compositor), [])


LAYOUTS: dict[str, Callable[[Document, Compositor], Laid]] = {
    "official": lay_out_official,
    "letter": lay_out_letter,
    "minutes": lay_out_minutes,
    "plain": _always_fits(lay_out_plain),
    "table": lay_out_table,
    "ballot": lay_out_ballot,
}

LONGEST_TITLE = 5  # lines of 二号
LONGEST_MARK = 20  # characters
SMALLEST_TITLE = SIZES["小二"]
RUNNING = ("official", "letter", "minutes", "plain")  # kinds of running text, on the grid


@dataclass(frozen=True)
class Typeset:
    """Pages and what is wrong with them; with an ERROR among the problems they are to look at, not to print."""

    pages: list[Page]
    problems: list[Problem]


def typeset(document: Document, fonts: FontBook) -> Typeset:
    """Lay out one copy."""
    compositor = compositor_of(fonts)
    pages, problems = LAYOUTS[document.kind](document, compositor)
    pages = stamped(pages, document.stamp, compositor)
    return Typeset(pages, [*missing_characters(document.texts(), fonts), *_overflows(document, compositor), *problems])


def missing_characters(texts: Iterable[tuple[str, str]], fonts: FontBook) -> list[Problem]:
    """The characters of these texts (role and text) that no font can draw."""
    missing: dict[str, None] = {}
    for role, text in texts:
        missing.update(dict.fromkeys(fonts.missing(text, role)))
    return [missing_problem(char) for char in missing]


def missing_problem(char: str) -> Problem:
    """A character that no font can draw."""
    return Problem(
        f"“{char}”（U+{ord(char):04X}）在所有字体里都没有，印不出来。",
        remedy="请核对这个字是不是打错了；确实是这个字，请换用同音字或者改用手写。",
    )


def _overflows(document: Document, compositor: Compositor) -> Iterator[Problem]:
    shorter = "请改用规范简称。"
    signs = list(document.all(Sign))
    for sign in signs:
        if len(sign.name) > (COLUMNS if len(signs) < 2 else LONGEST_MARK):
            yield Problem(f"署名“{sign.name}”有 {len(sign.name)} 个字，一行放不下。", remedy=shorter)
    for mark in document.all(Mark):
        if len(mark.text) > LONGEST_MARK:
            yield Problem(f"标志“{mark.text}”有 {len(mark.text)} 个字，太长。", remedy=shorter)
    titles = [("标题", title.text) for title in document.all(Title)]
    titles += [(f"附件{annex.number or ''}的标题", annex.title) for annex in document.all(Annex)]
    for name, text in titles:
        yield from _title_problems(name, text, document.kind, compositor)
    if document.kind in RUNNING and tail_of(document, compositor).rows > ROWS:
        remedy = "请减少署名的机关，或者把附注写进正文。"
        yield Problem("署名、附注太多，一页放不下，会有几行印不出来。", rule="DC-10", remedy=remedy)
    if any(code_line(code.text, compositor)[1] < BODY for code in document.all(Code)):
        yield Problem("方框里的码太长，印出来看不清。", remedy="请分成几行写。")


def _title_problems(name: str, text: str, kind: str, compositor: Compositor) -> Iterator[Problem]:
    """A title of too many lines; one whose lines, broken by the writer, go into the text area only in small type."""
    lines = break_title(text)
    if len(lines) > LONGEST_TITLE:
        yield Problem(f"{name}有 {len(text)} 个字，太长。", remedy=f"请缩短{name}。")
    if kind not in RUNNING:
        return
    size = min((fitting_line(line, "小标宋", TITLE, TEXT_WIDTH, compositor)[1] for line in lines), default=TITLE)
    if size < TITLE:
        level = Level.DOUBT if size >= SMALLEST_TITLE else Level.ERROR
        sentence = f"{name}有一行太长，二号字放不下，缩成了 {size:.1f} 磅。"
        yield Problem(
            sentence, level=level, rule="DC-13", remedy=f"请把{name}的这一行再分开，或者不分行，由程序按词意分行。"
        )
