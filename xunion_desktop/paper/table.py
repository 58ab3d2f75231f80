"""Table: a roster on A4: title, date of printing, the header again on every page, 第x页 共y页.

Nothing is cut: a long text goes on in the next line of its cell, a row higher than a page on the next page, and where
the columns are too many for the paper the type becomes smaller first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from .cells import CellSetter, Widths
from .columnwidths import Fit, TableColumn, column_widths
from .fonts import FontBook
from .measures import A4, MM, SIZES
from .pages import Group, Op, Page, Path, Rect, Step, Stroke
from .setting import Compositor, compositor_of, group_id
from .typeset import Typeset, missing_problem

MARGIN, FOOT = 15.0, 14.0
PADDING_X, PADDING_Y = 1.2, 1.4
LINE = 1.25  # leading of a cell in em
TITLE_SIZE, SMALL = SIZES["小二"], SIZES["小五"]
BELOW_TITLE, BELOW_NOTE = 3.0, 2.0
HEAD_GREY = "#EEEEEE"
HAIR = 0.2
RIGHT_ALIGNED = frozenset({"whole", "money", "percent"})
CENTRED = frozenset({"date", "month", "yes_no", "choice", "phone", "id_number", "credit_code", "card"})


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of wrapped cells and its height in mm."""

    cells: tuple[list[str], ...]
    height: float


def roster(
    title: str,
    columns: Sequence[tuple[str, str, float]],
    rows: Sequence[Sequence[str]],
    *,
    fonts: FontBook,
    printed: str = "",
    note: str = "",
    foot: str = "",
    landscape: bool = True,
) -> Typeset:
    """A list of records as the clerk sees it.

    ``printed`` is the date of printing, ``note`` says what was chosen, ``foot`` stands at the foot of every page.
    """
    width, height = (A4[1], A4[0]) if landscape else A4
    measure = Widths(fonts)
    table = tuple(TableColumn(*column) for column in columns)
    fit = column_widths(table, rows, width - 2 * MARGIN, PADDING_X, measure)
    sheet = _Sheet(width, height, table, fit, measure, compositor_of(fonts))
    pages = list(sheet.pages(title, rows, note, printed, foot))
    missing = fonts.missing(f"{title}{note}{foot}", "小标宋") + fonts.missing("".join(measure), "宋体")
    return Typeset(pages, [missing_problem(char) for char in dict.fromkeys(missing)])


class _Sheet:
    """The paper of one roster: its columns' places and everything that is drawn alike on each page."""

    def __init__(
        self,
        width: float,
        height: float,
        columns: tuple[TableColumn, ...],
        fit: Fit,
        measure: Widths,
        compositor: Compositor,
    ) -> None:
        self._width, self._height = width, height
        self._columns = columns
        self._em = fit.size / MM
        self._widths = fit.widths
        self._lefts = [MARGIN + sum(fit.widths[:place]) for place in range(len(fit.widths) + 1)]
        self._measure = measure
        self._compositor = compositor
        self._setter = CellSetter(compositor, fit.size, measure)
        self._header = self._row([column.label for column in columns])

    def pages(self, title: str, rows: Sequence[Sequence[str]], note: str, printed: str, foot: str) -> Iterator[Page]:
        """All pages of the roster."""
        top_ops, first_top = self._top(title, note, printed, len(rows))
        sheets = self._paginate([self._row(row) for row in rows], first_top)
        for number, sheet in enumerate(sheets, 1):
            top = first_top if number == 1 else MARGIN
            ops: list[Op] = list(top_ops) if number == 1 else []
            ops.append(self._head(top))
            ops += self._body(sheet, top + self._header.height)
            ops += self._small(foot, self._height - FOOT + 1, "left")
            ops += self._small(f"第{number}页　共{len(sheets)}页", self._height - FOOT + 5, "middle")
            yield Page(self._width, self._height, tuple(ops), number)

    def _row(self, texts: Sequence[str]) -> _Row:
        cells = tuple(
            self._measure.wrap(text, (width - 2 * PADDING_X) / self._em)
            for text, width in zip(texts, self._widths, strict=True)
        )
        return self._set(cells)

    def _set(self, cells: tuple[list[str], ...]) -> _Row:
        lines = max(map(len, cells), default=1)
        return _Row(cells, (1 + (lines - 1) * LINE) * self._em + 2 * PADDING_Y)

    def _cut(self, row: _Row, room: float) -> list[_Row]:
        """The row, in as many pieces as it takes for each to have room on a page."""
        if row.height <= room:
            return [row]
        most = max(1, int(((room - 2 * PADDING_Y) / self._em - 1) / LINE) + 1)
        lines = max(map(len, row.cells))
        return [self._set(tuple(cell[at : at + most] for cell in row.cells)) for at in range(0, lines, most)]

    def _paginate(self, rows: list[_Row], first_top: float) -> list[list[_Row]]:
        bottom = self._height - FOOT
        sheets: list[list[_Row]] = [[]]
        y = first_top + self._header.height
        room = bottom - y
        for row in chain.from_iterable(self._cut(row, room) for row in rows):
            if y + row.height > bottom and sheets[-1]:
                sheets.append([])
                y = MARGIN + self._header.height
            sheets[-1].append(row)
            y += row.height
        return sheets

    def _top(self, title: str, note: str, printed: str, count: int) -> tuple[list[Op], float]:
        """Title in the middle; under it what was chosen, and at the right the date and how many there are."""
        line = self._compositor.line(title, "小标宋", TITLE_SIZE)
        ops: list[Op] = [*line.at((self._width - line.width) / 2, MARGIN)]
        y = MARGIN + TITLE_SIZE / MM + BELOW_TITLE
        ops += self._small(note, y, "left")
        ops += self._small(f"共 {count} 条" + (f"　打印日期：{printed}" if printed else ""), y, "right")
        return ops, y + SMALL / MM + BELOW_NOTE

    def _small(self, text: str, top: float, side: str) -> list[Op]:
        line = self._compositor.line(text, "宋体", SMALL)
        spare = self._width - 2 * MARGIN - line.width
        return [*line.at(MARGIN + {"left": 0.0, "middle": spare / 2, "right": spare}[side], top)]

    def _head(self, top: float) -> Group:
        ground = Rect(MARGIN, top, self._width - 2 * MARGIN, self._header.height, HEAD_GREY)
        ops: tuple[Stroke, ...] = (ground, *self._texts(self._header, top, head=True))
        return Group(group_id(ops), ops)

    def _body(self, rows: list[_Row], top: float) -> Iterator[Op]:
        edges = [top - self._header.height, top]
        for row in rows:
            yield from self._texts(row, edges[-1])
            edges.append(edges[-1] + row.height)
        yield Path(tuple(self._rules(edges)), HAIR)

    def _rules(self, edges: list[float]) -> Iterator[Step]:
        for y in edges:
            yield from (("M", (self._lefts[0], y)), ("L", (self._lefts[-1], y)))
        for x in self._lefts:
            yield from (("M", (x, edges[0])), ("L", (x, edges[-1])))

    def _texts(self, row: _Row, top: float, *, head: bool = False) -> Iterator[Stroke]:
        """Each cell in the middle of its height; numbers to the right, dates and choices centred."""
        for column, lines, left, width in zip(self._columns, row.cells, self._lefts, self._widths, strict=False):
            y = top + (row.height - (1 + (len(lines) - 1) * LINE) * self._em) / 2
            for line in lines:
                if line:
                    spare = width - 2 * PADDING_X - self._measure.of(line) * self._em
                    x = left + PADDING_X + spare * _side(column.kind, head=head)
                    yield from self._setter.runs(line, x, y)
                y += LINE * self._em


def _side(kind: str, *, head: bool) -> float:
    if kind in RIGHT_ALIGNED and not head:
        return 1.0
    return 0.5 if head or kind in CENTRED else 0.0
