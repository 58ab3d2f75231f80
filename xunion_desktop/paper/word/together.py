"""Together: the end of a paper's text stays on one page with the signature, in Word too ("此页无正文" is forbidden).

Word keeps paragraphs with the next one, not lines: so the note of attachments, the lists of people and as many of the
last paragraphs as make two lines. LibreOffice moves the whole of a paragraph that is kept: a long one is left alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from xunion_desktop.paper.document import Block, Document, Present, Sign, Text
from xunion_desktop.paper.flow import WITH_SIGNATURE
from xunion_desktop.paper.measures import COLUMNS
from xunion_desktop.paper.parts import INDENT

from .paragraph import Paragraph

SHORT = 224  # characters of a paragraph that may be kept
MOST = 12  # paragraphs: more are a list that goes over pages

Part = tuple[Block, Paragraph | str]  # what it is made from


def kept_together(parts: Sequence[Part], document: Document) -> list[Paragraph | str]:
    """The parts of the text, the last of them kept with the signature, or with the lists of people at its end."""
    made = [part for _, part in parts]
    signed = document.kind != "minutes" and document.first(Sign) is not None  # minutes name theirs in the head
    if not signed and document.first(Present) is None:
        return made
    lines = 0
    for at in reversed(range(len(parts) if signed else len(parts) - 1)):
        (block, _), part = parts[at], made[at]
        text = isinstance(block, Text)
        if not isinstance(part, Paragraph) or (text and part.length >= SHORT) or len(parts) - at > MOST:
            break
        made[at] = replace(part, keep_next=True)
        lines += ceil((part.length + INDENT) / COLUMNS) if text else 0
        if lines >= WITH_SIGNATURE:
            break
    return made
