"""Opening: the ways in which a book comes to be open: as it is, new, by a log-in; and the practice county."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from xunion_desktop import catalogue
from xunion_desktop.basics.places import Places
from xunion_desktop.desk.background import Work
from xunion_desktop.desk.door import Passed
from xunion_desktop.home.pages.practice import Practice
from xunion_desktop.office.doorstep import replicas_of
from xunion_desktop.office.entering import (
    New,
    built,
    closed_after_trouble,
    settle,
    settle_code,
    unmade_after_trouble,
)
from xunion_desktop.office.filling import fill
from xunion_desktop.office.first_words import FirstWords
from xunion_desktop.office.practice import opened
from xunion_desktop.store.book import Book
from xunion_desktop.store.making import Owner
from xunion_desktop.store.unlocking import Unlock

_COUNTY = {"branches": 100, "members": 5000, "seed": 1}


def open_book(places: Places, path: Path, unlock: Unlock | None = None) -> Book:
    """Open a book as it is."""
    return opened(places, path, catalogue.record_classes(), unlock)


def filled(book: Book) -> Book:
    """Fill in what every book has; closed again where that cannot be written."""
    return closed_after_trouble(book, lambda: fill(book))


def open_new(places: Places, new: New, owner: Owner | None, words: FirstWords | None) -> Book:
    """Open a book that was just made, and settle its union and who may open it; where that fails it is gone again."""

    def settled() -> Book:
        book = open_book(places, new.path, new.unlock)
        return closed_after_trouble(book, lambda: settle(book, owner, words))

    return unmade_after_trouble(new, settled)


def open_passed(places: Places, path: Path, passed: Passed) -> Book:
    """Open a book for who logged in, or came by the recovery code and sets a new password."""
    book = open_book(places, path, passed)
    if not passed.by_code:
        return book
    return closed_after_trouble(book, lambda: settle_code(book, passed.name, passed.new_password))


def upgrading(places: Places, path: Path, unlock: Unlock | None) -> Work:
    """The work of bringing an older book up to date, for a worker."""
    replicas = replicas_of(path, places)
    return lambda progress: Book.bring_up_to_date(path, catalogue.record_classes(), replicas, unlock, progress)


def building(places: Places, path: Path, owner: Owner | None) -> Work:
    """The work of making a book, for a worker."""
    return partial(built, places, path, catalogue.record_classes(), owner)


def practice_county(places: Places, today: date, parent: QObject) -> Practice:
    """The ways into the practice county, which is filled where it is made."""

    def fill_it(book: Book) -> None:
        catalogue.fill_demo(book, today=today, **_COUNTY)

    return Practice(places, catalogue.record_classes, fill_it, parent)
