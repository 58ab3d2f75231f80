"""Signature: 署名, 成文日期, the place of the seal, 附注 (DC-10 table; DC-20; DC-23).

With a seal the date ends four characters from the right edge and the name is centred over it; the seal covers both,
they stand a little below its middle, and its top is within one line of the text. Several unions sign in ``jointly.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from .document import Document, Remark, Sign
from .flow import WITH_SIGNATURE
from .jointly import DATE_IN, NAME_IN, joint_rows, joint_signature, row_count
from .measures import BODY, CELL, EM, GAP, LEADING, LEFT, RIGHT, ROWS
from .pages import Group, Op, Stroke
from .parting import Stretch, lay_stretches, stretches
from .seals import SEAL, SEAL_BELOW_TEXT, SEAL_TOP, date_bottom, seal_place
from .setting import Compositor, SetLine

SEAL_ROWS = ceil((SEAL_BELOW_TEXT + SEAL) / LEADING)
BLANK_WITH_SEAL, BLANK_WITHOUT = 2, 1
REMARK_IN = 2.0  # 左空二字
MOST_TOGETHER = ROWS - WITH_SIGNATURE  # rows of a page beside the text that stays with the signature
_HAIR = 1e-6


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows the text and is not parted from it: who signs, the remarks, and how many rows they take.

    Where more sign than go on a page, it is ``parted``, and ``rows`` are those of the first part.
    """

    signs: tuple[Sign, ...] = ()
    remarks: tuple[tuple[SetLine, ...], ...] = ()
    signed: float = 0.0  # rows down to the one after the date
    rows: int = 0  # of all, the seal's foot too
    parted: tuple[Stretch, ...] = ()

    @property
    def highest(self) -> int:
        """The rows of the highest of its parts."""
        return max((stretch.rows for stretch in self.parted), default=self.rows)

    def pages(self, top: float, bottom: float, compositor: Compositor) -> Iterator[tuple[list[Op], float]]:
        """What stands on the page of the text and on further ones, and the foot of it.

        ``top`` is where the row after the text begins, ``bottom`` the lowest that the page has.
        """
        if self.parted:
            yield from lay_stretches(self.parted, top, bottom, lambda part, at: self._stretch(part, at, compositor))
            return
        ops: list[Op] = []
        if len(self.signs) > 1:
            ops.append(joint_signature(self.signs, range(row_count(self.signs)), top, compositor))
        elif self.signs:
            ops.append(_name_and_date(self.signs[0], top, compositor))
        yield ops + self._remarks(top + self.signed * LEADING, compositor), top + self.rows * LEADING - GAP

    def _stretch(self, stretch: Stretch, top: float, compositor: Compositor) -> list[Op]:
        ops: list[Op] = [joint_signature(self.signs, range(stretch.row, stretch.row + 1), top, compositor)]
        if stretch is self.parted[-1]:
            dated = date_bottom(1, 0.0) if self.signs[0].seal else stretch.lead + LEADING + EM
            ops += self._remarks(top + dated + GAP, compositor)
        return ops

    def _remarks(self, top: float, compositor: Compositor) -> list[Op]:
        ops: list[Op] = []
        for lines in self.remarks:
            ops.append(compositor.rows(lines, LEFT, top, LEADING))
            top += len(lines) * LEADING
        return ops


NOTHING = Tail()


def tail_of(document: Document, compositor: Compositor) -> Tail:
    """The signature and the remarks of a document."""
    return _tail(tuple(document.all(Sign)), tuple(document.all(Remark)), compositor)


@lru_cache(256)
def _tail(signs: tuple[Sign, ...], said: tuple[Remark, ...], compositor: Compositor) -> Tail:
    remarks = tuple(_remark(block.text, compositor) for block in said)
    signed, reach = _rows(signs)
    remark_rows = sum(map(len, remarks))
    rows = max(ceil(signed + remark_rows - _HAIR), reach)
    if len(signs) < 2 or rows <= MOST_TOGETHER:
        return Tail(signs, remarks, signed, rows)
    parted = stretches(signs, remark_rows)
    return Tail(signs, remarks, signed, parted[0].rows, parted)


def _rows(signs: tuple[Sign, ...]) -> tuple[float, int]:
    """Rows below the text down to the one after the date, and down to the foot of the seal."""
    if len(signs) > 1:
        return joint_rows(signs)
    if not signs:
        return 0, 0
    signed = _blank(signs[0]) + 2
    return signed, max(signed, SEAL_ROWS) if signs[0].seal else signed


def _blank(sign: Sign) -> int:
    return BLANK_WITH_SEAL if sign.seal else BLANK_WITHOUT


@lru_cache(256)
def _name_and_date(sign: Sign, top: float, compositor: Compositor) -> Group:
    row = top + _blank(sign) * LEADING
    name, date = (compositor.line(text, "仿宋", BODY) for text in (sign.name, sign.date))
    name_x, date_x = _sealed(name, date) if sign.seal else _unsealed(name, date)
    ops: tuple[Stroke, ...] = (*name.at(name_x, row), *date.at(date_x, row + LEADING))
    if sign.seal:
        ops += seal_place(date_x + date.width / 2, top + SEAL_TOP, compositor)
    return Group(ops)


def _sealed(name: SetLine, date: SetLine) -> tuple[float, float]:
    """Where name and date begin: a name too long to be centred over the date takes the date with it to the left."""
    middle = min(RIGHT - DATE_IN * CELL - date.width / 2, RIGHT - name.width / 2)
    return middle - name.width / 2, middle - date.width / 2


def _unsealed(name: SetLine, date: SetLine) -> tuple[float, float]:
    """The name ends two characters from the edge, the date begins two after the name, unless it is the longer one."""
    name_x = RIGHT - NAME_IN * CELL - name.width
    date_x = min(name_x + NAME_IN * CELL, RIGHT - NAME_IN * CELL - date.width)
    return min(name_x, date_x - NAME_IN * CELL), date_x


def _remark(text: str, compositor: Compositor) -> tuple[SetLine, ...]:
    return compositor.paragraph(text, (("仿宋", len(text)),), REMARK_IN)
