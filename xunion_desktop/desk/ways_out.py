"""Which copies of one issue went out by which way, so that each time they go out is one line of the print register."""

from __future__ import annotations

from collections.abc import Iterable


class WaysOut:
    """What stands in the register for the issued copies (by their places), and what of it really went out to its end.

    A line is written before the printer is called; while its copy has not come out whole, the line still waits for it.
    """

    def __init__(self) -> None:
        self._written: set[tuple[int, str]] = set()
        self._gone: set[tuple[int, str]] = set()

    def written(self, places: Iterable[int], way: str) -> None:
        """A line stands in the register for each of these copies, and waits for the copy to go out."""
        lines = {(place, way) for place in places}
        self._written |= lines
        self._gone -= lines

    def gone(self, places: Iterable[int], way: str) -> None:
        """These copies went out to their end."""
        self._gone |= {(place, way) for place in places}

    def waiting(self, way: str) -> list[int]:
        """Give the copies that stand in the register by this way and did not come out whole yet."""
        return sorted(place for place, by in self._written - self._gone if by == way)

    def owed(self, places: Iterable[int], way: str, *, going_on: bool = False) -> list[int]:
        """Give the copies that need one more line before they go out by this way.

        ``going_on`` = after a jam, from a sheet: the same time out as the last one by this way.
        """
        waits = self._written if going_on else self._written - self._gone
        return [place for place in places if (place, way) not in waits]
