"""Rows of a table as they come from a sheet that numbers them itself: without its 序号, which the table writes anew.

Left in, the numbers would move every cell into the next column, and the prices would be added up for the amounts.
"""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import normalize

from xunion_desktop.paper.tabbed import rows_of, tabbed
from xunion_desktop.paper.totals import SUMS, read_value

_SERIAL = frozenset({"序号", "编号", "号"})
_HEADS = ("数量", "单价", "金额", "备注")  # of the columns after the first, as the table of costs has them

Row = Sequence[str]


def without_serials(text: str) -> str:
    """The rows without a column of numbers in order (1, 2, 3) before the names, and without its head."""
    rows = rows_of(text)
    headed = bool(rows) and _plain(rows[0][0]) in _SERIAL
    body = rows[1:] if headed else rows
    if not headed and not _numbered(body):
        return text
    own = [] if not headed or _usual(rows[0]) else [rows[0][1:]]  # other columns: the page tells that they do not fit
    return tabbed([*own, *map(_unnumbered, body)])


def _numbered(rows: Sequence[Row]) -> bool:
    """Whether every row but those of sums begins with its number, and goes on with a name."""
    counted = [row for row in rows if row[0] and not _is_sum(row[0])]
    numbers = [_number(row[0]) for row in counted]
    first = numbers[0] if numbers else None
    in_order = first is not None and numbers == list(range(first, first + len(numbers)))
    return in_order and all(len(row) > 2 and row[1] and read_value(row[1]) is None for row in counted)


def _unnumbered(row: Row) -> Row:
    return (row[0], *row[2:]) if _is_sum(row[0]) and not any(row[1:2]) else row[1:]


def _usual(head: Row) -> bool:
    return all(_plain(said).startswith(due) for said, due in zip(filter(None, head[2:]), _HEADS, strict=False))


def _is_sum(cell: str) -> bool:
    return _plain(cell) in SUMS


def _number(cell: str) -> int | None:
    digits = normalize("NFKC", cell).rstrip(".、")
    return int(digits) if digits.isdecimal() and len(digits) < 6 else None


def _plain(cell: str) -> str:
    return "".join(cell.split())
