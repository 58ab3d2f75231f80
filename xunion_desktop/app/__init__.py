"""The wiring: settings, log, the look, the book, the desk, the window. The only place that knows everything.

``program`` stands before any book is open and knows nothing of the rooms, so that the log-in page shows at once. It
imports what does when a book is opened: ``opening`` says how one is, ``stay`` is one open book with its window,
``coming_in`` what is done as soon as that stands; both together are the ``ways_in``.
``bringing_up`` comes before them where the book is that of an older program.
``leaving`` is the way out, ``coming_back`` how a backup takes the place of an open book.
``loading`` has all of it ready while the clerk types the password.
"""

from __future__ import annotations

from datetime import date

from xunion_desktop.basics.places import find_places, program_folder
from xunion_desktop.basics.program_log import keep_log

from .program import LAST_BOOK, Program

__all__ = ["LAST_BOOK", "Program", "run"]


def run(book: str, demo: bool, today: date) -> int:
    """Open the window and stay until it is closed; the exit code of the program."""
    places = find_places(program_folder())
    keep_log(places.logs)
    program = Program(places, today)
    program.watch.install()
    try:
        program.begin(book, demo=demo)
        return program.app.exec()
    finally:
        program.close()
        program.watch.uninstall()
