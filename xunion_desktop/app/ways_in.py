"""Ways in: how a book comes to be open, and what is said and asked as soon as its window stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from xunion_desktop.basics.places import Places
from xunion_desktop.desk.door import Passed
from xunion_desktop.office.entering import New
from xunion_desktop.office.first_words import FirstWords
from xunion_desktop.store.book import Book
from xunion_desktop.store.making import Owner

from .coming_in import ask_for_the_union, greet, note_first_run, print_recovery_sheet
from .opening import open_book, open_new, open_passed
from .stay import Stay


class WayIn(NamedTuple):
    """``opened`` opens the book; ``then`` is done one after the other in its window."""

    opened: Callable[[], Book]
    then: tuple[Callable[[Stay], None], ...] = ()


def as_it_is(places: Places, path: Path) -> WayIn:
    """Into a book without log-in."""
    return WayIn(partial(open_book, places, path), (ask_for_the_union,))


def by_log_in(places: Places, path: Path, passed: Passed, today: date) -> WayIn:
    """Into a book of which somebody has the password, or the recovery code and sets a new password."""
    return WayIn(partial(open_passed, places, path, passed), (partial(greet, today=today), ask_for_the_union))


def newly_made(places: Places, new: New, owner: Owner | None, words: FirstWords | None) -> WayIn:
    """Into a book that was just made: its union is settled, and who may open it; the sheet for the safe is printed."""
    first = (partial(note_first_run, words=words),) if words is not None else ()
    return WayIn(partial(open_new, places, new, owner, words), (*first, ask_for_the_union, print_recovery_sheet))
