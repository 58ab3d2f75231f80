"""Signature: 署名, 成文日期, the place of the seal, 附注 (DC-10 table; DC-20; DC-23).

With a seal the date ends four characters from the right edge and the name is centred over it; the seal covers both,
they stand a little below its middle, and its top is within one line of the text. The program never prints a seal: the
window shows its place as a dashed circle.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from .document import Sign
from .measures import BODY, CELL, GAP, LEADING, LEFT, RIGHT, SIZES
from .pages import GREY, Group, Layer, Op, Path, Stroke, circle
from .setting import Compositor, SetLine, group_id

SEAL = 42.0  # diameter of a county union's seal
SEAL_BELOW_TEXT = 9.5  # its top under the last line; one line is 10.44
SEAL_ROWS = ceil((SEAL_BELOW_TEXT + SEAL) / LEADING)
SEAL_WORDS = "盖章处（不印）"
BLANK_WITH_SEAL, BLANK_WITHOUT = 2, 1
DATE_IN = 4  # 右空四字
NAME_IN = 2  # 右空二字, without a seal
REMARK_IN = 2.0  # 左空二字


def rows_needed(sign: Sign | None, remarks: Sequence[str], compositor: Compositor) -> int:
    """How many rows below the last line of the text signature, seal and remarks take."""
    rows = sum(len(_remark(text, compositor)) for text in remarks)
    if sign is None:
        return rows
    rows += _blank(sign) + 2
    return max(rows, SEAL_ROWS) if sign.seal else rows


def sign_ops(sign: Sign | None, remarks: Sequence[str], top: float, compositor: Compositor) -> list[Op]:
    """Draw it; ``top`` is where the row after the text begins."""
    ops: list[Op] = []
    if sign is not None:
        ops.append(_name_and_date(sign, top, compositor))
        top += (_blank(sign) + 2) * LEADING
    for text in remarks:
        lines = _remark(text, compositor)
        ops.append(compositor.rows(lines, LEFT, top, LEADING))
        top += len(lines) * LEADING
    return ops


def _blank(sign: Sign) -> int:
    return BLANK_WITH_SEAL if sign.seal else BLANK_WITHOUT


@lru_cache(256)
def _name_and_date(sign: Sign, top: float, compositor: Compositor) -> Group:
    row = top + _blank(sign) * LEADING
    name, date = (compositor.line(text, "仿宋", BODY) for text in (sign.name, sign.date))
    name_x, date_x = _sealed(name, date) if sign.seal else _unsealed(name, date)
    ops: tuple[Stroke, ...] = (*name.at(name_x, row), *date.at(date_x, row + LEADING))
    if sign.seal:
        ops += _seal(date_x + date.width / 2, top - GAP + SEAL_BELOW_TEXT, compositor)
    return Group(group_id(ops), ops)


def _sealed(name: SetLine, date: SetLine) -> tuple[float, float]:
    """Where name and date begin: a name too long to be centred over the date takes the date with it to the left."""
    middle = min(RIGHT - DATE_IN * CELL - date.width / 2, RIGHT - name.width / 2)
    return middle - name.width / 2, middle - date.width / 2


def _unsealed(name: SetLine, date: SetLine) -> tuple[float, float]:
    """The name ends two characters from the edge, the date begins two after the name, unless it is the longer one."""
    name_x = RIGHT - NAME_IN * CELL - name.width
    date_x = min(name_x + NAME_IN * CELL, RIGHT - NAME_IN * CELL - date.width)
    return min(name_x, date_x - NAME_IN * CELL), date_x


def _seal(middle: float, top: float, compositor: Compositor) -> tuple[Stroke, ...]:
    ring = Path(circle(middle, top + SEAL / 2, SEAL / 2), 0.2, GREY, dash=(1.5, 1.0), layer=Layer.SCREEN)
    words = compositor.line(SEAL_WORDS, "黑体", SIZES["小五"])
    return ring, *words.at(middle - words.width / 2, top + 3.5, colour=GREY, layer=Layer.SCREEN)


def _remark(text: str, compositor: Compositor) -> tuple[SetLine, ...]:
    return compositor.paragraph(text, (("仿宋", len(text)),), REMARK_IN)
