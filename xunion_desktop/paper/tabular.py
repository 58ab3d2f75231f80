"""Tabular: the blocks of registers, forms, charts and ballots, with all words filled in. Frozen values, no measures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .document import Block, RoleText

CELL_ROLE, HEAD_ROLE, TITLE_ROLE = "宋体", "黑体", "小标宋"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the path of its headings from the top one down (工会, 名称) and how its values are set.

    ``kind`` is a kind of ``store.columns`` or "serial" (the table counts its rows). ``weight`` is its share of the
    spare room; ``least`` and ``most`` its width in mm (0 = as its texts need). ``total``: its values are added up;
    ``merge``: equal neighbours become one cell.
    """

    path: tuple[str, ...]
    kind: str = "text"
    weight: float = 1.0
    least: float = 0.0
    most: float = 0.0
    total: bool = False
    merge: bool = False

    @property
    def label(self) -> str:
        """The heading that stands over its values, as a problem names it."""
        return "".join(self.path[-2:]) if len(self.path) > 1 else self.path[0]


@dataclass(frozen=True, slots=True)
class Sums:
    """What is added up: on each page (小计), from page to page (承前页, 过次页), at the end in figures, in capitals."""

    page: bool = False
    carried: bool = False
    grand: bool = False
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Table(Block):
    """Rows under heads that are repeated on every page.

    ``fill``: at least so many ruled rows; ``whole_page``: ruled down to the foot of the last page. ``row_height`` is
    the least height of a row in mm, ``smallest`` the type in points below which it is not shrunk. ``ground``: the head
    stands on grey. ``below`` is the line of signatures (制表 审核 负责人), its parts divided by tabs, under the table
    or, with ``every_page``, under the table's part on each page.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    sums: Sums = Sums()
    fill: int = 0
    whole_page: bool = False
    row_height: float = 0.0
    smallest: float = 7.5
    ground: bool = False
    below: str = ""
    every_page: bool = False

    def texts(self) -> Iterator[RoleText]:
        """Every text with the role that sets it."""
        yield HEAD_ROLE, "".join("".join(column.path) for column in self.columns)
        yield CELL_ROLE, "".join("".join(row) for row in self.rows) + self.below


@dataclass(frozen=True, slots=True)
class Box:
    """One cell of a form: its text and how many columns and rows it spans.

    A line of the text that begins with > stands at the right, at the foot of the cell (盖章, 年 月 日).
    """

    text: str
    row: int
    column: int
    across: int = 1
    down: int = 1
    label: bool = False


@dataclass(frozen=True, slots=True)
class Boxes(Block):
    """A form of labels and values (登记表, 申请表): ``widths`` are shares, ``heights`` fixed, in mm."""

    cells: tuple[Box, ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    smallest: float = 9.0

    def texts(self) -> Iterator[RoleText]:
        """Every text with the role that sets it."""
        yield CELL_ROLE, "".join(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Sides(Block):
    """A line of up to three parts divided by tabs: left, middle, right (编制单位, 日期, 单位：元)."""

    text: str

    def texts(self) -> Iterator[RoleText]:
        """Every text with the role that sets it."""
        yield CELL_ROLE, self.text


@dataclass(frozen=True, slots=True)
class Note(Block):
    """A paragraph in small type under a table (注：…)."""

    text: str

    def texts(self) -> Iterator[RoleText]:
        """Every text with the role that sets it."""
        yield CELL_ROLE, self.text


@dataclass(frozen=True, slots=True)
class Chart(Block):
    """Figures as bars, lines, a pie or stacked bars.

    ``rows``: the first names the series (its first cell is not read), the others hold a category and its values. A
    series or category whose name begins with ! is the one that matters (red).
    """

    kind: str
    title: str
    rows: tuple[tuple[str, ...], ...]
    unit: str = ""
    height: float = 80.0

    def texts(self) -> Iterator[RoleText]:
        """Every text with the role that sets it."""
        yield HEAD_ROLE, self.title
        yield CELL_ROLE, self.unit + "".join("".join(row) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Ballot(Block):
    """选票 (A1, EL-22, EL-27): ``copies`` equal ones, several on a sheet with cut marks.

    A ballot bears no number, no name and no code that could tell whose it is: the vote is secret (无记名, EL-27,
    工会基层组织选举工作条例); how many were printed stands in the print register only. The colour of a ballot is that
    of its paper (红票, 白票) and is not printed.

    ``marks`` are the columns beside each candidate (赞成 不赞成 弃权); without them there is one blank over each name
    for ○ or ×. ``others`` blank places are left for other people. ``size`` is A4, A5 or A6: one, two, four on a sheet.
    """

    title: str
    candidates: tuple[str, ...]
    seats: int
    others: int
    copies: int
    note: str = ""
    rules: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    size: str = "A5"
    foot: str = ""

    def texts(self) -> Iterator[RoleText]:
        """Every text with the role that sets it."""
        yield TITLE_ROLE, self.title
        yield HEAD_ROLE, "".join(self.candidates + self.marks)
        yield CELL_ROLE, self.note + "".join(self.rules) + self.foot
