"""Table pages: papers of the kind ``table`` from document to pages: title, lines, tables, forms, charts, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xunion_desktop.basics.problems import Level, Problem

from .boxes import lay_boxes
from .cells import Widths
from .charts.chart import chart_ops, chart_problems
from .columnwidths import Fit, column_widths
from .document import Block, Document, Title
from .measures import AUTO, MM, PAPERS, SIZES
from .pages import Page
from .products import product_problems
from .setting import Compositor
from .sheetflow import MARGIN, SMALL, SheetFlow
from .tabledrawing import TableDrawing
from .tablerows import PADDING_X, Row, RowMaker, row_texts
from .tablesheets import Part, Sheets
from .tabular import CELL_ROLE, TITLE_ROLE, Boxes, Chart, Note, Sides, Table
from .titles import lines_that_fit
from .totals import SUMS, Adder, Values

TITLE_LEADING = 1.4
BELOW_TITLE, BELOW_SIDES, BELOW_BLOCK = 3.0, 2.0, 3.0
SIGN_ROOM = 14.0  # what a line of signatures takes: there must be room to write over it
NOTE_LEADING = 1.5
TOLD = 3  # problems of one sort that are told one by one


@dataclass(frozen=True, slots=True)
class Look:
    """What a roster and a form differ in: sizes of type in points, whether pages are always numbered, the foot."""

    title: float = SIZES["二号"]
    small: float = SIZES["五号"]
    numbered: bool = False
    foot: str = ""


ROSTER = Look(SIZES["小二"], SMALL, numbered=True)


def lay_out_table(
    document: Document, compositor: Compositor, look: Look | None = None
) -> tuple[list[Page], list[Problem]]:
    """The pages, and what is wrong with the table."""
    sheet = _Sheet(document, compositor, look or Look())
    for block in document.blocks:
        sheet.put(block)
    return sheet.pages(), sheet.problems


class _Sheet:
    """One paper while it is being laid out."""

    def __init__(self, document: Document, compositor: Compositor, look: Look) -> None:
        self._measure = Widths(compositor.fonts)
        self._look = look
        self._compositor = compositor
        self._flow = SheetFlow(_paper(document, self._measure), compositor)
        self.problems: list[Problem] = []

    def pages(self) -> list[Page]:
        return self._flow.pages(self._look.foot, numbered=self._look.numbered)

    def put(self, block: Block) -> None:
        """Lay out one block; kinds that have no place in a table are not there (``formreading`` refuses them)."""
        if isinstance(block, Title):
            self._title(block)
        elif isinstance(block, Sides):
            self._sides(block.text, self._look.small)
            self._flow.y += BELOW_SIDES
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Chart):
            self._chart(block)
        elif isinstance(block, Boxes):
            self.problems += lay_boxes(block, self._flow, self._measure)
        elif isinstance(block, Note):
            self._note(block)

    def _title(self, title: Title) -> None:
        flow, size = self._flow, self._look.title
        lines, size = lines_that_fit(title.text, flow.inner, size, self._compositor)
        for text in lines:
            flow.put(flow.text(text, TITLE_ROLE, size, flow.y, 0.5), size / MM * TITLE_LEADING)
        flow.y += BELOW_TITLE - size / MM * (TITLE_LEADING - 1)

    def _sides(self, text: str, size: float) -> None:
        """The parts on one line, where they do not go on one each on its own."""
        flow, em = self._flow, size / MM
        first, middle, last, *more = [*text.split("\t"), "", "", ""]
        parts = [first, middle, "　".join([last, *(part for part in more if part)]).strip("　")]
        widths = [self._measure.of(part) * em for part in parts]
        beside = 2 * max(widths[::2]) + widths[1] if parts[1] else sum(widths)
        together = beside + 2 * em <= flow.inner
        for side, part in zip((0.0, 0.5, 1.0), parts, strict=True):
            lines = self._measure.wrap(part, flow.inner / em) if part else []
            for line in lines:
                flow.put(flow.text(line, CELL_ROLE, size, flow.y, side), 0.0 if together else em * 1.25)
        flow.y += em if together else 0.0

    def _note(self, note: Note) -> None:
        flow, em = self._flow, SIZES["五号"] / MM
        for line in self._measure.wrap(note.text, flow.inner / em):
            flow.make_room(em * NOTE_LEADING)
            flow.put(flow.text(line, CELL_ROLE, SIZES["五号"], flow.y, 0.0), em * NOTE_LEADING)

    def _chart(self, chart: Chart) -> None:
        flow = self._flow
        height = min(chart.height, flow.whole_room)  # a form may ask for more than a page
        flow.make_room(height)
        self.problems += chart_problems(chart)
        ops = chart_ops(chart, (MARGIN, flow.y, flow.inner, height), self._compositor)
        flow.put(ops, height + BELOW_BLOCK)

    # tables

    def _table(self, table: Table) -> None:
        rows, adder = list(row_texts(table)), Adder(table.columns)
        values = [adder.values(row, number) for number, row in enumerate(rows, 1)]
        measured = [*rows, adder.row(adder.add(values))] if adder.places else rows
        fit = column_widths(table.columns, measured, self._flow.inner, PADDING_X, self._measure, table.smallest)
        self.problems += _too_wide(table, rows, fit, self._measure)
        self.problems += [*_too_many(table), *_added_twice(table)]
        maker = RowMaker(fit, self._measure, table.row_height)
        made = zip(map(maker.row, rows), values, strict=True)
        drawing = TableDrawing(table, fit, MARGIN, maker, self._compositor, self._measure)
        self._parts(table, Sheets(table, maker, adder), made, drawing, maker.row([""] * len(table.columns)))
        self.problems += [*_told(adder.problems), *_told(product_problems(table))]

    def _parts(
        self, table: Table, sheets: Sheets, rows: Iterator[tuple[Row, Values]], drawing: TableDrawing, blank: Row
    ) -> None:
        """Set the table's part on each page, with the line of signatures under the last one, or under each."""
        flow, sign = self._flow, SIGN_ROOM if table.below else 0.0
        each = sign if table.every_page else 0.0
        first = flow.room - drawing.head_height - each
        later = flow.whole_room - drawing.head_height - each
        parts = sheets.parts(rows, first, later, sign - each)
        if table.whole_page:
            sheets.fill(parts[-1], blank, (first if len(parts) == 1 else later) - sign + each)
        for part in parts:
            if part is not parts[0]:
                flow.turn()
            self._part(part, drawing)
            if table.below and (table.every_page or part is parts[-1]):
                self._signatures(table.below)
        flow.y += BELOW_BLOCK

    def _part(self, part: Part, drawing: TableDrawing) -> None:
        flow = self._flow
        flow.put((drawing.head(flow.y),), drawing.head_height)
        rows = [*part.before, *part.rows, *part.after]
        flow.put(drawing.body(rows, flow.y), sum(row.height for row in rows))

    def _signatures(self, text: str) -> None:
        """制表 审核 负责人: evenly over the width, with room to write."""
        flow, size = self._flow, SIZES["五号"]
        parts = [part.strip() for part in text.replace("\n", "\t").split("\t") if part.strip()]
        top = flow.y + SIGN_ROOM - size / MM - 3
        for place, part in enumerate(parts):
            line = self._compositor.line(part, CELL_ROLE, size)
            flow.put(line.at(MARGIN + flow.inner * place / len(parts), top), 0.0)
        flow.y += SIGN_ROOM


def _paper(document: Document, measure: Widths) -> tuple[float, float]:
    """The paper of the form; where it may turn, upright if every table has room in type of 小五 at least."""
    if document.paper != AUTO:
        return PAPERS[document.paper]
    upright, across = PAPERS["A4"], PAPERS["A4横"]
    for table in document.all(Table):
        fit = column_widths(
            table.columns, list(row_texts(table)), upright[0] - 2 * MARGIN, PADDING_X, measure, SIZES["小五"]
        )
        if fit.narrow or fit.squeezed:
            return across
    return upright


def _too_wide(table: Table, rows: Sequence[Sequence[str]], fit: Fit, measure: Widths) -> list[Problem]:
    """Words that are wider than their column: they are broken, never printed over the next one."""
    found = []
    for at in fit.narrow:
        room = (fit.widths[at] - 2 * PADDING_X) * MM / fit.size + 1e-6
        for number, row in enumerate(rows, 1):
            if measure.longest_word(row[at]) > room:
                said = f"第 {number} 行的“{table.columns[at].label}”太宽（{row[at]}），一格放不下。"
                found.append(Problem(said, remedy="请缩短它，或者去掉几栏。"))
    return _told(found)


def _too_many(table: Table) -> list[Problem]:
    width = len(table.columns) - any(column.kind == "serial" for column in table.columns)
    return _told(
        [
            Problem(f"第 {number} 行有 {len(row)} 格，表头只有 {width} 栏。", remedy="请去掉多出来的格。")
            for number, row in enumerate(table.rows, 1)
            if len(row) > width and any(row[width:])
        ]
    )


def _added_twice(table: Table) -> list[Problem]:
    """A pasted line of sums is added to the table's own."""
    if not table.sums.grand:
        return []
    return [
        Problem(
            f"第 {number} 行写的是“{said}”，会再加一遍。",
            level=Level.DOUBT,
            remedy="合计自动加，请删去这一行。",
        )
        for number, row in enumerate(table.rows, 1)
        if (said := next((cell.strip() for cell in row if "".join(cell.split()) in SUMS), ""))
    ]


def _told(problems: Sequence[Problem]) -> list[Problem]:
    """The first few, and how many more there are."""
    if len(problems) <= TOLD:
        return list(problems)
    more = Problem(f"同样的问题还有 {len(problems) - TOLD} 处。", level=problems[0].level)
    return [*problems[:TOLD], more]
