"""The head of 文件: corner items, red mark, number with 签发人, red rule, title (DC-10 table, 版头 and 标题)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .corner import corner_items
from .document import Corner, Document, Mark, Number, Signer, Title
from .measures import BOTTOM, CELL, EM, LEADING, LEFT, ROWS, TEXT_WIDTH, TOP
from .numberline import number_line
from .pages import RED, Layer, Op, Rect
from .redmark import MARK_TOP, red_mark
from .sections import Head, rows_down_to
from .setting import Compositor
from .signers import Signers, signers_of
from .titleblock import LINES_ABOVE_TITLE, LINES_BELOW_TITLE, fit_title, title_height, title_lines
from .titles import break_title

BELOW_MARK = 2 * LEADING  # 空二行
NUMBER_TO_RULE = 4.0
RULE = 0.5
FIRST_PAGE_ROWS = 2  # of the text, that the first page shows even under many names
SMALLEST_ROOM = 15.0  # mm for the mark, however little the rest leaves


@dataclass(frozen=True, slots=True)
class RedHead:
    """The head, and the size of its mark in points."""

    head: Head
    mark_size: float


def red_head(document: Document, compositor: Compositor, address_rows: int = 1) -> RedHead:
    """Lay out everything above the 主送机关, which takes ``address_rows``."""
    title = document.first(Title)
    lines = break_title(title.text if title else "")
    signers = signers_of(tuple(document.all(Signer)), document.first(Number), compositor)
    room = _room_for_mark(len(lines), signers.rows, address_rows)
    mark = red_mark(tuple(document.all(Mark)), room, compositor)
    row = mark.bottom + BELOW_MARK + (signers.rows - 1) * LEADING
    ops: list[Op] = [mark.group, *corner_items(document.first(Corner), TOP, compositor)]
    ops += signers.ops(mark.bottom + BELOW_MARK, compositor)
    ops += _number(document.first(Number), row, signers, compositor)
    rule = row + EM + NUMBER_TO_RULE
    ops.append(Rect(LEFT, round(rule, 4), TEXT_WIDTH, RULE, RED, Layer.PREPRINT))
    fit = fit_title(rule + RULE, len(lines))
    if lines:
        ops.append(title_lines(lines, fit, compositor))
    return RedHead(Head(tuple(ops), fit.text_top, rows_down_to(ROWS - 1, fit.text_top)), mark.size)


def _room_for_mark(lines: int, signer_rows: int, address_rows: int) -> float:
    """How high the mark may be so that the first page still shows text."""
    number = BELOW_MARK + (signer_rows - 1) * LEADING + EM + NUMBER_TO_RULE + RULE
    title = LINES_ABOVE_TITLE * LEADING + title_height(lines) + LINES_BELOW_TITLE * LEADING
    text = (address_rows + FIRST_PAGE_ROWS) * LEADING
    return max(SMALLEST_ROOM, BOTTOM - MARK_TOP - number - title - text)


def _number(number: Number | None, top: float, signers: Signers, compositor: Compositor) -> Sequence[Op]:
    """In the middle; one character from the left where somebody signs at the right."""
    if number is None or not (number.text or number.provisional):
        return ()
    line, ink = number_line(number, compositor)
    x = LEFT + CELL if signers.names else LEFT + (TEXT_WIDTH - line.width) / 2
    return line.at(x, top, colour=ink.colour, layer=ink.layer)
