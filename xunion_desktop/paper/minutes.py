"""Minutes: 纪要 (DC-21), from document to pages: who was present stands after the text, nobody seals.

The red mark names the meeting. Its number (第n期) stands two lines below in the middle; under it, over the red rule,
who issued it at the left and when at the right.
"""

from __future__ import annotations

from xunion_desktop.basics.problems import Problem

from .closing import closed, closing_problems
from .corner import corner_items
from .document import Corner, Document, Imprint, Mark, Number, Sign, Title
from .measures import BODY, CELL, EM, LEADING, LEFT, RIGHT, ROWS, TEXT_WIDTH, TOP
from .numberline import number_line
from .pages import RED, Layer, Op, Page, Rect
from .parts import texts_of
from .redhead import BELOW_MARK, NUMBER_TO_RULE, RULE
from .redmark import red_mark
from .sections import Head, Section, lay_section, rows_down_to
from .setting import Compositor
from .signature import Tail, tail_of
from .titleblock import fit_title, title_lines
from .titles import break_title

MARK_ROOM = 60.0


def lay_out_minutes(document: Document, compositor: Compositor) -> tuple[list[Page], list[Problem]]:
    """The pages of the minutes of one meeting, and what is not as the standard wants it."""
    before, body, after = texts_of(document, compositor)
    remarks = tail_of(document, compositor).remarks
    tail = Tail(remarks=remarks, rows=sum(map(len, remarks)))
    section = Section(_head(document, compositor), before, body, after, tail)
    laid, imprint = lay_section(section, compositor), document.first(Imprint)
    problems = list(closing_problems(laid, imprint, compositor))
    return closed(laid, imprint, document, compositor), problems


def _head(document: Document, compositor: Compositor) -> Head:
    mark = red_mark(tuple(document.all(Mark)), MARK_ROOM, compositor)
    ops: list[Op] = [mark.group, *corner_items(document.first(Corner), TOP, compositor)]
    row = mark.bottom + BELOW_MARK
    number = document.first(Number)
    if number and (number.text or number.provisional):
        line, ink = number_line(number, compositor)
        ops += line.at(LEFT + (TEXT_WIDTH - line.width) / 2, row, colour=ink.colour, layer=ink.layer)
    if sign := document.first(Sign):
        row += LEADING
        ops += _issued(sign, row, compositor)
    rule = row + EM + NUMBER_TO_RULE
    ops.append(Rect(LEFT, round(rule, 4), TEXT_WIDTH, RULE, RED, Layer.PREPRINT))
    title = document.first(Title)
    lines = break_title(title.text if title else "")
    fit = fit_title(rule + RULE, len(lines))
    if lines:
        ops.append(title_lines(lines, fit, compositor))
    return Head(tuple(ops), fit.text_top, rows_down_to(ROWS - 1, fit.text_top))


def _issued(sign: Sign, top: float, compositor: Compositor) -> list[Op]:
    """One character from either edge; a name too long for the row is set smaller."""
    date = compositor.line(sign.date, "仿宋", BODY)
    name = compositor.line(sign.name, "仿宋", BODY)
    room = TEXT_WIDTH - 3 * CELL - date.width
    if name.width > room:
        name = compositor.line(sign.name, "仿宋", BODY * room / name.width)
    return [*name.at(LEFT + CELL, top), *date.at(RIGHT - CELL - date.width, top)]
