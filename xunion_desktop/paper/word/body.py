"""Body: 主送, running text with its headings, the note of attachments, lists of people, the attachments themselves."""

from __future__ import annotations

from collections.abc import Iterator

from xunion_desktop.paper.document import Address, Annex, Attachments, Block, Code, Present, Text
from xunion_desktop.paper.headings import faces
from xunion_desktop.paper.measures import COLUMNS, MM
from xunion_desktop.paper.parts import whole_names
from xunion_desktop.paper.titles import break_title

from .paragraph import LINE, Paragraph, Rule, Run, plain
from .styles import (
    ANNEX,
    ANNEX_TITLE,
    ATTACHED,
    CODE,
    FIRST,
    FIRST_WORDS,
    PRESENT,
    SECOND,
    SECOND_WORDS,
    TEXT,
    TO,
)

ROW = LINE / MM  # mm of a blank row: 22 of Word's own rows fill a page
_WHOLE = {"黑体": FIRST, "楷体": SECOND}
_WORDS = {"黑体": FIRST_WORDS, "楷体": SECOND_WORDS}


def body(blocks: tuple[Block, ...]) -> list[Paragraph]:
    """The paragraphs of all blocks that are running text."""
    return [paragraph for block in blocks for paragraph in paragraphs(block)]


def paragraphs(block: Block, above: Block | None = None) -> Iterator[Paragraph]:
    """The paragraphs of one block under the one above; none where it is no running text."""
    if isinstance(block, Address):
        yield plain(block.text, TO)
    elif isinstance(block, Text):
        yield plain(block.text, TO) if block.flush else text(block.text)
    elif isinstance(block, Attachments):
        yield from attachments(block)
    elif isinstance(block, Present):
        yield from present(block, first=not isinstance(above, Present))
    elif isinstance(block, Code):
        yield plain(block.text, CODE, before=ROW, after=ROW, framed=Rule(width=0.4, gap=6))


def text(words: str) -> Paragraph:
    """One paragraph; a heading that is all of it is in the navigation of WPS, one that begins it only looks so."""
    spans = faces(words)
    if len(spans) == 1 or spans[-1][1] == 0:
        return plain(words, _WHOLE.get(spans[0][0], TEXT), keep_next=spans[0][0] in _WHOLE)
    runs, start = [], 0
    for role, length in spans:
        runs.append(Run(words[start : start + length], _WORDS.get(role, "")))
        start += length
    return Paragraph(tuple(runs), TEXT)


def attachments(block: Attachments) -> Iterator[Paragraph]:
    """附件：1.××× — later lines of a name begin under its first character (DC-10 table, 附件说明)."""
    many = len(block.names) > 1
    for place, name in enumerate(block.names):
        number = f"{place + 1}." if many else ""
        label = "附件：" if place == 0 else ""
        hang = len(label) + (1.0 if many else 0.0)  # a digit and its point fill one cell
        left = 2.0 + 3.0 + (1.0 if many else 0.0)
        yield plain(f"{label}{number}{name}", ATTACHED, before=0.0 if place else ROW, left=left, first=-hang)


def present(block: Present, *, first: bool = True) -> Iterator[Paragraph]:
    """出席：names, each later line under the first name (DC-21); a blank row only before the first list of them."""
    hang = len(block.label) + 1.0
    for place, line in enumerate(block.names):
        label = (Run(f"{block.label}：", role="黑体"),) if place == 0 else ()
        indent, before = -hang if label else 0.0, ROW if label and first else 0.0
        kept = place < len(block.names) - 1
        lines = "\n".join(whole_names((line,), COLUMNS - 2.0 - hang))  # Word itself would break a name
        yield Paragraph((*label, Run(lines)), PRESENT, before=before, left=2.0 + hang, first=indent, keep_next=kept)


def annex(block: Annex) -> Iterator[Paragraph]:
    """An attachment on a page of its own: 附件1 in 黑体, its title on the third row, its text."""
    yield plain(f"附件{block.number or ''}", ANNEX, page_break=True)
    lines = break_title(block.title)
    yield plain("\n".join(lines), ANNEX_TITLE, before=ROW, after=ROW)
    yield from body(block.blocks)
