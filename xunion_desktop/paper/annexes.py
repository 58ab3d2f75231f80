"""附件 themselves: each begins a page, 附件1 in 黑体 at its upper left, the title in the third row (DC-10 table)."""

from __future__ import annotations

from collections.abc import Iterator

from .document import Annex, Document
from .measures import BODY, EM, LEFT, MM, ROWS, TITLE, TOP, row_top
from .pages import Op
from .parts import parts_of
from .sections import Head, Section, rows_down_to
from .setting import Compositor
from .titleblock import fit_title, title_lines
from .titles import break_title

TITLE_ROW = 2


def annex_sections(document: Document, compositor: Compositor) -> Iterator[Section]:
    """One section for each attachment."""
    for annex in document.all(Annex):
        body = [part for block in annex.blocks for part in parts_of(block, compositor)]
        yield Section(_head(annex, compositor), (), body)


def _head(annex: Annex, compositor: Compositor) -> Head:
    lines = break_title(annex.title)
    label = compositor.line(f"附件{annex.number or ''}", "黑体", BODY)
    fit = fit_title(row_top(TITLE_ROW) + (EM - TITLE / MM) / 2, len(lines), blank_above=0)
    ops: list[Op] = [*label.at(LEFT, TOP)]
    if lines:
        ops.append(title_lines(lines, fit, compositor))
    return Head(tuple(ops), fit.text_top, rows_down_to(ROWS - 1, fit.text_top))
