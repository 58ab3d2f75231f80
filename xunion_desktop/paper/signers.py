"""签发人 of 上行文: at the right, one character in, two names in a row, the number beside the last one (DC-10 table).

Later names stand under the first names. Where a long number and long names do not go beside each other, the names
stand one in a row, and in the end the number under them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from .document import Number, Signer
from .measures import BODY, CELL, LEADING, LEFT, RIGHT
from .numberline import number_line
from .pages import Op
from .setting import Compositor, SetLine

LABEL = "签发人："
IN_A_ROW = 2


@dataclass(frozen=True, slots=True)
class Signers:
    """The names set, how many stand in a row, and how many rows they and the number take."""

    names: tuple[SetLine, ...] = ()
    across: int = 1
    rows: int = 1

    @property
    def width(self) -> float:
        """Of a column of names."""
        return max(line.width for line in self.names)

    @property
    def left(self) -> float:
        """Where the first name of a row begins."""
        return RIGHT - CELL - self.across * self.width - (self.across - 1) * CELL

    def ops(self, top: float, compositor: Compositor) -> Sequence[Op]:
        """Draw them from the row at ``top`` on."""
        if not self.names:
            return ()
        label = compositor.line(LABEL, "仿宋", BODY)
        ops: list[Op] = [*label.at(self.left - label.width, top)]
        for place, line in enumerate(self.names):
            row, column = divmod(place, self.across)
            ops += line.at(self.left + column * (self.width + CELL), top + row * LEADING)
        return ops


def signers_of(signers: tuple[Signer, ...], number: Number | None, compositor: Compositor) -> Signers:
    """The signers of a paper, so placed that its number has room beside the last of them."""
    if not signers:
        return Signers()
    label = compositor.line(LABEL, "仿宋", BODY)
    names = tuple(compositor.line(signer.name, "楷体", BODY).beside(label) for signer in signers)
    taken = LEFT + 2 * CELL + (number_line(number, compositor)[0].width if number else 0.0)
    for across in range(min(IN_A_ROW, len(names)), 0, -1):
        rows = ceil(len(names) / across)
        found = Signers(names, across, rows)
        if taken <= found.left - (label.width if rows == 1 else 0.0) and found.left - label.width >= LEFT:
            return found
    return Signers(names, 1, len(names) + 1)
