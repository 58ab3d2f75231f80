"""Table sheets: which rows of a table stand on which page, and the rows that the table adds to each of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .tablerows import Row, RowMaker
from .tabular import Sums, Table
from .totals import Adder, Values

PAGE, GRAND, BROUGHT, CARRIED, CAPITALS = "本页小计", "合计", "承前页", "过次页", "合计（大写）："


@dataclass(slots=True)
class Part:
    """What of a table stands on one page: its rows from the book, with their values, and those added around them."""

    rows: list[Row] = field(default_factory=list)
    values: list[Values] = field(default_factory=list)
    before: list[Row] = field(default_factory=list)
    after: list[Row] = field(default_factory=list)
    used: float = 0.0

    def put(self, row: Row, values: Values) -> None:
        """One more row."""
        self.rows.append(row)
        self.values.append(values)
        self.used += row.height

    def take(self) -> tuple[Row, Values]:
        """The last row, taken away again."""
        row = self.rows.pop()
        self.used -= row.height
        return row, self.values.pop()


class Sheets:
    """Divides one table over its pages."""

    def __init__(self, table: Table, maker: RowMaker, adder: Adder) -> None:
        self._sums: Sums = table.sums
        self._maker = maker
        self._adder = adder
        self._columns = len(table.columns)
        self._line = maker.height(1)

    def parts(self, rows: Iterable[tuple[Row, Values]], first: float, later: float, at_end: float) -> list[Part]:
        """The parts; ``first`` and ``later`` are the room for rows in mm, ``at_end`` what follows the last one."""
        sums = self._sums
        lead = self._line * sums.carried
        foot = self._line * (sums.page + sums.carried)
        end = self._line * (sums.grand + sums.capitals + sums.page) + at_end
        parts = [Part()]
        room = first - foot
        for row, values in self._cut(rows, min(first, later) - lead - max(foot, end)):
            if parts[-1].rows and parts[-1].used + row.height > room + 1e-6:
                parts.append(Part())
                room = later - lead - foot
            parts[-1].put(row, values)
        self._leave_room(parts, (later if len(parts) > 1 else first) - lead * (len(parts) > 1) - end)
        self._close(parts)
        return parts

    def fill(self, part: Part, blank: Row, room: float) -> None:
        """Rule the last part down to the foot of its page."""
        taken = part.used + sum(row.height for row in (*part.before, *part.after))
        for _ in range(int((room - taken + 1e-6) / blank.height)):
            part.rows.append(blank)

    def _cut(self, rows: Iterable[tuple[Row, Values]], room: float) -> Iterable[tuple[Row, Values]]:
        for row, values in rows:
            if row.height <= room:
                yield row, values
            else:
                first, *others = self._maker.cut(row, room)
                yield first, values
                yield from ((piece, self._adder.nothing) for piece in others)

    def _leave_room(self, parts: list[Part], room: float) -> None:
        """The sums at the end stand with rows above them: where they have no room, the last rows go with them."""
        last = parts[-1]
        if last.used <= room + 1e-6 or len(last.rows) < 2:
            return
        carried = Part()
        while last.used > room and len(last.rows) > 1:
            row, values = last.take()
            carried.rows.insert(0, row)
            carried.values.insert(0, values)
            carried.used += row.height
        parts.append(carried)

    def _close(self, parts: Sequence[Part]) -> None:
        """Add the sums to each part."""
        sums, adder = self._sums, self._adder
        if not adder.places:
            return
        carried = adder.nothing
        for part in parts:
            own = adder.add(part.values)
            if sums.carried and part is not parts[0]:
                part.before.append(self._sum_row(BROUGHT, carried))
            carried = adder.add((carried, own))
            if sums.page and len(parts) > 1:
                part.after.append(self._sum_row(PAGE, own))
            if sums.carried and part is not parts[-1]:
                part.after.append(self._sum_row(CARRIED, carried))
        self._end(parts[-1], carried)

    def _end(self, part: Part, whole: Values) -> None:
        if self._sums.grand:
            part.after.append(self._sum_row(GRAND, whole))
        if self._sums.capitals:
            words = self._adder.capitals(whole)
            if not words:
                return  # no column of money, or a sum that cannot be written so: that is a problem
            part.after.append(self._maker.spanning([(CAPITALS + words, self._columns)]))

    def _sum_row(self, label: str, sums: Values) -> Row:
        shown = self._adder.shown(sums)
        first = min(shown)
        return self._maker.spanning([(label, first), *((shown.get(at, ""), 1) for at in range(first, self._columns))])
