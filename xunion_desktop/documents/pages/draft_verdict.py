"""What is said of a draft while it is written: beside its fields, and over them what has no field or stands too low."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.documents.draft_problems import beside_their_words, draft_problems, printed_words, table_problems
from xunion_desktop.documents.starting import GAP
from xunion_desktop.documents.words import BODY, ROWS
from xunion_desktop.paper.pages import Page
from xunion_desktop.paper.typeset import Typeset

from .draft_setting import DraftSetting

_TOO_HIGH = frozenset({BODY, ROWS})  # their fields are so high that what stands below is not seen


@dataclass(frozen=True)
class Verdict:
    """Problems ``beside`` their fields and ``over`` all of them."""

    beside: Sequence[Problem]
    over: Sequence[Problem]


@dataclass(frozen=True)
class Looked:
    """One look at a draft: its pages, and what is said of it."""

    pages: Sequence[Page]
    verdict: Verdict


def looked_at(layout: Callable[[], Typeset], judging: Callable[[Sequence[Problem]], Verdict]) -> Looked:
    """Lay out and judge, in whichever thread."""
    laid_out = layout()
    return Looked(laid_out.pages, judging(laid_out.problems))


def words_problems(setting: DraftSetting, genre: str, words: Mapping[str, str]) -> list[Problem]:
    """All that can be said of the words, each with the word it is about."""
    found = draft_problems(setting.form, genre, setting.whole(words), setting.fonts)
    return [*found, *table_problems(printed_words(setting.form, words))]


def judge(
    setting: DraftSetting,
    genre: str,
    words: Mapping[str, str],
    laid_out: Sequence[Problem],
    fields: Collection[str],
    *,
    strict: bool,
) -> Verdict:
    """Judge these words; ``laid_out`` = what laying them out found, ``fields`` = the words that have one.

    Not ``strict`` = it has only been begun: what it still lacks is not told.
    """
    problems = words_problems(setting, genre, words)
    if not strict:
        written = {name for name, text in words.items() if text and GAP not in text}
        problems = [one for one in problems if one.level is Level.ERROR and one.field in written]
    over = [one for one in problems if one.field not in fields or one.field in _TOO_HIGH]
    return Verdict(problems, [*over, *beside_their_words(laid_out, words, setting.fonts)])
