"""Taking document numbers from the book: the next ones in order, inside the deed that prints them (DC-30)."""

from __future__ import annotations

from xunion_desktop.store.keys import new_key

from .numbers import SpelledNumber, following
from .records import Number


def next_serial(prefix: str, year: int) -> int:
    """Give the serial that is next in this 代字 and year; void ones count as taken."""
    highest = Number.select().where((Number.prefix == prefix) & (Number.year == year)).order_by(Number.serial.desc())
    last = highest.first()
    return following(last.serial if last else None)


def next_numbers(prefix: str, year: int, count: int) -> list[SpelledNumber]:
    """Give the next ``count`` numbers; they are not taken by this."""
    first = next_serial(prefix, year)
    return [SpelledNumber(prefix, year, first + step) for step in range(count)]


def number_row(number: SpelledNumber) -> dict[str, object]:
    """Give the row that takes a number."""
    return {"id": new_key(), "prefix": number.prefix, "year": number.year, "serial": number.serial}
