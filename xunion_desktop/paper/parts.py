"""Parts: the running text of a paper, each part a stretch of lines on the grid that may be parted between pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from .document import Address, Attachments, Block, Document, Present, Text
from .headings import Spans, faces, is_heading
from .measures import BODY, CELL, COLUMNS, LEADING, LEFT
from .pages import Group, Op, Stroke
from .setting import Compositor, Measure, SetLine

INDENT = 2.0  # 左空二字
_AFTER = (Attachments, Present)
BETWEEN_NAMES = "\u3000"


class Part(Protocol):
    """Lines that stand one below the other; other kinds of parts may have lines of other heights."""

    @property
    def heights(self) -> Sequence[float]:
        """How many rows of the grid each line takes."""

    @property
    def heading(self) -> bool:
        """Whether it may not end a page."""

    @property
    def blank(self) -> bool:
        """Whether it is nothing but room."""

    def ops(self, first: int, end: int, top: float, /) -> Sequence[Op]:
        """Draw these of its lines; the first one's row begins at ``top``."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that all begin at the left edge of the text area (an indent is inside the line)."""

    lines: tuple[SetLine, ...]
    compositor: Compositor
    heading: bool = False
    blank = False

    @property
    def heights(self) -> Sequence[float]:
        return (1.0,) * len(self.lines)

    def ops(self, first: int, end: int, top: float, /) -> Sequence[Op]:
        return (self.compositor.rows(self.lines[first:end], LEFT, top, LEADING),)


@dataclass(frozen=True, slots=True)
class Gap:
    """Blank rows."""

    rows: int = 1
    heading = False
    blank = True

    @property
    def heights(self) -> Sequence[float]:
        return (1.0,) * self.rows

    def ops(self, _first: int, _end: int, _top: float, /) -> Sequence[Op]:
        return ()


Spots = tuple[tuple[SetLine, float], ...]  # lines of text that stand beside each other, and where each begins


@dataclass(frozen=True, slots=True)
class Hanging:
    """Rows of a label and what it labels: wrapped lines begin under the first character after the label."""

    rows: tuple[Spots, ...]
    heading = False
    blank = False

    @property
    def heights(self) -> Sequence[float]:
        return (1.0,) * len(self.rows)

    def ops(self, first: int, end: int, top: float, /) -> Sequence[Op]:
        return (_hung(self.rows[first:end], top),)


@lru_cache(512)
def _hung(rows: tuple[Spots, ...], top: float) -> Group:
    ops: list[Stroke] = []
    for row, spots in enumerate(rows):
        for line, x in spots:
            ops += line.at(x, top + row * LEADING)
    return Group(tuple(ops))


def parts_of(block: Block, compositor: Compositor, above: Block | None = None) -> list[Part]:
    """The parts that a block of running text becomes, under the one above; none for what is no running text."""
    if isinstance(block, Text):
        return [address(block.text, compositor) if block.flush else paragraph(block.text, compositor)]
    if isinstance(block, Address):
        return [address(block.text, compositor)]
    if isinstance(block, Attachments):
        return [Gap(), attachments(block, compositor)]
    if isinstance(block, Present):
        listed = present(block, compositor)  # 请假 and 列席 follow 出席 on the next row (GB/T 9704-2012, 10.3)
        return [listed] if isinstance(above, Present) else [Gap(), listed]
    return []


def paragraph(text: str, compositor: Compositor) -> Paragraph:
    """A paragraph of the body."""
    return Paragraph(compositor.paragraph(text, faces(text), INDENT), compositor, is_heading(text))


def address(text: str, compositor: Compositor) -> Paragraph:
    """A paragraph that begins at the left edge, and so do its other lines."""
    return Paragraph(compositor.paragraph(text, plain(text), 0.0), compositor)


def attachments(block: Attachments, compositor: Compositor) -> Hanging:
    """附件说明: 附件：1. …, each wrapped line under the name's first character; one alone has no number."""
    label = compositor.line("附件：", "仿宋", BODY)
    several = len(block.names) > 1
    number_cells = 0.0 if not several else 1.0 if len(block.names) < 10 else 1.5
    rows: list[Spots] = []
    for place, name in enumerate(block.names, 1):
        lead = [(label, INDENT)] if place == 1 else []
        if several:
            lead.append((compositor.line(f"{place}.", "仿宋", BODY), INDENT + 3.0))
        rows += _hang(lead, name, INDENT + 3.0 + number_cells, compositor)
    return Hanging(tuple(rows))


def present(block: Present, compositor: Compositor) -> Hanging:
    """出席 and its like: the label in 黑体, wrapped lines under the first character after the colon."""
    label = compositor.line(f"{block.label}：", "黑体", BODY)
    lead = INDENT + len(block.label) + 1
    rows: list[Spots] = []
    for place, name in enumerate(whole_names(block.names, COLUMNS - lead)):
        rows += _hang([(label, INDENT)] if place == 0 else [], name, lead, compositor)
    return Hanging(tuple(rows))


def whole_names(listed: Sequence[str], columns: float) -> Iterator[str]:
    """The lines of those present; a name that blanks part from the others is not broken between two lines."""
    for text in listed:
        line = ""
        for name in text.split(BETWEEN_NAMES):
            if line and len(line) + len(name) + 1 > columns:
                yield line
                line = name
            else:
                line = f"{line}{BETWEEN_NAMES}{name}" if line else name
        yield line


def _hang(lead: list[tuple[SetLine, float]], text: str, cells: float, compositor: Compositor) -> list[Spots]:
    lines = compositor.paragraph(text, plain(text), 0.0, Measure(COLUMNS - cells))
    rows: list[Spots] = [((line, LEFT + cells * CELL),) for line in lines]
    beside = ((line.beside(lines[0]), LEFT + at * CELL) for line, at in lead)
    return [(*beside, *rows[0]), *rows[1:]]


def plain(text: str) -> Spans:
    """Set all of it in 仿宋."""
    return (("仿宋", len(text)),)


def texts_of(document: Document, compositor: Compositor) -> tuple[list[Part], list[Part], list[Part]]:
    """The running text: 主送, the body, and what follows it (附件说明, who was present)."""
    before: list[Part] = []
    body: list[Part] = []
    after: list[Part] = []
    for above, block in zip((None, *document.blocks), document.blocks, strict=False):
        place = before if isinstance(block, Address) else after if isinstance(block, _AFTER) else body
        place += parts_of(block, compositor, above)
    return before, body, after
