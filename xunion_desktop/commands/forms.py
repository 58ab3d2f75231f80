"""forms: the printed forms that there are."""

import tomllib
from argparse import Namespace
from dataclasses import asdict, dataclass

from xunion_desktop.basics.resources import form_text
from xunion_desktop.basics.room import PaperCard, Room, SheetCard
from xunion_desktop.catalogue import ROOMS

from .console import Code, answer, say


@dataclass(frozen=True)
class FormLine:
    """One printed form as the list shows it."""

    id: str
    title: str
    kind: str
    room: str


def listed() -> list[FormLine]:
    """All forms of all rooms, in the order of the rooms."""
    papers = [line_of(card, room) for room in ROOMS for card in room.papers]
    return papers + [line_of(card, room) for room in ROOMS for card in room.sheets]


def line_of(card: PaperCard | SheetCard, room: Room) -> FormLine:
    """The line of one form."""
    return FormLine(card.form, card.title, kind_of_form(card.form), room.id)


def kind_of_form(form_id: str) -> str:
    """The kind that the form's file names: letter, table, …"""
    kind: str = tomllib.loads(form_text(form_id))["form"]["kind"]
    return kind


def run(options: Namespace) -> int:
    """Write one line per form."""
    if options.json:
        answer([asdict(line) for line in listed()])
    else:
        say(*(f"{line.id}  {line.title}（{line.kind}，{line.room}）" for line in listed()))
    return Code.DONE
