"""Heads: what stands above the text: the red mark and its rules, number and 签发人, title."""

from __future__ import annotations

from dataclasses import replace

from xunion_desktop.paper.document import Corner, Document, Mark, Subtitle, Title
from xunion_desktop.paper.letterhead import THICK, THIN
from xunion_desktop.paper.measures import MM
from xunion_desktop.paper.pages import RED
from xunion_desktop.paper.plain import SUBTITLE_LINE
from xunion_desktop.paper.titles import break_by_sense, break_title

from .cursor import Cursor
from .marks import mark_paragraph
from .package import SPARE
from .paragraph import ABOVE, Paragraph, Rule, Run, plain
from .printed import Band, Printed, across
from .styles import CORNER, MARK, SUBTITLE, TITLES

TITLE_LINE = 33.0  # points, of a title of one line


def letter_header(document: Document, printed: Printed) -> tuple[list[Paragraph], float, float]:
    """The head of a letter for the header of its first page; where the header begins, and where the rule ends."""
    mark, red = document.first(Mark), printed.red()
    if mark is None or not red or not printed.bands:
        return [], 15.0, 0.0
    paragraph = mark_paragraph(red[0], mark.text)
    line = (paragraph.line or 0.0) / MM
    top, band = red[0].y - ABOVE * line, printed.bands[0]
    rule = replace(double_rule(band, (THICK, THIN)), before=max(0.0, band.top - top - line))
    return [across(paragraph, band), rule], top, band.bottom


def letter_footer(printed: Printed) -> list[Paragraph]:
    """The lower double rule of a letter's first page: it hangs over the last line of the footer."""
    if len(printed.bands) < 2:
        return []
    band = printed.bands[-1]
    return [replace(double_rule(band, (THIN, THICK)), after=printed.height - SPARE - band.bottom)]


def double_rule(band: Band, widths: tuple[float, float]) -> Paragraph:
    """A row as high as the gap between two rules, which are its edges."""
    upper, lower = (Rule(width=width, colour=RED) for width in widths)
    gap = band.bottom - band.top - sum(widths)
    return replace(across(Paragraph(style=MARK), band), above=upper, below=lower, line=gap * MM)


def put_corner(document: Document, printed: Printed, cursor: Cursor) -> None:
    """份号, 密级 and 紧急程度, each on a line of its own."""
    corner = document.first(Corner)
    if corner is None:
        return
    for run in corner_runs(corner):
        row = printed.row(run.text)
        cursor.put(Paragraph((run,), CORNER), row.y if row else None)


def corner_runs(corner: Corner | None) -> list[Run]:
    """What there is of 份号, 密级 and 紧急程度."""
    if corner is None:
        return []
    runs = Run(corner.copy_number), Run(corner.secrecy, role="黑体"), Run(corner.urgency, role="黑体")
    return [run for run in runs if run.text]


def put_title(document: Document, printed: Printed, cursor: Cursor) -> None:
    """The title in the lines in which it is printed, which the writer may join again."""
    title, subtitle = document.first(Title), document.first(Subtitle)
    if title is not None and title.text:
        lines = break_title(title.text)
        rows = [row for row in map(printed.row, lines) if row]
        leading = (rows[1].y - rows[0].y) * MM if len(rows) > 1 else TITLE_LINE
        paragraph = plain("\n".join(lines), TITLES, line=leading)
        cursor.put(paragraph, rows[0].y if rows else None, len(lines))
    if subtitle is not None and subtitle.text:
        lines = break_by_sense(subtitle.text, SUBTITLE_LINE)
        row = printed.row(lines[0])
        cursor.put(plain("\n".join(lines), SUBTITLE), row.y if row else None, len(lines))
