"""Boxes: forms of labels and values (登记表, 申请表) whose rows have fixed heights and whose cells span others.

What does not go into its cell is set in smaller type; where that is not enough, a problem names the cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from xunion_desktop.basics.problems import Problem

from .cells import CellSetter, Widths
from .measures import MM, SIZES
from .pages import Op, Path, Stroke
from .setting import Compositor
from .shapes import rectangle
from .sheetflow import MARGIN, SheetFlow
from .tablerows import LINE
from .tabular import Box, Boxes

TYPE_SIZES = (SIZES["小四"], 11.0, SIZES["五号"], SIZES["小五"], 8.0, 7.0)
PADDING = 1.5
HAIR, FRAME = 0.2, 0.4
BELOW = 3.0
FOOT_MARK = ">"  # a line that stands at the right, at the foot of its cell


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell as it will stand: its place in mm, its type, its lines above and at its foot."""

    box: Box
    x: float
    y: float
    width: float
    height: float
    size: float
    body: list[str]
    foot: list[str]
    fits: bool

    @property
    def em(self) -> float:
        return self.size / MM


class BoxForm:
    """One form of boxes, measured; ``problems`` name the cells whose text has no room."""

    def __init__(self, boxes: Boxes, width: float, measure: Widths) -> None:
        shares = sum(boxes.widths)
        self._lefts = list(accumulate((width * share / shares for share in boxes.widths), initial=0.0))
        self._tops = list(accumulate(boxes.heights, initial=0.0))
        self._measure = measure
        self._smallest = boxes.smallest
        self._cells = [self._cell(box) for box in boxes.cells]
        self.width, self.height = width, self._tops[-1]

    @property
    def problems(self) -> list[Problem]:
        """The cells whose text does not go into them."""
        return [
            Problem(f"“{_short(cell.box.text)}”太长，表里那一格放不下。", remedy="请缩短，或者另附一页。")
            for cell in self._cells
            if not cell.fits
        ]

    def ops(self, left: float, top: float, compositor: Compositor) -> Iterator[Op]:
        """The form with its upper left corner at this place."""
        setters = {cell.size: CellSetter(compositor, cell.size, self._measure) for cell in self._cells}
        for cell in self._cells:
            yield Path(rectangle(left + cell.x, top + cell.y, cell.width, cell.height), HAIR)
            yield from self._texts(cell, left, top, setters[cell.size])
        yield Path(rectangle(left, top, self.width, self.height), FRAME)

    def _cell(self, box: Box) -> _Cell:
        x, y = self._lefts[box.column], self._tops[box.row]
        width = self._lefts[box.column + box.across] - x
        height = self._tops[box.row + box.down] - y
        sizes = [size for size in TYPE_SIZES if size >= self._smallest] or [TYPE_SIZES[0]]
        for size in sizes:
            body, foot = self._wrapped(box.text, (width - 2 * PADDING) * MM / size)
            lines = len(body) + len(foot)
            longest = max((self._measure.longest_word(line) for line in box.text.splitlines()), default=0.0)
            tall = (1 + (lines - 1) * LINE) * size / MM <= height - 1.0
            fits = tall and longest <= (width - 2 * PADDING) * MM / size + 1e-6
            if fits or size == sizes[-1]:
                most = max(1, int(((height - 1.0) * MM / size - 1) / LINE) + 1)
                return _Cell(box, x, y, width, height, size, body[:most], foot[: max(0, most - len(body))], fits)
        raise AssertionError("there is always a last size")

    def _wrapped(self, text: str, room: float) -> tuple[list[str], list[str]]:
        body: list[str] = []
        foot: list[str] = []
        for line in text.splitlines():
            kind = foot if line.startswith(FOOT_MARK) else body
            kind += self._measure.wrap(line.removeprefix(FOOT_MARK).strip(" "), room)
        return body, foot

    def _texts(self, cell: _Cell, left: float, top: float, setter: CellSetter) -> Iterator[Stroke]:
        """A lone line stands in the middle, several begin at the left; with a foot the others begin at the top."""
        em, leading = cell.em, LINE * cell.em
        block = (1 + (len(cell.body) - 1) * LINE) * em
        y = top + cell.y + (PADDING + 0.5 if cell.foot else (cell.height - block) / 2)
        side = 0.5 if (len(cell.body) == 1 or cell.box.label) and not cell.foot else 0.0
        for line in cell.body:
            yield from self._line(cell, line, left, y, side, setter)
            y += leading
        y = top + cell.y + cell.height - PADDING - (1 + (len(cell.foot) - 1) * LINE) * em
        for line in cell.foot:
            yield from self._line(cell, line, left, y, 1.0, setter)
            y += leading

    def _line(self, cell: _Cell, line: str, left: float, y: float, side: float, setter: CellSetter) -> Iterator[Stroke]:
        spare = cell.width - 2 * PADDING - self._measure.of(line) * cell.em
        if line:
            yield from setter.runs(line, left + cell.x + PADDING + spare * side, y)


def lay_boxes(boxes: Boxes, flow: SheetFlow, measure: Widths) -> list[Problem]:
    """Lay the form on the page; what is wrong with it."""
    form = BoxForm(boxes, flow.inner, measure)
    flow.make_room(form.height)
    problems = form.problems
    if form.height > flow.whole_room:
        problems.append(Problem("表格的各排加起来比一页纸高。", remedy="请把模板里的行高改小，或者分成两张表。"))
    flow.put(form.ops(MARGIN, flow.y, flow.compositor), form.height + BELOW)
    return problems


def _short(text: str) -> str:
    plain = text.replace("\n", "").replace(FOOT_MARK, "")
    return plain if len(plain) <= 12 else f"{plain[:12]}…"
