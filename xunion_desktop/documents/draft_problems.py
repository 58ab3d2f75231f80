"""What is wrong with a draft, word by word: missing, left unfinished, against its kind, in no font, out of order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.form import Form
from xunion_desktop.paper.typeset import missing_problem

from .outline import order_problems
from .paragraphs import paragraphs
from .rules import genre_problems
from .starting import GAP
from .words import BODY, TITLE

_RUNNING = {BODY, "附件"}
_SET_IN_SONG = {TITLE, "发文机关标志", "纪要名称"}


def draft_problems(form: Form, genre: str, words: Mapping[str, str], fonts: FontBook) -> list[Problem]:
    """All that can be said of the words before they are laid out, each with the word it is about."""
    own = printed_words(form, words)
    return [*form.problems(words), *written_problems(genre, own), *_missing(own, fonts)]


def written_problems(genre: str, words: Mapping[str, str]) -> list[Problem]:
    """What is left unfinished in these words, or against what a paper of this kind demands (DC-02)."""
    return [*_gaps(words), *genre_problems(genre, words), *order_problems(paragraphs(words.get(BODY, "")), BODY)]


def table_problems(words: Mapping[str, str]) -> list[Problem]:
    """Where rows of a table were pasted into running text, which has no columns. Of the words as they were typed."""
    remedy = "费用请用“费用明细表”；别的表在 WPS 表格里做好，单独打印附在后面。"
    return [
        Problem(f"{word}里有 {count} 行像是表格，印出来各格只空一字，不排成栏。", word, Level.DOUBT, remedy=remedy)
        for word in sorted(_RUNNING & words.keys(), reverse=True)
        if (count := _tabbed_rows(words[word]))
    ]


def _tabbed_rows(text: str) -> int:
    """How many paragraphs with tabs stand together; a single one is no table."""
    stretches = [list(rows) for tabs, rows in groupby(paragraphs(text), lambda line: "\t" in line) if tabs]
    return sum(len(rows) for rows in stretches if len(rows) > 1)


def printed_words(form: Form, words: Mapping[str, str]) -> dict[str, str]:
    """The words that this format prints; "" = it has room for one that is not filled in."""
    return {word: words.get(word, "") for word in form.word_names()}


def beside_their_words(problems: Sequence[Problem], words: Mapping[str, str], fonts: FontBook) -> list[Problem]:
    """The problems of laying out, without those that are told beside their words already."""
    told = {missing_problem(char).sentence for text in words.values() for char in fonts.missing(text, "仿宋")}
    return [problem for problem in problems if problem.sentence not in told]


def _gaps(words: Mapping[str, str]) -> list[Problem]:
    """What a starting text leaves to be filled in; in running text it may stand for a name that is not told."""
    return [
        Problem(f"还有“{GAP}”没有填。", word, Level.DOUBT if word in _RUNNING else Level.ERROR, remedy="填好或删去。")
        for word, text in words.items()
        if GAP in text
    ]


def _missing(words: Mapping[str, str], fonts: FontBook) -> list[Problem]:
    found = []
    for word, text in words.items():
        for char in fonts.missing(text, "小标宋" if word in _SET_IN_SONG else "仿宋"):
            problem = missing_problem(char)
            found.append(Problem(problem.sentence, word, problem.level, problem.rule, problem.remedy))
    return found
