"""Room: the card by which a room is known to the window, to 首页 and to the command line.

A card holds plain data and functions and imports neither Qt nor peewee itself: pages and registers are made by
functions that import what they need when they are first called. What those functions return is typed ``Any`` here
for that reason; ``store.Register`` and ``QWidget`` are named again where they are used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .duty import Duty
from .figure import Figure
from .problems import Problem


@dataclass(frozen=True)
class RegisterCard:
    """A register (台账) that the room keeps: ``open(today)`` returns a ``store.Register`` as of that day.

    ``addressed`` = the column by which a paper is addressed to one of its records; "" = nobody writes to them.
    """

    id: str
    title: str
    open: Callable[[date], Any]
    addressed: str = ""


@dataclass(frozen=True)
class ImporterCard:
    """A way into a register from a workbook: ``open(today)`` returns a ``sheets.Importer``."""

    register: str
    title: str
    open: Callable[[date], Any]


@dataclass(frozen=True)
class PaperItem:
    """The words for one copy of a paper: whom it is about, and what stands between it and the printer."""

    kind: str  # kind of the record the paper is about
    key: str  # its key
    name: str  # how the clerk knows it; also the file name of its own PDF
    words: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    title: str = ""  # of the paper itself, where it has one of its own; else it is called as its form is
    number: str = ""  # that others of the same paper bear already, so that it takes no new one
    by_name: bool = False  # it is named by whom it goes to: one of a paper that goes to several (分送)


@dataclass(frozen=True)
class PaperCard:
    """A printed form of the room.

    ``items(keys, today)`` gives the words for these records, in their order. ``offers`` names every word that the
    form may use beside the office's own; ``longest()`` gives the longest plausible words, for the test of the form.
    ``chip`` is the filter whose records usually get this paper; ``names`` tells what its copies are listed by.
    """

    form: str
    title: str
    register: str
    offers: tuple[str, ...]
    items: Callable[[Sequence[str], date], list[PaperItem]]
    longest: Callable[[], PaperItem]
    chip: str = "all"
    names: str = "名称"


@dataclass(frozen=True)
class SheetCard:
    """A printed sheet that is about no record and is kept nowhere: the recovery sheet.

    ``offers`` names the words it is given beside the office's own; ``longest()`` the longest plausible ones.
    """

    form: str
    title: str
    offers: tuple[str, ...]
    longest: Callable[[], Mapping[str, str]]


@dataclass(frozen=True)
class SidePage:
    """A page that this room shows beside a record of another kind (会员 beside a union).

    ``title(key)`` may hold a count; ``page(desk, key)`` returns the QWidget; ``drafted(key, places)`` tells whether
    one of the places that hold a draft belongs to it.
    """

    id: str
    kind: str
    title: Callable[[str], str]
    page: Callable[[Any, str], Any]
    drafted: Callable[[str, frozenset[str]], bool] = lambda key, places: False


@dataclass(frozen=True)
class Need:
    """Why a room still needs a record of another one as it is (she holds an office), and what to do first.

    ``register`` and ``key`` say where that is done.
    """

    sentence: str
    remedy: str
    register: str
    key: str


@dataclass(frozen=True)
class MenuPage:
    """A page that the room adds to the window's menu 设置; ``admin`` = only an administrator is offered it.

    ``page(desk)`` returns the QWidget; ``locked`` = it is only for books that ask for a log-in.
    """

    id: str
    title: str
    page: Callable[[Any], Any]
    admin: bool = False
    locked: bool = False


@dataclass(frozen=True)
class Room:
    """One room of the house. ``page(desk)`` returns the QWidget of its tab; None where the room has no tab.

    ``ground`` names the kinds of its records that all registers and forms are made from (年度数值, 词表): where they
    change, pages are made anew. ``needs(kind, key, today)`` tells why a record must not be erased yet.
    """

    id: str
    title: str
    records: Callable[[], tuple[type, ...]] = tuple
    registers: tuple[RegisterCard, ...] = ()
    importers: tuple[ImporterCard, ...] = ()
    papers: tuple[PaperCard, ...] = ()
    sheets: tuple[SheetCard, ...] = ()
    figures: tuple[Figure, ...] = ()
    duties: Callable[[date], list[Duty]] = lambda today: []
    side_pages: tuple[SidePage, ...] = ()
    page: Callable[[Any], Any] | None = None
    help: str = ""
    ground: tuple[str, ...] = ()
    search: tuple[str, ...] = field(default=())  # ids of the registers that Ctrl+K looks through
    menu: tuple[MenuPage, ...] = ()
    needs: Callable[[str, str, date], list[Need]] = lambda kind, key, today: []

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of record that the room keeps."""
        records: tuple[type[Any], ...] = self.records()
        return frozenset(record.kind_of() for record in records)
