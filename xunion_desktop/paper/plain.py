"""Plain: an A4 sheet without red head, from document to pages: title, paragraphs, a code in large letters, signature.

It stands on the grid of the official papers (DC-11: 22 rows of 28 characters), numbered from the second page on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .document import Address, Block, Code, Document, Remark, Sign, Text, Title
from .flow import Room, page_starts
from .headings import faces, is_heading
from .measures import A4, BODY, CELL, LEADING, LEFT, MM, RIGHT, ROWS, SIZES, TEXT_WIDTH, TITLE, TOP
from .pagenumber import page_number
from .pages import Op, Page, Path
from .setting import Compositor, SetLine
from .signature import rows_needed, sign_ops
from .titles import break_title

INDENT = 2.0
CODE_SIZE, CODE_ROWS, CODE_PADDING = SIZES["小一"], 4, 3.0
BELOW_TITLE = 1  # blank rows


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the grid: a line of text, or nothing where something larger stands over several rows."""

    line: SetLine | None = None
    x: float = LEFT
    heading: bool = False
    code: str = ""


def lay_out_plain(document: Document, compositor: Compositor) -> list[Page]:
    """The pages of one plain sheet."""
    rows = [row for block in document.blocks for row in _rows(block, compositor)]
    sign, remarks = document.first(Sign), [block.text for block in document.all(Remark)]
    headings = frozenset(place for place, row in enumerate(rows) if row.heading)
    starts = page_starts(len(rows), rows_needed(sign, remarks, compositor), Room(ROWS, ROWS), headings=headings)
    ends = [*starts[1:], len(rows)]
    pages = [list(_ops(rows[start:end], compositor)) for start, end in zip(starts, ends, strict=True)]
    pages[-1] += sign_ops(sign, remarks, TOP + (ends[-1] - starts[-1]) * LEADING, compositor)
    for number, ops in enumerate(pages[1:], 2):
        ops.append(page_number(number, compositor))
    return [Page(*A4, tuple(ops), number) for number, ops in enumerate(pages, 1)]


def _rows(block: Block, compositor: Compositor) -> Iterator[_Row]:
    if isinstance(block, Title):
        for text in break_title(block.text):
            line = compositor.line(text, "小标宋", TITLE)
            yield _Row(line, _centred(line))
        yield from [_Row()] * BELOW_TITLE
    elif isinstance(block, Address | Text):
        indent = INDENT if isinstance(block, Text) else 0.0
        lines = compositor.paragraph(block.text, faces(block.text), indent)
        yield from (_Row(line, heading=is_heading(block.text)) for line in lines)
    elif isinstance(block, Code):
        yield _Row(code=block.text)
        yield from [_Row()] * (CODE_ROWS - 1)


def _ops(rows: list[_Row], compositor: Compositor) -> Iterator[Op]:
    for place, row in enumerate(rows):
        top = TOP + place * LEADING
        if row.line is not None:
            yield from row.line.at(row.x, top + (BODY - _size(row.line)) / MM / 2)
        if row.code:
            yield from _code(row.code, top, compositor)


def _code(text: str, top: float, compositor: Compositor) -> Iterator[Op]:
    """The code in a frame, in the middle of its rows, so large that nobody reads it wrongly."""
    line = compositor.line(text, "黑体", CODE_SIZE)
    height = CODE_SIZE / MM
    middle = top + (CODE_ROWS * LEADING - (LEADING - BODY / MM)) / 2
    left, upper = _centred(line), middle - height / 2
    yield from line.at(left, upper)
    x1, x2 = max(LEFT, left - CELL), min(RIGHT, left + line.width + CELL)
    y1, y2 = upper - CODE_PADDING, upper + height + CODE_PADDING
    corners = ((x1, y1), (x2, y1), (x2, y2), (x1, y2))
    yield Path((("M", corners[0]), *(("L", corner) for corner in corners[1:]), ("Z", ())), width=0.4)


def _centred(line: SetLine) -> float:
    return LEFT + (TEXT_WIDTH - line.width) / 2


def _size(line: SetLine) -> float:
    return max((run.size for run in line.runs), default=BODY)
