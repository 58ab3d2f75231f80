"""Letter: the 信函 format of DC-20 (函, notices of dues, reminders), from document to pages.

The first page has the red mark and two double rules, 23 rows down to the lower one and no page number; the later pages
have 22 rows and a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .document import Address, Document, Remark, Sign, Text
from .flow import Room, page_starts
from .headings import faces, is_heading
from .letterhead import letter_head
from .measures import A4, LEADING, LEFT, ROWS, TOP
from .pagenumber import page_number
from .pages import Op, Page
from .setting import Compositor, SetLine
from .signature import rows_needed, sign_ops

INDENT = 2.0


@dataclass(frozen=True, slots=True)
class _Part:
    """One block of running text, set into lines."""

    lines: tuple[SetLine, ...]
    heading: bool = False


def lay_out_letter(document: Document, compositor: Compositor) -> list[Page]:
    """The pages of one letter."""
    head = letter_head(document, compositor)
    address = [_Part(_address(block, compositor)) for block in document.all(Address)]
    body = [_Part(_paragraph(block, compositor), is_heading(block.text)) for block in document.all(Text)]
    sign, remarks = document.first(Sign), [block.text for block in document.all(Remark)]
    parts = address + body
    starts = page_starts(
        sum(len(part.lines) for part in parts),
        rows_needed(sign, remarks, compositor),
        Room(head.rows, ROWS),
        fixed=sum(len(part.lines) for part in address),
        headings=frozenset(_heading_lines(parts)),
    )
    tops = [head.text_top] + [TOP] * (len(starts) - 1)
    pages: list[list[Op]] = [list(head.ops), *([] for _ in starts[1:])]
    line = 0
    for part in parts:
        for page, first, last in _pieces(line, len(part.lines), starts):
            lines = part.lines[first - line : last - line]
            pages[page].append(compositor.rows(lines, LEFT, tops[page] + (first - starts[page]) * LEADING, LEADING))
        line += len(part.lines)
    pages[-1] += sign_ops(sign, remarks, tops[-1] + (line - starts[-1]) * LEADING, compositor)
    for number, ops in enumerate(pages[1:], 2):
        ops.append(page_number(number, compositor))
    return [Page(*A4, tuple(ops), number) for number, ops in enumerate(pages, 1)]


def _address(block: Address, compositor: Compositor) -> tuple[SetLine, ...]:
    return compositor.paragraph(block.text, (("仿宋", len(block.text)),), 0.0)


def _paragraph(block: Text, compositor: Compositor) -> tuple[SetLine, ...]:
    return compositor.paragraph(block.text, faces(block.text), INDENT)


def _heading_lines(parts: list[_Part]) -> Iterator[int]:
    line = 0
    for part in parts:
        line += len(part.lines)
        if part.heading:
            yield line - 1


def _pieces(line: int, count: int, starts: list[int]) -> Iterator[tuple[int, int, int]]:
    """Page, first line and end of each stretch of these lines that stands on one page."""
    ends = [*starts[1:], line + count]
    for page, (start, end) in enumerate(zip(starts, ends, strict=True)):
        first, last = max(line, start), min(line + count, end)
        if first < last:
            yield page, first, last
