"""Table: the roster of a register as the clerk sees it, on A4: title, date of printing, the header on every page.

Nothing is cut: a long text goes on in the next line of its cell, a row higher than a page on the next page, and where
the columns are too many for the paper the type becomes smaller first. Set by the engine of all tables (tablepages.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .document import Document, Title
from .fonts import FontBook
from .setting import compositor_of
from .stamps import stamped
from .tablepages import ROSTER, lay_out_table
from .tabular import Column, Sides, Table
from .typeset import Typeset, missing_characters

SMALLEST = 5.5  # points


def roster(
    title: str,
    columns: Sequence[tuple[str, str, float]],
    rows: Sequence[Sequence[str]],
    *,
    fonts: FontBook,
    printed: str = "",
    note: str = "",
    foot: str = "",
    stamp: str = "",
) -> Typeset:
    """A list of records as the clerk sees it; each column is its heading, the kind of its values and its weight.

    ``printed`` is the date of printing, ``note`` says what was chosen, ``foot`` stands at the foot of every page,
    ``stamp`` at the edges of one that is not valid.
    """
    heads = tuple(Column((label,), kind, weight) for label, kind, weight in columns)
    table = Table(heads, tuple(map(tuple, rows)), ground=True, smallest=SMALLEST)
    count = f"共 {len(rows)} 条" + (f"　打印日期：{printed}" if printed else "")
    blocks = (Title(title), Sides(f"{note}\t\t{count}"), table)
    document = Document("table", title, blocks, "A4横")
    compositor = compositor_of(fonts)
    pages, problems = lay_out_table(document, compositor, replace(ROSTER, foot=foot))
    missing = missing_characters((*document.texts(), ("宋体", foot)), fonts)
    return Typeset(stamped(pages, stamp, compositor), missing + problems)
