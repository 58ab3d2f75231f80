"""Paragraphs of a paper's text as it is typed or pasted: one per line, without what an editor puts between them.

The indent of the first line, the space between paragraphs and the tabs behind a number are made by the layout; typed
ones would be printed a second time. The rows of a table are the exception: there a tab parts the cells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from xunion_desktop.basics.wording import one_line

from .words import ROWS

_LINE_ENDS = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_BULLET = re.compile(r"^[•●◆■▪·]\s*")
_MARKS = "，。；：？！、（）《》〈〉“”‘’〔〕【】…—"
_BESIDE_A_MARK = re.compile(f"(?<=[{_MARKS}]) +| +(?=[{_MARKS}])")
_AFTER_A_NUMBER = re.compile(r"^(\d{1,2}[.．、]|[(（]\d{1,2}[)）]|[(（]?[一二三四五六七八九十]{1,3}[)）、.．]) +")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, tidy; empty lines are none."""
    return [line for line in map(_tidy, _LINE_ENDS.split(text)) if line]


def tidy(text: str) -> str:
    """The same text, one paragraph per line."""
    return "\n".join(paragraphs(text))


def tidy_rows(text: str) -> str:
    """The rows of a table, one per line, each cell in its place; empty lines are none."""
    lines = ("\t".join(map(str.strip, line.split("\t"))) for line in _LINE_ENDS.split(text))
    return "\n".join(line for line in lines if line.strip())


def tidied(words: Mapping[str, str]) -> dict[str, str]:
    """Every word, tidy in its own way."""
    return {word: tidy_rows(text) if word == ROWS else tidy(text) for word, text in words.items()}


def _tidy(line: str) -> str:
    plain = _BULLET.sub("", one_line(line))
    return _BESIDE_A_MARK.sub("", _AFTER_A_NUMBER.sub(r"\1", plain))
