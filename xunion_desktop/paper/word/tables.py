"""Tables: a register as a table of Word whose head is repeated on every page; forms of boxes with their spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xunion_desktop.paper.boxes import FOOT_MARK
from xunion_desktop.paper.cells import Widths
from xunion_desktop.paper.columnwidths import Fit, column_widths
from xunion_desktop.paper.document import Block
from xunion_desktop.paper.heads import head_cells
from xunion_desktop.paper.measures import MM, SIZES
from xunion_desktop.paper.tabledrawing import side_of
from xunion_desktop.paper.tablerows import LINE, MOST_LEAST, PADDING_X, PADDING_Y, row_texts
from xunion_desktop.paper.tablesheets import CAPITALS
from xunion_desktop.paper.tabular import Box, Boxes, Column, Note, Sides, Table
from xunion_desktop.paper.totals import Adder, Values

from .paragraph import Paragraph, Run, plain, twips
from .styles import CELL_TEXT, HEAD_TEXT, NOTE

SIDES = {0.0: "left", 0.5: "center", 1.0: "right"}
USUAL = SIZES["五号"]  # of the styles
HAIR = 0.1  # mm a side that a cell has more than in print, for a line that fills it to be one here too
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def table_parts(block: Block, width: float, measure: Widths) -> Iterator[str]:
    """The elements of a block of tables in ``width`` mm; none where it is another."""
    if isinstance(block, Table):
        yield table(block, width, measure)
        if block.below:
            yield sides(block.below, width, CELL_TEXT).xml()
    elif isinstance(block, Boxes):
        yield boxes(block, width)
    elif isinstance(block, Sides):
        yield sides(block.text, width, CELL_TEXT).xml()
    elif isinstance(block, Note):
        yield plain(block.text, NOTE, before=1.0).xml()


def sides(text: str, width: float, style: str) -> Paragraph:
    """Parts divided by tabs: at the left, in the middle, at the right."""
    parts = text.split("\t")
    stops = {2: (("right", width),), 3: (("center", width / 2), ("right", width))}.get(len(parts), ())
    return Paragraph((Run(text),), style, before=2.0, after=1.0, tabs=stops)


def table(block: Table, width: float, measure: Widths) -> str:
    """Head, rows, the empty rows up to ``fill``, and the sums at the end, in the columns and the type of the print."""
    texts = list(row_texts(block))
    adder = Adder(block.columns)
    whole = adder.add([adder.values(row, number) for number, row in enumerate(texts, 1)])
    measured = [*texts, adder.row(whole)] if adder.places else texts
    fit = column_widths(block.columns, measured, width, PADDING_X, measure, block.smallest)
    rows = [_row(row, block, fit, _merged(texts, at, block.columns)) for at, row in enumerate(texts)]
    sums = _sums(block, adder, whole, fit) if adder.places else ()
    return _frame(fit.widths, [*_heads(block.columns, fit), *rows, *sums], fit.size)


def _text(text: str, size: float, style: str = CELL_TEXT, align: str = "") -> Paragraph:
    """A text of a cell; what is of the usual size needs no look of its own."""
    if size == USUAL:
        return plain(text, style, align=align)
    return Paragraph((Run(text, size=size),), style, line=LINE * size, align=align)


def _merged(rows: Sequence[Sequence[str]], at: int, columns: Sequence[Column]) -> list[str]:
    """For each column how its cell in this row is merged with those above and below."""
    above = _same(rows, at, columns)
    below = _same(rows, at + 1, columns)
    return ["continue" if place in above else "restart" if place in below else "" for place in range(len(columns))]


def _same(rows: Sequence[Sequence[str]], at: int, columns: Sequence[Column]) -> set[int]:
    """The columns in which a row is one cell with the row above it: as on paper, only within equal ones at the left."""
    same: set[int] = set()
    if 0 < at < len(rows):
        for place, column in enumerate(columns):
            if column.merge:
                if not rows[at][place] or rows[at][place] != rows[at - 1][place]:
                    break
                same.add(place)
    return same


def _sums(block: Table, adder: Adder, whole: Values, fit: Fit) -> Iterator[str]:
    """合计 in figures and in capitals. Sums of pages are left out: WPS breaks the pages itself."""
    shown, widths = adder.shown(whole), fit.widths
    if block.sums.grand:
        first = min(shown)
        label = [_cell(_text("合计", fit.size, align="center"), sum(widths[:first]), first)] if first else []
        cells = (
            _cell(_text(shown.get(at, ""), fit.size, align="right"), widths[at]) for at in range(first, len(widths))
        )
        yield _line("".join([*label, *cells]), min(block.row_height, MOST_LEAST))
    if block.sums.capitals and (said := adder.capitals(whole)):
        words = _text(f"{CAPITALS}{said}", fit.size)
        yield _line(_cell(words, sum(widths), len(widths)), min(block.row_height, MOST_LEAST))


def _heads(columns: Sequence[Column], fit: Fit) -> Iterator[str]:
    """The rows of headings, one for each level; a heading over several columns is one cell."""
    found = head_cells(columns)
    for level in range(max(len(column.path) for column in columns)):
        cells = []
        for cell in sorted(found, key=lambda cell: cell.column):
            if not cell.level <= level < cell.level + cell.down:
                continue
            span = sum(fit.widths[cell.column : cell.column + cell.across])
            merge = "" if cell.down == 1 else f'<w:vMerge w:val="{"restart" if level == cell.level else "continue"}"/>'
            shown = cell.text if level == cell.level else ""
            cells.append(_cell(_text(shown, fit.size, HEAD_TEXT), span, cell.across, merge))
        yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _row(texts: Sequence[str], block: Table, fit: Fit, merged: Sequence[str]) -> str:
    cells = (
        _cell(
            _text("" if merge == "continue" else text, fit.size, align=SIDES[side_of(column.kind)]),
            width,
            merge=f'<w:vMerge w:val="{merge}"/>' if merge else "",
        )
        for text, column, width, merge in zip(texts, block.columns, fit.widths, merged, strict=True)
    )
    return _line("".join(cells), min(block.row_height, MOST_LEAST))


def _line(cells: str, height: float) -> str:
    least = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{least}</w:trPr>{cells}</w:tr>"


def boxes(block: Boxes, width: float) -> str:
    """A form of labels and values; a cell over several rows or columns is merged."""
    shares = sum(block.widths)
    widths = [width * share / shares for share in block.widths]
    rows = [
        _line("".join(_box(box, row, widths) for box in _in_row(block, row)), height)
        for row, height in enumerate(block.heights)
    ]
    return _frame(widths, rows)


def _in_row(block: Boxes, row: int) -> list[Box]:
    return sorted((box for box in block.cells if box.row <= row < box.row + box.down), key=lambda box: box.column)


def _box(box: Box, row: int, widths: Sequence[float]) -> str:
    span = sum(widths[box.column : box.column + box.across])
    merge = "" if box.down == 1 else f'<w:vMerge w:val="{"restart" if row == box.row else "continue"}"/>'
    lines = box.text.splitlines() if row == box.row else []
    foot = any(line.startswith(FOOT_MARK) for line in lines)
    side = "center" if box.label or (len(lines) == 1 and not foot) else "left"
    made = [
        plain(line.removeprefix(FOOT_MARK), CELL_TEXT, align="right" if line.startswith(FOOT_MARK) else side)
        for line in lines or [""]
    ]
    return _cell(made, span, box.across, merge, upright="bottom" if foot else "center")


def _cell(
    content: Paragraph | Sequence[Paragraph], width: float, across: int = 1, merge: str = "", upright: str = "center"
) -> str:
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    paragraphs = (content,) if isinstance(content, Paragraph) else content
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="{upright}"/></w:tcPr>'
        f"{''.join(paragraph.xml() for paragraph in paragraphs)}</w:tc>"
    )


def _frame(widths: Sequence[float], rows: Sequence[str], size: float = USUAL) -> str:
    """The table; over and under a line of text as much room as makes its rows as high as in print."""
    beside, over = twips(PADDING_X - HAIR), twips(PADDING_Y - (LINE - 1) * size / MM / 2)
    sides_of = (("top", over), ("left", beside), ("bottom", over), ("right", beside))
    padding = "".join(f'<w:{side} w:w="{room}" w:type="dxa"/>' for side, room in sides_of)
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{padding}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
