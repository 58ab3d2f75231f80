"""Column widths of a table: what each column needs, what the paper has, and the size of type in which both agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .cells import Widths
from .measures import MM, SIZES

TYPE_SIZES = (SIZES["五号"], SIZES["小五"], 7.5, 6.5, 5.5)
COMFORT = 8.0  # em that a column of running text keeps before others may grow
HEADING = 4.0  # em of a heading that stay on one line


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a roster: its heading, the kind of its values, and how much of the spare room it takes."""

    label: str
    kind: str = "text"
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Fit:
    """Size of type in points and the columns' widths in mm, padding included."""

    size: float
    widths: tuple[float, ...]


def column_widths(
    columns: Sequence[TableColumn], rows: Iterable[Sequence[str]], room: float, padding: float, measure: Widths
) -> Fit:
    """Divide ``room`` mm among the columns."""
    wanted, least = _needs(columns, rows, measure)
    paddings = 2 * padding * len(columns)
    size = next((size for size in TYPE_SIZES if sum(least) * size / MM + paddings <= room), TYPE_SIZES[-1])
    ems = (room - paddings) * MM / size
    shares = _divide(wanted, least, [column.weight for column in columns], ems)
    return Fit(size, tuple(share * size / MM + 2 * padding for share in shares))


def _needs(
    columns: Sequence[TableColumn], rows: Iterable[Sequence[str]], measure: Widths
) -> tuple[list[float], list[float]]:
    """For each column the em of its longest text, and the least it can do with."""
    wanted = [measure.of(column.label) for column in columns]
    least = [max(measure.longest_word(c.label), min(HEADING, want)) for c, want in zip(columns, wanted, strict=True)]
    for row in rows:
        for place, text in enumerate(row):
            if not text:
                continue
            width = measure.of(text)
            wanted[place] = max(wanted[place], width)
            if width > least[place]:
                least[place] = max(least[place], min(width, COMFORT), measure.longest_word(text))
    return wanted, least


def _divide(wanted: Sequence[float], least: Sequence[float], weights: Sequence[float], room: float) -> list[float]:
    """Each column what it wants and a share of the rest; where that is too much, its least and a share of the rest."""
    if sum(least) >= room:
        return [width * room / sum(least) for width in least]
    base = wanted if sum(wanted) <= room else least
    pulls = [width * weight for width, weight in zip(wanted, weights, strict=True)]
    if base is least:
        pulls = [(want - low) * weight for want, low, weight in zip(wanted, least, weights, strict=True)]
    pulls = pulls if sum(pulls) else [1.0] * len(pulls)
    spare = room - sum(base)
    return [width + spare * pull / sum(pulls) for width, pull in zip(base, pulls, strict=True)]
