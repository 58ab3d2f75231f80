"""Tabbed: the rows of a table as one text, a line for each row and a tab between its cells, as WPS and Excel copy them.

A cell that holds a line break, a tab or a quotation mark at its beginning stands in quotation marks.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

Rows = list[tuple[str, ...]]


def rows_of(text: str) -> Rows:
    """Read the rows of a text; blank lines are left out, blanks around a cell too."""
    lines = ([cell.strip() for cell in line] for line in _lines(text))
    return [tuple(line) for line in lines if any(line)]


def tabbed(rows: Iterable[Sequence[str]]) -> str:
    """Write rows as one text that ``rows_of`` reads again."""
    return "\n".join("\t".join(map(_spelled, row)) for row in rows)


def _spelled(cell: str) -> str:
    quoted = cell.startswith('"') or any(mark in cell for mark in "\t\r\n")
    return '"' + cell.replace('"', '""') + '"' if quoted else cell


def _lines(text: str) -> Iterable[Sequence[str]]:
    """A lone quotation mark is a character like any other."""
    if '"' not in text:
        return (line.split("\t") for line in re.split("\r?\n", text))
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True))
    except csv.Error:
        return (line.split("\t") for line in re.split("\r?\n", text))
