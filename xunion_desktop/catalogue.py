"""The catalogue of the house: its rooms in order, one card each, and which of them have a tab."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from .basics.room import ImporterCard, PaperCard, RegisterCard, Room, SheetCard
from .branches.card import ROOM as BRANCHES
from .documents.card import ROOM as DOCUMENTS
from .home.card import ROOM as HOME
from .office.card import ROOM as OFFICE
from .people.card import ROOM as PEOPLE

ROOMS: tuple[Room, ...] = (HOME, BRANCHES, PEOPLE, DOCUMENTS, OFFICE)
TABS: tuple[Room, ...] = (HOME, BRANCHES, DOCUMENTS)

REGISTERS: Mapping[str, RegisterCard] = {card.id: card for room in ROOMS for card in room.registers}
IMPORTERS: Mapping[str, ImporterCard] = {card.register: card for room in ROOMS for card in room.importers}
PAPERS: Mapping[str, PaperCard] = {card.form: card for room in ROOMS for card in room.papers}
SHEETS: Mapping[str, SheetCard] = {card.form: card for room in ROOMS for card in room.sheets}


def record_classes() -> tuple[type[Any], ...]:
    """The records of all rooms: what a book is opened with."""
    return tuple(record for room in ROOMS for record in room.records())


def fill_demo(book: Any, *, today: date, **county: int) -> None:
    """Fill a book with the demo county: ``county`` = how many branches and members, and the seed they grow from."""
    from .branches.demo import demo
    from .documents.demo import demo_drafts

    demo_drafts(book, today)
    demo(book, today=today, **county)  # last, so that one 撤销 shows what undo does to a county


def register(register_id: str, today: date) -> Any:
    """The register of that id, opened as of a day (a ``store.Register``)."""
    return REGISTERS[register_id].open(today)


def importer(register_id: str) -> ImporterCard:
    """The way into that register from a workbook."""
    return IMPORTERS[register_id]


def paper(form_id: str) -> PaperCard:
    """The card of that printed form."""
    return PAPERS[form_id]


def room(room_id: str) -> Room:
    """The card of that room."""
    return next(card for card in ROOMS if card.id == room_id)
