"""Measures of official papers in millimetres (GB/T 9704-2012; DC-10, DC-11, DC-13, DC-20). Points only for type."""

from __future__ import annotations

MM = 72 / 25.4  # points in a millimetre

A4 = (210.0, 297.0)
PAPERS = {"A4": A4, "A4横": (A4[1], A4[0])}  # width and height of each paper that a form may ask for
AUTO = "A4自动"  # a table turns the paper where it would not go on the upright one

# DC-10: the text area (版心)
LEFT, TOP, TEXT_WIDTH, TEXT_HEIGHT = 28.0, 37.0, 156.0, 225.0
RIGHT, BOTTOM = LEFT + TEXT_WIDTH, TOP + TEXT_HEIGHT

# DC-11: 22 rows of 28 characters fill it. 28 × 16 pt is wider than 156 mm: the pitch is set, not the size.
COLUMNS, ROWS = 28, 22
BODY = 16.0  # points, 三号
EM = BODY / MM
CELL = TEXT_WIDTH / COLUMNS
LEADING = (TEXT_HEIGHT - EM) / (ROWS - 1)
GAP = LEADING - EM  # 7/8 of a 三号 character: what stands between two rows

# DC-13
SIZES = {
    "初号": 42.0,
    "小初": 36.0,
    "一号": 26.0,
    "小一": 24.0,
    "二号": 22.0,
    "小二": 18.0,
    "三号": 16.0,
    "小三": 15.0,
    "四号": 14.0,
    "小四": 12.0,
    "五号": 10.5,
    "小五": 9.0,
}
TITLE = SIZES["二号"]
FOOTER = SIZES["四号"]


def row_top(row: int) -> float:
    """Where the em boxes of a row of the text area begin; rows count from 0."""
    return TOP + row * LEADING
