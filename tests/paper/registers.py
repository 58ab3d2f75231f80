"""Registers for tests: small forms of the kind table, printed and read back in millimetres."""

from __future__ import annotations

from itertools import pairwise

from xunion_desktop.paper.blockkind import as_grid
from xunion_desktop.paper.columnspec import read_columns
from xunion_desktop.paper.document import Block, Document, Title
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.pages import Page, Path
from xunion_desktop.paper.pdf import pdf_bytes
from xunion_desktop.paper.tabular import Sums, Table
from xunion_desktop.paper.typeset import Typeset, typeset

from .proofs import NOON, Sheet, read_pdf

COSTS = """
序号 | 序号
项目 | 宽
数量 | 数
金额 | 金额 合计
"""


def costs(count: int, columns: str = COSTS, **how: object) -> Table:
    """A table of so many items at 10.01 yuan each."""
    rows = tuple((f"第{n}项奖品", "2", "10.01") for n in range(1, count + 1))
    return Table(read_columns(as_grid(columns)), rows, **how)  # type: ignore[arg-type]


def table_of(columns: str, *rows: tuple[str, ...], **how: object) -> Table:
    """A table of these rows."""
    return Table(read_columns(as_grid(columns)), rows, **how)  # type: ignore[arg-type]


def set_table(fonts: FontBook, *blocks: Block, paper: str = "A4") -> Typeset:
    """A paper of these blocks, laid out."""
    return typeset(Document("table", "表", (Title("费用明细表"), *blocks), paper), fonts)


def printed(fonts: FontBook, *blocks: Block, paper: str = "A4") -> list[Sheet]:
    """A paper of these blocks as its PDF says it."""
    made = set_table(fonts, *blocks, paper=paper)
    return read_pdf(pdf_bytes(made.pages, fonts=fonts, title="表", fixed_date=NOON))


def levels(page: Page) -> list[float]:
    """Where the rules across the table stand, each once."""
    found = set()
    for stroke in page.strokes():
        if isinstance(stroke, Path):
            points = [numbers for _, numbers in stroke.steps if numbers]
            found |= {round(a[1], 3) for a, b in pairwise(points) if abs(a[1] - b[1]) < 1e-6}
    return sorted(found)


ALL_SUMS = Sums(page=True, carried=True, grand=True, capitals=True)
