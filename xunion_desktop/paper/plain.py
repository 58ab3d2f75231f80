"""Plain: an A4 sheet without red head: applications, programmes, scripts, reports, the recovery sheet.

It stands on the grid of the official papers (DC-11: 22 rows of 28 characters), title and sub-title at the top,
numbered from the second page on. Blocks stand in the order of the form.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .annexes import annex_sections
from .document import Address, Code, Document, Subtitle, Title
from .measures import A4, BODY, CELL, EM, LEADING, LEFT, MM, SIZES, TEXT_WIDTH, TITLE
from .pagenumber import page_number
from .pages import Op, Page, Path
from .parts import Gap, Part, parts_of
from .sections import Head, Section, lay_section
from .setting import Compositor, SetLine
from .shapes import rectangle
from .signature import tail_of
from .titleblock import fitting_line
from .titles import break_by_sense, break_title

CODE_SIZE, CODE_ROWS, CODE_PADDING = SIZES["小一"], 4, 3.0
CODE_ROOM = TEXT_WIDTH - 2 * CELL  # between the sides of a frame as wide as the text area
SUBTITLE_LINE = 24.0  # characters


@dataclass(frozen=True, slots=True)
class _Centred:
    """Rows in the middle of the text area, larger type in the middle of its row."""

    lines: tuple[SetLine, ...]
    size: float
    heading = True
    blank = False

    @property
    def heights(self) -> Sequence[float]:
        return (1.0,) * len(self.lines)

    def ops(self, first: int, end: int, top: float, /) -> Sequence[Op]:
        shift = (EM - self.size / MM) / 2
        found: list[Op] = []
        for row, line in enumerate(self.lines[first:end]):
            found += line.at(LEFT + (TEXT_WIDTH - line.width) / 2, top + row * LEADING + shift)
        return found


@dataclass(frozen=True, slots=True)
class _Framed:
    """The code in a frame, in the middle of its rows, so large that nobody reads it wrongly."""

    line: SetLine
    size: float
    heading = False
    blank = False
    heights = (float(CODE_ROWS),)

    def ops(self, _first: int, _end: int, top: float, /) -> Sequence[Op]:
        height = self.size / MM
        middle = top + (CODE_ROWS * LEADING - (LEADING - EM)) / 2
        left, upper = LEFT + (TEXT_WIDTH - self.line.width) / 2, middle - height / 2
        edge = rectangle(left - CELL, upper - CODE_PADDING, self.line.width + 2 * CELL, height + 2 * CODE_PADDING)
        return (*self.line.at(left, upper), Path(edge, width=0.4))


def lay_out_plain(document: Document, compositor: Compositor) -> list[Page]:
    """The pages of one plain paper."""
    head, body = _parts(document, compositor)
    laid = lay_section(Section(Head(), head, body, (), tail_of(document, compositor)), compositor)
    pages = laid.pages
    for section in annex_sections(document, compositor):
        pages = pages + lay_section(section, compositor).pages
    for number, ops in enumerate(pages[1:], 2):
        ops.append(page_number(number, compositor))
    return [Page(*A4, tuple(ops), number) for number, ops in enumerate(pages, 1)]


def _parts(document: Document, compositor: Compositor) -> tuple[list[Part], list[Part]]:
    """Title, sub-title, a blank row, the first 主送; and all that follows in its order."""
    head: list[Part] = []
    body: list[Part] = []
    for block in document.blocks:
        if isinstance(block, Title | Subtitle):
            head.append(_title(block, compositor))
        elif isinstance(block, Code):
            body.append(_Framed(*code_line(block.text, compositor)))
        else:
            (body if body or not isinstance(block, Address) else head).extend(parts_of(block, compositor))
    titled = sum(isinstance(part, _Centred) for part in head)
    return [*head[:titled], *([Gap()] if titled else []), *head[titled:]], body


def _title(block: Title | Subtitle, compositor: Compositor) -> _Centred:
    if isinstance(block, Title):
        texts, role, size = break_title(block.text), "小标宋", TITLE
    else:
        texts, role, size = break_by_sense(block.text, SUBTITLE_LINE), "楷体", BODY
    return _Centred(tuple(fitting_line(text, role, size, TEXT_WIDTH, compositor)[0] for text in texts), size)


def code_line(text: str, compositor: Compositor) -> tuple[SetLine, float]:
    """The code on one line, and its type in points: smaller where its letters are wide, never wider than its frame."""
    return fitting_line(text, "黑体", CODE_SIZE, CODE_ROOM, compositor)
