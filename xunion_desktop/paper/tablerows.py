"""Rows of a table: texts wrapped into their columns, and the rows that the table adds itself (小计, 合计, 承前页)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .cells import Widths
from .columnwidths import Fit
from .measures import MM
from .tabular import Table

PADDING_X, PADDING_Y = 1.2, 1.4
LINE = 1.25  # leading of a cell in em
MOST_LEAST = 60.0  # mm: a form may not ask for rows higher than this, or none would go on the paper


def row_texts(table: Table) -> Iterator[Sequence[str]]:
    """The texts of all rows, with their numbers, short ones filled up, and with the blank rows."""
    serial = next((at for at, column in enumerate(table.columns) if column.kind == "serial"), None)
    width = len(table.columns)
    for number, row in enumerate(table.rows, 1):
        texts = row if serial is None else (*row[:serial], str(number), *row[serial:])
        yield texts if len(texts) == width else (*texts, *[""] * width)[:width]
    for _ in range(table.fill - len(table.rows)):
        yield ("",) * width


@dataclass(frozen=True, slots=True)
class Row:
    """A row of wrapped cells and its height in mm. Where ``spans`` is not empty, its cells span so many columns."""

    cells: tuple[list[str], ...]
    height: float
    spans: tuple[int, ...] = ()


class RowMaker:
    """Makes the rows of one table, in its type and its columns' widths."""

    def __init__(self, fit: Fit, measure: Widths, least_height: float) -> None:
        self.em = fit.size / MM
        self._measure = measure
        self._least = min(least_height, MOST_LEAST)
        self._rooms = [(width - 2 * PADDING_X) / self.em for width in fit.widths]
        self._widths = fit.widths

    def row(self, texts: Sequence[str]) -> Row:
        """A row of one text for each column."""
        wrap = self._measure.wrap
        return self._set(tuple(wrap(text, room) for text, room in zip(texts, self._rooms, strict=True)))

    def spanning(self, cells: Sequence[tuple[str, int]]) -> Row:
        """A row of texts that span so many columns each."""
        spans = tuple(span for _, span in cells)
        return self._set(tuple(self.wrapped(text, at, span) for (text, span), at in _starts(cells)), spans)

    def wrapped(self, text: str, column: int, span: int) -> list[str]:
        """The lines of a text in a cell that begins at ``column`` and spans so many."""
        return self._measure.wrap(text, (sum(self._widths[column : column + span]) - 2 * PADDING_X) / self.em)

    def height(self, lines: int) -> float:
        """How high a row of so many lines is."""
        return max(self._least, (1 + (lines - 1) * LINE) * self.em + 2 * PADDING_Y)

    def cut(self, row: Row, room: float) -> list[Row]:
        """The row, in as many pieces as it takes for each to have room on a page."""
        if row.height <= room:
            return [row]
        most = max(1, int(((room - 2 * PADDING_Y) / self.em - 1) / LINE) + 1)
        lines = max(map(len, row.cells))
        return [self._set(tuple(cell[at : at + most] for cell in row.cells)) for at in range(0, lines, most)]

    def _set(self, cells: tuple[list[str], ...], spans: tuple[int, ...] = ()) -> Row:
        lines = max(map(len, cells), default=1)
        return Row(cells, self.height(lines), spans)


def _starts(cells: Sequence[tuple[str, int]]) -> list[tuple[tuple[str, int], int]]:
    at, found = 0, []
    for cell in cells:
        found.append((cell, at))
        at += cell[1]
    return found
