"""版记 at the foot of the last page: 抄送, 印发机关 and 印发日期 between rules as wide as the text area (DC-10 table).

The first and the last rule are thick, the one between thin; the last one lies on the lower edge of the text area. 主送,
where it is too long for the first page, stands over 抄送 without a rule between. 信函 has only 抄送, without rules.
"""

from __future__ import annotations

from functools import lru_cache

from .document import Imprint
from .measures import BODY, BOTTOM, CELL, LEFT, MM, RIGHT, SIZES, TEXT_WIDTH, TOP
from .pages import Group, Rect, Stroke
from .setting import Compositor, Measure, SetLine

SIZE = SIZES["四号"]
CHAR = CELL * SIZE / BODY  # 左右各空一字
LINE_EM = SIZE / MM
LINE = 7.5  # leading within an entry
PADDING = 1.8  # between a rule and the text
THICK, THIN = 0.35, 0.25
OVER = 10.0  # what stays free above it

Row = tuple[tuple[SetLine, float], ...]  # lines beside each other, and where each begins


def imprint_group(imprint: Imprint, compositor: Compositor) -> tuple[Group, float]:
    """The 版记 with its rules, and down to where the text may reach above it."""
    entries = [_entry("主送", imprint.to, compositor) + _entry("抄送", imprint.copies, compositor)]
    entries.append(_issued(imprint, compositor))
    return _ruled(tuple(tuple(entry) for entry in entries if entry))


def plain_imprint(imprint: Imprint, compositor: Compositor) -> tuple[Group, float]:
    """The 抄送 of a letter."""
    rows = _entry("抄送", imprint.copies, compositor)
    top = BOTTOM - LINE_EM - (len(rows) - 1) * LINE
    ops = tuple(_drawn(rows, top))
    return Group(ops), top - OVER


def imprint_fits(imprint: Imprint, compositor: Compositor) -> bool:
    """Whether it is no higher than a page."""
    return imprint_group(imprint, compositor)[1] + OVER >= TOP


@lru_cache(64)
def _ruled(entries: tuple[tuple[Row, ...], ...]) -> tuple[Group, float]:
    ops: list[Stroke] = [_rule(BOTTOM - THICK, THICK)]
    y = BOTTOM - THICK
    for place, rows in enumerate(reversed(entries)):
        if place:
            y -= THIN
            ops.append(_rule(y, THIN))
        y -= PADDING + LINE_EM + (len(rows) - 1) * LINE
        ops += _drawn(list(rows), y)
        y -= PADDING
    y -= THICK
    ops.append(_rule(y, THICK))
    return Group(tuple(ops)), y - OVER


def _rule(top: float, thickness: float) -> Rect:
    return Rect(LEFT, round(top, 4), TEXT_WIDTH, thickness)


def _drawn(rows: list[Row], top: float) -> list[Stroke]:
    return [stroke for row, spots in enumerate(rows) for line, x in spots for stroke in line.at(x, top + row * LINE)]


def _entry(label: str, text: str, compositor: Compositor) -> list[Row]:
    """抄送：…。 — wrapped lines begin under the first character after the colon."""
    text = text.strip().rstrip("。；;，,.：:")
    if not text:
        return []
    text += "。"
    lead = compositor.line(f"{label}：", "仿宋", SIZE)
    x = LEFT + CHAR + (len(label) + 1) * CHAR
    lines = compositor.paragraph(text, (("仿宋", len(text)),), 0.0, Measure.of(RIGHT - CHAR - x, SIZE))
    return [((lead, LEFT + CHAR), (lines[0], x)), *(((line, x),) for line in lines[1:])]


def _issued(imprint: Imprint, compositor: Compositor) -> list[Row]:
    """Who printed it at the left, when at the right; a name too long for one line takes several."""
    date = compositor.line(f"{imprint.date}印发" if imprint.date else "", "仿宋", SIZE)
    date_x = RIGHT - CHAR - date.width
    office, room = imprint.office, date_x - 2 * CHAR - LEFT
    lines = compositor.paragraph(office, (("仿宋", len(office)),), 0.0, Measure.of(room, SIZE))
    rows: list[Row] = [((line, LEFT + CHAR),) for line in lines]
    if imprint.date:
        rows = [*rows[:-1], (*(rows[-1] if rows else ()), (date, date_x))]
    return rows
