"""Marks: 发文机关标志 in red, of one union or of several that stand one below the other with 文件 beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xunion_desktop.paper.document import Mark
from xunion_desktop.paper.measures import LEFT, MM
from xunion_desktop.paper.pages import Glyphs

from .cursor import Cursor
from .paragraph import ABOVE, UNPADDED, Paragraph, Run, twips
from .printed import Printed
from .styles import MARK

LINE = 1.2  # leading of a mark in em
OVER = 1.0  # characters by which a mark may reach over each edge of the text area: it may fill it to the hair
SPARE = 8.0  # mm more than 文件 needs


def mark_paragraph(run: Glyphs, text: str) -> Paragraph:
    """The red name, spread as it is printed."""
    pitch = (run.xs[-1] - run.xs[0]) / (len(run.xs) - 1) if len(run.xs) > 1 else run.size / MM
    runs = (Run(text[:-1], spread=pitch * MM - run.size, size=run.size), Run(text[-1:], size=run.size))
    return Paragraph(runs, MARK, line=run.size * LINE)


def put_mark(marks: Sequence[Mark], printed: Printed, cursor: Cursor) -> None:
    """The mark of 文件 and 纪要, in the text itself."""
    red = printed.red()
    if len(marks) > 1 and red:
        _put_names(marks, red, cursor)
    elif marks and red:
        paragraph = mark_paragraph(red[0], marks[0].text + marks[0].word)
        cursor.put(replace(paragraph, left=-OVER, right=-OVER, first=0.0), red[0].y)


def _put_names(marks: Sequence[Mark], red: Sequence[Glyphs], cursor: Cursor) -> None:
    """联合行文: a table without rules, the names at the left, 文件 in the middle of their height."""
    names, word = red[: len(marks)], red[len(marks) :]
    line = (names[1].y - names[0].y) * MM
    lines = [
        replace(mark_paragraph(run, mark.text), line=line, align="left", left=0.0, first=0.0)
        for run, mark in zip(names, marks, strict=True)
    ]
    edge = min(run.x for run in names) - LEFT
    lines[0] = replace(lines[0], before=max(0.0, names[0].y - ABOVE * line / MM - cursor.bottom))
    height = lines[0].before + len(lines) * line / MM
    cells = [_cell(lines, (word[0].x if word else names[0].xs[-1] + SPARE) - LEFT - edge)]
    if word:
        beside = replace(mark_paragraph(word[0], word[0].text), line=line, align="left", before=lines[0].before)
        cells.append(_cell([beside], len(word[0].text) * word[0].size / MM + SPARE))
    cursor.put_ready(_table(cells, edge), height)


def _cell(paragraphs: Sequence[Paragraph], width: float) -> tuple[float, str]:
    form = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/><w:vAlign w:val="center"/>'
    return width, f"<w:tc><w:tcPr>{form}</w:tcPr>{''.join(paragraph.xml() for paragraph in paragraphs)}</w:tc>"


def _table(cells: Sequence[tuple[float, str]], edge: float) -> str:
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width, _ in cells)
    whole = twips(sum(width for width, _ in cells))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{whole}" w:type="dxa"/><w:tblInd w:w="{twips(edge)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{UNPADDED}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"<w:tr>{''.join(cell for _, cell in cells)}</w:tr></w:tbl>"
    )
