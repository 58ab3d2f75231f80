"""Typeset: a document becomes pages, together with all that would not print right. Asked before a batch is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from xunion_desktop.basics.problems import Problem, refuses

from .ballots import lay_out_ballot
from .document import Document
from .fonts import FontBook
from .letter import lay_out_letter
from .minutes import lay_out_minutes
from .official import lay_out_official
from .overflows import beyond_the_margins, overflows
from .pages import Page
from .plain import lay_out_plain
from .setting import Compositor, compositor_of
from .stamps import stamped
from .tablepages import lay_out_table

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


@dataclass(frozen=True)
class Typeset:
    """Pages and what is wrong with them; with an ERROR among the problems they are to look at, not to print."""

    pages: list[Page]
    problems: list[Problem]


def typeset(document: Document, fonts: FontBook) -> Typeset:
    """Lay out one copy."""
    compositor = compositor_of(fonts)
    pages, problems = LAYOUTS[document.kind](document, compositor)
    too_long = [*overflows(document, compositor), *problems]
    if not refuses(too_long):
        too_long += beyond_the_margins(pages, document.kind)
    pages = stamped(pages, document.stamp, compositor)
    return Typeset(pages, [*missing_characters(document.texts(), fonts), *too_long])


def missing_characters(texts: Iterable[tuple[str, str]], fonts: FontBook) -> list[Problem]:
    """The characters of these texts (role and text) that no font can draw."""
    by_role: dict[str, str] = {}
    for role, text in texts:
        by_role[role] = by_role.get(role, "") + text
    missing: dict[str, None] = {}
    for role, text in by_role.items():
        missing.update(dict.fromkeys(fonts.missing(text, role)))
    return [missing_problem(char) for char in missing]


def missing_problem(char: str) -> Problem:
    """A character that no font can draw."""
    return Problem(
        f"“{char}”（U+{ord(char):04X}）在所有字体里都没有，印不出来。",
        remedy="请核对这个字是不是打错了；确实是这个字，请换用同音字或者改用手写。",
    )
