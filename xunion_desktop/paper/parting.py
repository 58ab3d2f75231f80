"""Parting: a signature of more organs than go on a page is parted between its rows (联合行文).

The standard keeps names and seals in order, each row within the text area, the first within one line of the text, the
last over the date; it says nothing of a page that is too short. So the first row stays with the text as every
signature does, the others follow as far as there is room, and go on at the top of the next page; the date is never
parted from the last row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from .document import Sign
from .jointly import SEAL_PITCH, row_count
from .measures import BOTTOM, EM, GAP, LEADING, TOP
from .pages import Op
from .seals import SEAL, SEAL_TOP, date_bottom

_HAIR = 1e-6


@dataclass(frozen=True, slots=True)
class Stretch:
    """One row of names, in mm: the blank above it, which falls away at the top of a page; from there down to its foot,
    and down to where the next one begins.
    """

    row: int
    lead: float
    height: float
    step: float

    @property
    def rows(self) -> int:
        """The rows of the grid that it needs."""
        return ceil((self.height + GAP) / LEADING - _HAIR)


def stretches(signs: Sequence[Sign], remark_rows: int) -> tuple[Stretch, ...]:
    """The rows of this signature; the last one has the date and the remarks with it."""
    count, seal = row_count(signs), signs[0].seal
    found: list[Stretch] = []
    for row in range(count):
        lead = SEAL_TOP if seal else 0.0 if row else LEADING
        foot = lead + (SEAL if seal else EM)
        if row == count - 1:
            dated = date_bottom(1, SEAL_PITCH) if seal else lead + LEADING + EM
            foot = max(foot, dated + remark_rows * LEADING)
        found.append(Stretch(row, lead, foot, SEAL_PITCH if seal else lead + LEADING))
    return tuple(found)


Draw = Callable[[Stretch, float], Sequence[Op]]


def lay_stretches(parted: Sequence[Stretch], top: float, bottom: float, draw: Draw) -> Iterator[tuple[list[Op], float]]:
    """What stands on the page of the text, between ``top`` and ``bottom``, and on each further one; and its foot."""
    ops: list[Op] = []
    foot = top
    for stretch in parted:
        if ops and top + stretch.height > bottom + _HAIR:
            yield ops, foot
            ops, top, bottom = [], TOP - stretch.lead, BOTTOM
        ops += draw(stretch, top)
        foot, top = top + stretch.height, top + stretch.step
    yield ops, foot
