"""A book whose last deed is dated years ahead: for its program the clock of this PC is one that was set back."""

from datetime import date

from xunion_desktop.store.book import Book
from xunion_desktop.store.clock import first_reading

AHEAD = "2040-01-01 00:00"


def goes_ahead(book: Book) -> None:
    """What is done in the book from now on is dated ahead."""
    book._writer._clock.meet(first_reading(date(2040, 1, 1)))
