"""Column widths of a table: what each column needs, what the paper has, and the size of type in which both agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .cells import Widths
from .measures import MM, SIZES
from .tabular import Column

TYPE_SIZES = (SIZES["五号"], SIZES["小五"], 7.5, 6.5, 5.5)
COMFORT = 8.0  # em that a column of running text keeps before others may grow
HEADING = 4.0  # em of a heading that stay on one line


@dataclass(frozen=True, slots=True)
class Fit:
    """Size of type in points and the columns' widths in mm, padding included.

    ``squeezed``: the columns together have less than they can do with, even in the smallest type; ``narrow`` are the
    places of those whose longest word does not go into them.
    """

    size: float
    widths: tuple[float, ...]
    narrow: tuple[int, ...] = ()
    squeezed: bool = False


@dataclass(frozen=True, slots=True)
class _Needs:
    """For each column in em: its longest text, the least it can do with, its longest word."""

    wanted: list[float]
    least: list[float]
    words: list[float]


def column_widths(
    columns: Sequence[Column],
    rows: Iterable[Sequence[str]],
    room: float,
    padding: float,
    measure: Widths,
    smallest: float = TYPE_SIZES[-1],
) -> Fit:
    """Divide ``room`` mm among the columns, in the largest type in which all of them do with it."""
    needs = _needs(columns, rows, measure)
    paddings = 2 * padding * len(columns)
    sizes = [size for size in TYPE_SIZES if size >= smallest] or [smallest]
    inner = room - paddings
    size = next((size for size in sizes if sum(_bounded(columns, needs, padding, size).least) <= _ems(inner, size)), 0)
    squeezed, size = not size, size or sizes[-1]
    bounded = _bounded(columns, needs, padding, size)
    shares = _divide(bounded, _most(columns, padding, size), [column.weight for column in columns], _ems(inner, size))
    narrow = (at for at, (share, word) in enumerate(zip(shares, needs.words, strict=True)) if share < word - 1e-6)
    return Fit(size, tuple(share * size / MM + 2 * padding for share in shares), tuple(narrow), squeezed)


def _ems(width: float, size: float) -> float:
    return width * MM / size


def _needs(columns: Sequence[Column], rows: Iterable[Sequence[str]], measure: Widths) -> _Needs:
    wanted = [measure.of(column.path[-1]) for column in columns]
    words = [max(map(measure.longest_word, column.path)) for column in columns]
    least = [max(word, min(HEADING, want)) for word, want in zip(words, wanted, strict=True)]
    for row in rows:
        for place, text in enumerate(row):
            if not text:
                continue
            width = measure.of(text)
            wanted[place] = max(wanted[place], width)
            if width > least[place]:
                words[place] = max(words[place], measure.longest_word(text))
                least[place] = max(least[place], min(width, COMFORT), words[place])
    return _Needs(wanted, least, words)


def _bounded(columns: Sequence[Column], needs: _Needs, padding: float, size: float) -> _Needs:
    """The needs with what the form says of the widths in mm; a column of fixed width needs just that."""
    wanted, least = list(needs.wanted), list(needs.least)
    for place, column in enumerate(columns):
        low, high = (max(0.0, _ems(bound - 2 * padding, size)) for bound in (column.least, column.most))
        if column.most:
            least[place], wanted[place] = min(least[place], high), min(wanted[place], high)
        least[place], wanted[place] = max(least[place], low), max(wanted[place], low)
    return _Needs(wanted, least, needs.words)


def _most(columns: Sequence[Column], padding: float, size: float) -> list[float]:
    return [_ems(column.most - 2 * padding, size) if column.most else float("inf") for column in columns]


def _divide(needs: _Needs, most: Sequence[float], weights: Sequence[float], room: float) -> list[float]:
    """Each column what it wants and a share of the rest; where that is too much, its least and a share of the rest."""
    wanted, least = needs.wanted, needs.least
    if sum(least) >= room:
        return [width * room / sum(least) for width in least]
    base = wanted if sum(wanted) <= room else least
    pulls = [width * weight for width, weight in zip(wanted, weights, strict=True)]
    if base is least:
        pulls = [(want - low) * weight for want, low, weight in zip(wanted, least, weights, strict=True)]
    return _spread(base, pulls, most, room)


def _spread(base: Sequence[float], pulls: Sequence[float], most: Sequence[float], room: float) -> list[float]:
    """Give out what is left over by the columns' pull; what a column may not take goes to the others."""
    widths, open_places = list(base), [at for at, top in enumerate(most) if base[at] < top] or list(range(len(base)))
    for _ in range(len(base)):
        spare = room - sum(widths)
        if spare < 1e-9:
            break
        pulling = [at for at in open_places if pulls[at]] or open_places
        whole = sum(pulls[at] for at in pulling)
        for at in pulling:
            widths[at] += spare * (pulls[at] / whole if whole else 1 / len(pulling))
        over = [at for at in open_places if widths[at] > most[at] and len(open_places) > 1]
        for at in over:
            widths[at] = most[at]
        open_places = [at for at in open_places if at not in over] or open_places
    return widths
