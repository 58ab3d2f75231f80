"""Heads: what stands above the text: the red mark and its rules, number and 签发人, title."""

from __future__ import annotations

from dataclasses import replace

from xunion_desktop.paper.document import Corner, Document, Mark, Number, Signer, Subtitle, Title
from xunion_desktop.paper.letterhead import THICK, THIN
from xunion_desktop.paper.measures import CELL, LEADING, LEFT, MM, RIGHT, TEXT_WIDTH
from xunion_desktop.paper.pages import RED
from xunion_desktop.paper.titles import break_title

from .cursor import Cursor
from .package import SPARE
from .paragraph import ABOVE, Paragraph, Rule, Run, plain
from .printed import Band, Printed, Row
from .styles import CORNER, MARK, NUMBER, SUBTITLE, TITLES

MARK_LINE = 1.2  # leading of the mark in em


def mark_paragraph(row: Row, text: str) -> Paragraph:
    """The red name, spread as it is printed."""
    pitch = row.run.xs[1] - row.run.xs[0] if len(row.run.xs) > 1 else row.run.size / MM
    spread = pitch * MM - row.run.size
    runs = (Run(text[:-1], spread=spread, size=row.run.size), Run(text[-1:], size=row.run.size))
    return Paragraph(runs, MARK, line=row.run.size * MARK_LINE)


def letter_header(document: Document, printed: Printed) -> tuple[list[Paragraph], float, float]:
    """The head of a letter for the header of its first page; where the header begins, and where the rule ends."""
    mark, rows = document.first(Mark), printed.red()
    if mark is None or not rows or not printed.bands:
        return [], 15.0, 0.0
    paragraph = mark_paragraph(rows[0], mark.text)
    line = (paragraph.line or 0.0) / MM
    top, band = rows[0].y - ABOVE * line, printed.bands[0]
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


def across(paragraph: Paragraph, band: Band) -> Paragraph:
    """The paragraph as wide as this rule, which may be wider than the text area."""
    left, right = (band.left - LEFT) / CELL, (RIGHT - band.right) / CELL
    return replace(paragraph, left=left, right=right, first=0.0)


def put_corner(document: Document, printed: Printed, cursor: Cursor) -> None:
    """份号, 密级 and 紧急程度, each on a line of its own."""
    corner = document.first(Corner)
    if corner is None:
        return
    for text, role in ((corner.copy_number, ""), (corner.secrecy, "黑体"), (corner.urgency, "黑体")):
        row = printed.row(text)
        if text:
            cursor.put(Paragraph((Run(text, role=role),), CORNER), row.y if row else None)


def put_mark(document: Document, printed: Printed, cursor: Cursor) -> None:
    """The mark of 文件 and 纪要 in the text itself, one paragraph a line."""
    marks = list(document.all(Mark))
    for place, mark in enumerate(marks):
        text = mark.text + (mark.word if len(marks) == 1 else "")
        row = next((row for row in printed.red() if "".join(text.split()) in row.text), None)
        row = row or printed.row(mark.text)
        if row is None:
            continue
        word = mark.word if len(marks) > 1 and place == len(marks) // 2 else ""
        paragraph = mark_paragraph(row, text)
        if word:
            paragraph = Paragraph((*paragraph.runs, Run(f"　{word}", size=row.run.size)), MARK, line=paragraph.line)
        cursor.put(paragraph, row.y)


def put_number(document: Document, printed: Printed, cursor: Cursor, *, rule: bool) -> None:
    """文号, with 签发人 at its right on papers that go upward, and the red rule under it."""
    number = document.first(Number)
    signers = [signer.name for signer in document.all(Signer)]
    text = "" if number is None or number.provisional else number.text
    row = printed.row(text) or printed.row("签发人")
    lines = _number_lines(text, signers) if signers else [plain(text, NUMBER, align=_number_side(document))]
    for place, paragraph in enumerate(lines):
        first = row.y - (len(lines) - 1) * LEADING if row else None
        last = place == len(lines) - 1
        cursor.put(paragraph, first if place == 0 else None)
        if last and rule and printed.bands:
            band = printed.bands[0]
            gap = cursor.rule(band.top, band.bottom)
            width = band.bottom - band.top
            edge = Rule("single", width, gap, RED)
            cursor.paragraphs[-1] = replace(across(cursor.paragraphs[-1], band), below=edge)


def _number_side(document: Document) -> str:
    return "right" if document.kind == "letter" else "center"


def _number_lines(number: str, signers: list[str]) -> list[Paragraph]:
    """签发人 line by line, the number beside the last (DC-10 table, 签发人)."""
    stop = (("right", TEXT_WIDTH - CELL),)
    made = []
    for place, name in enumerate(signers):
        label = "签发人：" if place == 0 else ""
        left = f"　{number}" if place == len(signers) - 1 else ""
        made.append(Paragraph((Run(f"{left}\t{label}"), Run(name, role="楷体")), NUMBER, align="left", tabs=stop))
    return made


def put_title(document: Document, printed: Printed, cursor: Cursor) -> None:
    """The title in the lines in which it is printed, which the writer may join again."""
    title, subtitle = document.first(Title), document.first(Subtitle)
    if title is not None and title.text:
        lines = break_title(title.text)
        row = printed.row(lines[0])
        cursor.put(plain("\n".join(lines), TITLES, line=33.0), row.y if row else None, len(lines))
    if subtitle is not None and subtitle.text:
        row = printed.row(subtitle.text)
        cursor.put(plain(subtitle.text, SUBTITLE), row.y if row else None)
