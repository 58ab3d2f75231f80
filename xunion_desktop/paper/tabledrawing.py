"""Table drawing: heads, rows and rules of one part of a table, in millimetres."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from .cells import CellSetter, Widths
from .columnwidths import Fit
from .heads import HeadCell, head_cells
from .pages import Group, Op, Path, Rect, Step, Stroke
from .setting import Compositor
from .shapes import across, down, rectangle
from .tablerows import LINE, PADDING_X, PADDING_Y, Row, RowMaker
from .tabular import HEAD_ROLE, Table

HEAD_GREY = "#EEEEEE"
HAIR, FRAME = 0.2, 0.4
RIGHT_ALIGNED = frozenset({"whole", "money", "percent"})
CENTRED = frozenset(
    {"date", "month", "yes_no", "choice", "phone", "id_number", "credit_code", "card", "serial", "centre"}
)


class TableDrawing:
    """Draws one table, whose left edge stands at ``left``."""

    def __init__(
        self, table: Table, fit: Fit, left: float, maker: RowMaker, compositor: Compositor, measure: Widths
    ) -> None:
        self._table = table
        self._widths = fit.widths
        self._size = fit.size
        self._em = maker.em
        self._lefts = list(accumulate(fit.widths, initial=left))
        self._measure = measure
        self._compositor = compositor
        self._setter = CellSetter(compositor, fit.size, measure)
        self._sides = [side_of(column.kind) for column in table.columns]
        self._merging = [at for at, column in enumerate(table.columns) if column.merge]
        self._heads = [(cell, maker.wrapped(cell.text, cell.column, cell.across)) for cell in head_cells(table.columns)]
        self._levels = self._head_levels()

    @property
    def head_height(self) -> float:
        """How high the headings are."""
        return sum(self._levels)

    def head(self, top: float) -> Group:
        """The headings; alike on all pages on which they stand at the same height."""
        tops = list(accumulate(self._levels, initial=top))
        ops: list[Stroke] = []
        if self._table.ground:
            ops.append(Rect(self._lefts[0], top, self._lefts[-1] - self._lefts[0], self.head_height, HEAD_GREY))
        for cell, lines in self._heads:
            ops += self._heading(cell, lines, tops)
        ops.append(Path(tuple(self._head_rules(tops)), HAIR))
        return Group(tuple(ops))

    def body(self, rows: Sequence[Row], top: float) -> Iterator[Op]:
        """The rows under the headings, with their rules."""
        edges = list(accumulate((row.height for row in rows), initial=top))
        joined = self._joined(rows)
        for at, row in enumerate(rows):
            yield from self._texts(row, edges, at, joined)
        yield Path(tuple(self._rules(rows, edges, joined)), HAIR)
        if not self._table.ground:
            upper, left = top - self.head_height, self._lefts[0]
            yield Path(rectangle(left, upper, self._lefts[-1] - left, edges[-1] - upper), FRAME)

    # heads

    def _head_levels(self) -> list[float]:
        """The height of each level: one line at least, the last of a heading grows with its lines."""
        levels = [self._em + 2 * PADDING_Y] * max(cell.level + cell.down for cell, _ in self._heads)
        for cell, lines in sorted(self._heads, key=lambda found: found[0].down):
            needed = (1 + (len(lines) - 1) * LINE) * self._em + 2 * PADDING_Y
            last = cell.level + cell.down - 1
            levels[last] += max(0.0, needed - sum(levels[cell.level : last + 1]))
        return levels

    def _heading(self, cell: HeadCell, lines: list[str], tops: list[float]) -> Iterator[Stroke]:
        left, right = self._lefts[cell.column], self._lefts[cell.column + cell.across]
        upper, lower = tops[cell.level], tops[cell.level + cell.down]
        y = (upper + lower - (1 + (len(lines) - 1) * LINE) * self._em) / 2
        for line in lines:
            x = (left + right - self._measure.of(line) * self._em) / 2
            if self._table.ground:
                yield from self._setter.runs(line, x, y)
            else:
                yield from self._compositor.line(line, HEAD_ROLE, self._size).at(x, y)
            y += LINE * self._em

    def _head_rules(self, tops: list[float]) -> Iterator[Step]:
        yield from across(self._lefts[0], self._lefts[-1], tops[0])
        yield from across(self._lefts[0], self._lefts[-1], tops[-1])
        yield from down(self._lefts[0], tops[0], tops[-1])
        for cell, _ in self._heads:
            lower = tops[cell.level + cell.down]
            yield from down(self._lefts[cell.column + cell.across], tops[cell.level], lower)
            if lower < tops[-1] - 1e-6:
                yield from across(self._lefts[cell.column], self._lefts[cell.column + cell.across], lower)

    # rows

    def _joined(self, rows: Sequence[Row]) -> list[frozenset[int]]:
        """For each row the columns in which it is one cell with the row above it (合并相同)."""
        if not self._merging:
            return [frozenset()] * len(rows)
        found: list[frozenset[int]] = [frozenset()]
        for above, row in pairwise(rows):
            same: list[int] = []
            for at in self._merging:
                if row.spans or above.spans or row.cells[at] == [""] or row.cells[at] != above.cells[at]:
                    break
                same.append(at)
            found.append(frozenset(same))
        return found

    def _rules(self, rows: Sequence[Row], edges: list[float], joined: list[frozenset[int]]) -> Iterator[Step]:
        left, right = self._lefts[0], self._lefts[-1]
        for y, open_columns in zip(edges, [*joined, frozenset()], strict=True):
            if not open_columns:
                yield from across(left, right, y)
                continue
            for at, (start, end) in enumerate(pairwise(self._lefts)):
                if at not in open_columns:
                    yield from across(start, end, y)
        start = 0
        for at in range(1, len(rows) + 1):
            if at == len(rows) or rows[at].spans != rows[start].spans:
                for x in self._uprights(rows[start].spans):
                    yield from down(x, edges[start], edges[at])
                start = at

    def _uprights(self, spans: tuple[int, ...]) -> list[float]:
        return [self._lefts[at] for at in accumulate(spans, initial=0)] if spans else self._lefts

    def _texts(self, row: Row, edges: list[float], at: int, joined: list[frozenset[int]]) -> Iterator[Stroke]:
        """Each cell in the middle of its height; numbers to the right, dates and choices centred."""
        if row.spans:
            yield from self._spanning_texts(row, edges[at])
            return
        top, measure, em = edges[at], self._measure, self._em
        for column, lines in enumerate(row.cells):
            if column in joined[at]:
                continue
            height = row.height
            if column in self._merging:
                below = at + 1
                while below < len(joined) and column in joined[below]:
                    below += 1
                height = edges[below] - top
            y = top + (height - (1 + (len(lines) - 1) * LINE) * em) / 2
            left, width, side = (
                self._lefts[column] + PADDING_X,
                self._widths[column] - 2 * PADDING_X,
                self._sides[column],
            )
            for line in lines:
                if line:
                    yield from self._setter.runs(line, left + (width - measure.of(line) * em) * side, y)
                y += LINE * em

    def _spanning_texts(self, row: Row, top: float) -> Iterator[Stroke]:
        """A row that the table adds: its label in the middle, a sum as its column stands, a lone text at the left."""
        column = 0
        for place, (lines, span) in enumerate(zip(row.cells, row.spans, strict=True)):
            side = (0.0 if len(row.spans) == 1 else 0.5) if place == 0 else self._sides[column]
            left = self._lefts[column] + PADDING_X
            width = self._lefts[column + span] - PADDING_X - left
            y = top + (row.height - (1 + (len(lines) - 1) * LINE) * self._em) / 2
            for line in lines:
                yield from self._setter.runs(line, left + (width - self._measure.of(line) * self._em) * side, y)
                y += LINE * self._em
            column += span


def side_of(kind: str) -> float:
    """How the values of a column stand in their cells: at the left (0), in the middle (0.5), at the right (1)."""
    if kind in RIGHT_ALIGNED:
        return 1.0
    return 0.5 if kind in CENTRED else 0.0
