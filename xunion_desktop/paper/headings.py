"""Headings in plain paragraphs: “一、” in 黑体, “（一）” in 楷体, up to the first full stop (domain §6.3, 正文).

A numbered sentence that is too long to be a heading is plain text, and so is one that is the whole paragraph with its
full stop: a heading that stands alone has none. One that does may take two lines of the grid.
"""

from __future__ import annotations

import re

LONGEST, LONGEST_ALONE = 30, 54  # characters of a heading that text follows, and of one that stands alone

Spans = tuple[tuple[str, int], ...]

_NUMBER = "[一二三四五六七八九十百]+"
_SENTENCE_ENDS = ("。", "；")
_FACES = ((re.compile(f"{_NUMBER}、"), "黑体"), (re.compile(f"（{_NUMBER}）"), "楷体"))


def faces(text: str) -> Spans:
    """The roles a paragraph is set in, each with the number of characters it covers."""
    for pattern, role in _FACES:
        if pattern.match(text):
            length = text.find("。") + 1 or len(text)
            stands_alone = length == len(text)
            longest = LONGEST_ALONE if stands_alone else LONGEST
            if length <= longest and not (stands_alone and text.endswith(_SENTENCE_ENDS)):
                return ((role, length), ("仿宋", len(text) - length))
    return (("仿宋", len(text)),)


def is_heading(text: str) -> bool:
    """Whether the paragraph is a heading and nothing more: it does not stand alone at the foot of a page."""
    return faces(text)[0][0] != "仿宋" and faces(text)[-1][1] == 0
