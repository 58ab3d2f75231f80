"""The kinds of block of registers, forms, charts and ballots: what a form's file says becomes a block of tabular.py."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from .blockkind import BlockKind, Settings, Texts, grid_rows
from .columnspec import columns_by_head, read_columns
from .document import Block
from .tabbed import rows_of
from .tabular import Ballot, Box, Boxes, Chart, Note, Sides, Sums, Table
from .words import Unreadable

BOX_HEIGHT = 10.0
HIGHEST = 260  # mm that stand on one page
TYPE = (3.0, 72.0)  # points
SIZES = ("A5", "A6", "A4")
CHART_KINDS = {"条形": "bar", "折线": "line", "饼形": "pie", "堆叠": "stacked"}
_HEIGHT = re.compile(r"\((\d+)\)\s*")


def _table(texts: Texts, settings: Settings) -> Iterator[Block]:
    rows = rows_of(texts["rows"])
    if texts.get("columns"):
        columns = read_columns(texts["columns"])
    else:
        width = max(map(len, rows), default=1)
        head, *rows = [(*row, *[""] * (width - len(row))) for row in rows] or [("",)]
        columns = columns_by_head(head, rows)
    sums = Sums(*(bool(settings.get(key)) for key in ("page_total", "carry", "total", "capitals")))
    yield Table(
        columns,
        tuple(rows),
        sums,
        fill=int(settings.get("fill", 0)),
        whole_page=bool(settings.get("whole_page")),
        row_height=settings.get("row_height", 0.0),
        smallest=settings.get("smallest", 7.5),
        below=texts.get("below", ""),
        every_page=bool(settings.get("every_page")),
    )


def _boxes(texts: Texts, settings: Settings) -> Iterator[Block]:
    rows, heights = [], []
    for row in grid_rows(texts["rows"]):
        found = _HEIGHT.match(row[0])
        heights.append(float(found[1]) if found else settings.get("row_height", BOX_HEIGHT))
        rows.append([row[0][found.end() :] if found else row[0], *row[1:]])
    shares = [float(share) for share in texts.get("widths", "").split()] or [1.0] * len(rows[0])
    if len(shares) != len(rows[0]):
        raise Unreadable(f"“widths”写了 {len(shares)} 个数，每一排有 {len(rows[0])} 格，应当一样多")
    yield Boxes(tuple(_cells(rows)), tuple(shares), tuple(heights), settings.get("smallest", 9.0))


def _cells(rows: list[list[str]]) -> Iterator[Box]:
    """The cells of a grid; < goes with the cell at its left, ^ with the one above."""
    for at, row in enumerate(rows):
        for place, text in enumerate(row):
            if text in {"<", "^"}:
                continue
            across = next((n for n, cell in enumerate(row[place + 1 :]) if cell != "<"), len(row) - place - 1)
            down = next((n for n, below in enumerate(rows[at + 1 :]) if below[place] != "^"), len(rows) - at - 1)
            yield Box(text.removeprefix("="), at, place, across + 1, down + 1, label=not text.startswith("="))


def _check_boxes(text: str) -> None:
    rows = grid_rows(text)
    for number, row in enumerate(rows, 1):
        found = _HEIGHT.match(row[0])
        if found and not 1 <= int(found[1][:9]) <= HIGHEST:
            raise Unreadable(f"第 {number} 排的行高只能写 1 到 {HIGHEST} 毫米")
        if len(row) != len(rows[0]):
            raise Unreadable(f"第 {number} 排有 {len(row)} 格，第一排有 {len(rows[0])} 格，每一排的格数要一样多")
        if row[0] == "<" or (number == 1 and "^" in row):
            raise Unreadable(f"第 {number} 排的“<”或者“^”没有可以并进去的格子")


def _check_shares(text: str) -> None:
    if not all(share.isdecimal() and 1 <= int(share[:9]) <= 1000 for share in text.split()):
        raise Unreadable("“widths”要写几个 1 到 1000 的整数，用空格隔开，例如 20 30 20 30")


def _one_of(offered: Mapping[str, str] | tuple[str, ...], text: str) -> None:
    if text not in offered:
        raise Unreadable(f"不能是“{text}”，可用的有：{'、'.join(offered)}")


def _chart(texts: Texts, settings: Settings) -> Iterator[Block]:
    kind = CHART_KINDS[texts["chart"]]
    rows = tuple(rows_of(texts["rows"]))
    yield Chart(kind, texts.get("title", ""), rows, texts.get("unit", ""), settings.get("height", 80.0))


def _ballot(texts: Texts, _: Settings) -> Iterator[Block]:
    seats, copies, others = (_count(texts.get(key, "")) for key in ("seats", "copies", "others"))
    yield Ballot(
        texts["title"],
        tuple(name for line in texts["candidates"].splitlines() if (name := line.strip())),
        seats,
        others if texts.get("others") else seats,
        copies if texts.get("copies", "").strip() else 1,
        texts.get("note", ""),
        tuple(line for row in texts.get("rules", "").splitlines() if (line := row.strip())),
        tuple(texts.get("marks", "").split()),
        texts.get("size") or SIZES[0],
        texts.get("foot", ""),
    )


def _count(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _paragraphs(texts: Texts, _: Settings) -> Iterator[Block]:
    return (Note(line.strip()) for line in texts["text"].splitlines() if line.strip())


PLACES = {"table": ("title", "sides", "table", "boxes", "chart", "note"), "ballot": ("ballot",)}

TABLE_BLOCKS: dict[str, BlockKind] = {
    "table": BlockKind(
        ("rows",),
        _table,
        switches=("total", "page_total", "carry", "capitals", "whole_page", "every_page"),
        options=("columns", "below"),
        numbers={"fill": (0, 1000), "row_height": (0, HIGHEST), "smallest": TYPE},
        grids=("columns",),
        checks={"columns": read_columns},
    ),
    "boxes": BlockKind(
        ("rows",),
        _boxes,
        options=("widths",),
        numbers={"row_height": (1, HIGHEST), "smallest": TYPE},
        grids=("rows",),
        checks={"rows": _check_boxes, "widths": _check_shares},
    ),
    "sides": BlockKind(("text",), lambda texts, _: iter((Sides(texts["text"]),))),
    "note": BlockKind(("text",), _paragraphs),
    "chart": BlockKind(
        ("chart", "rows"),
        _chart,
        options=("title", "unit"),
        numbers={"height": (20, HIGHEST)},
        checks={"chart": partial(_one_of, CHART_KINDS)},
    ),
    "ballot": BlockKind(
        ("title", "candidates", "seats"),
        _ballot,
        options=("copies", "others", "note", "rules", "marks", "size", "foot"),
    ),
}
