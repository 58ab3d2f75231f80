"""Number lines: 文号, 签发人 beside it on papers that go upward, who issued minutes and when, and the red rule."""

from __future__ import annotations

from dataclasses import replace

from xunion_desktop.paper.document import Corner, Document, Number, Sign, Signer
from xunion_desktop.paper.measures import CELL, LEADING, LEFT, TEXT_WIDTH
from xunion_desktop.paper.pages import RED
from xunion_desktop.paper.setting import Compositor
from xunion_desktop.paper.signers import LABEL, signers_of

from .cursor import Cursor
from .heads import corner_runs
from .paragraph import Paragraph, Rule, Run, plain
from .printed import Printed, across
from .styles import CORNER, NUMBER


def put_number(document: Document, printed: Printed, cursor: Cursor, compositor: Compositor) -> None:
    """The lines from the mark down to the red rule."""
    number = document.first(Number)
    text = "" if number is None or number.provisional else number.text
    lines = _lines(document, text, compositor)
    row = printed.row(text) if text else None
    if document.kind == "letter" and lines[0].style == CORNER:
        row = printed.row(lines[0].runs[0].text)
    first = printed.row(LABEL) or row
    for place, line in enumerate(lines):
        cursor.put(line, first.y + place * LEADING if first else None)
    if document.kind != "letter" and printed.bands:
        band = printed.bands[0]
        edge = Rule(width=band.bottom - band.top, gap=cursor.rule(band.top, band.bottom), colour=RED)
        cursor.change_last(lambda last: replace(across(last, band), below=edge))


def _lines(document: Document, number: str, compositor: Compositor) -> list[Paragraph]:
    if document.kind == "letter":
        runs = corner_runs(document.first(Corner))
        if not runs:
            return [plain(number, NUMBER, align="right")]
        first = Paragraph((runs[0], Run(f"\t{number}")), CORNER, tabs=(("right", TEXT_WIDTH),))
        return [first, *(Paragraph((run,), CORNER) for run in runs[1:])]
    signers = tuple(document.all(Signer))
    if signers:
        return _signed(signers, document.first(Number), number, compositor)
    lines = [plain(number, NUMBER)]
    if document.kind == "minutes" and (sign := document.first(Sign)):
        stop = (("right", TEXT_WIDTH - CELL),)
        lines.append(Paragraph((Run(f"　{sign.name}\t{sign.date}"),), NUMBER, align="left", tabs=stop))
    return lines


def _signed(signers: tuple[Signer, ...], number: Number | None, text: str, compositor: Compositor) -> list[Paragraph]:
    """签发人 in the rows in which they are printed, the number beside the last (DC-10 table, 签发人)."""
    placed = signers_of(signers, number, compositor)
    names = placed.left - LEFT
    label = names - compositor.line(LABEL, "仿宋", 16.0).width
    made = []
    for row in range(placed.rows):
        here = "　".join(signer.name for signer in signers[row * placed.across : (row + 1) * placed.across])
        left = f"　{text}" if row == placed.rows - 1 else ""
        lead = LABEL if row == 0 else ""
        stop = (("left", label if row == 0 else names),)
        runs = (Run(f"{left}\t{lead}"), Run(here, role="楷体")) if here else (Run(left),)
        made.append(Paragraph(runs, NUMBER, align="left", tabs=stop))
    return made
