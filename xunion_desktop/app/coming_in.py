"""Coming in: what is said, asked and printed as soon as the window over a book stands."""

from __future__ import annotations

from datetime import date, datetime

from xunion_desktop import catalogue
from xunion_desktop.desk.visitors import Visitor, Visitors
from xunion_desktop.office.entering import greeting, held
from xunion_desktop.office.first_words import FirstWords
from xunion_desktop.office.pages.office_page import OfficePage
from xunion_desktop.office.safekeeping import Safekeeping

from .stay import Stay


def greet(stay: Stay, today: date) -> None:
    """Say when the user was in last, and remember this time on this PC."""
    book, desk = stay.book, stay.desk
    if book.user:
        desk.messages.say(*greeting(book), tone="grey")
        visitor = Visitor(book.user, str(desk.rights.role), datetime.now().astimezone())
        facts = held(catalogue.ROOMS, today)
        desk.messages.attempt(lambda: Visitors(desk.settings, book.place).note(visitor, facts))


def ask_for_the_union(stay: Stay) -> None:
    """Ask once on this PC whether names, 代字 and contact of the own union are right."""
    if not OfficePage.was_asked(stay.desk):
        stay.window.open_room(catalogue.room("office"))


def note_first_run(stay: Stay, words: FirstWords) -> None:
    """The own union was asked for; the second place that was chosen is kept."""
    desk, second = stay.desk, words.second
    OfficePage.note_asked(desk)
    if second is not None:
        kept = Safekeeping(desk.book, desk.settings)
        desk.messages.attempt(lambda: kept.choose_second(second))


def print_recovery_sheet(stay: Stay) -> None:
    """Print the sheet for the safe; a book whose key lies beside it in clear needs none."""
    if not stay.book.keys.in_clear:
        from xunion_desktop.office.pages.recovery_page import show_sheet

        show_sheet(stay.desk)
