"""Trying a form that is being changed: is it understood, how does it look with real words, do the longest ones fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import Problem
from xunion_desktop.basics.room import PaperCard, PaperItem, Room, SheetCard
from xunion_desktop.office.words import OFFERED, office_words
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.form import Form
from xunion_desktop.paper.formreading import FormFault
from xunion_desktop.paper.forms import load_form
from xunion_desktop.paper.formtext import FormText
from xunion_desktop.paper.pages import Page
from xunion_desktop.paper.typeset import typeset

from .formparts import Fault, faults
from .kinds import FORMATS

SAMPLE = "示例"
_TO_MEND = "请改正这一行；改不好就恢复原样。"


@dataclass(frozen=True)
class Trial:
    """One look at a form: its pages with some words, and all that is wrong. ``faults`` are of the form itself."""

    pages: tuple[Page, ...] = ()
    faults: tuple[Fault, ...] = ()
    problems: tuple[Problem, ...] = ()


class Offer:
    """What the rooms give one form: its words, the records it can be tried with, the longest words."""

    def __init__(self, form: Form, rooms: Sequence[Room], today: date) -> None:
        self.form = form
        self.today = today
        self.paper: PaperCard | None = next((c for room in rooms for c in room.papers if c.form == form.id), None)
        self.sheet: SheetCard | None = next((c for room in rooms for c in room.sheets if c.form == form.id), None)

    @property
    def typed(self) -> bool:
        """Whether no room says which words it gives: those of a 公文稿 are typed, also new ones of the office."""
        return self.form.id in FORMATS or not (self.paper or self.sheet)

    @property
    def words(self) -> dict[str, str]:
        """Every word the form may use, with how it may look; first the room's own."""
        card = self.paper or self.sheet
        sample, common = self.form.sample(), office_words(self.today)
        own = card.offers if card else tuple(name for name in sample if name not in OFFERED)
        longest = self.longest()
        return {name: sample.get(name) or common.get(name) or longest.get(name, "") for name in (*own, *OFFERED)}

    def sample(self) -> dict[str, str]:
        """The words as the form's file gives them."""
        return {**self.words, **office_words(self.today), **self.form.sample()}

    def longest(self) -> Mapping[str, str]:
        """The longest plausible words; none where nobody names them."""
        if self.paper is not None:
            return self.paper.longest().words
        return self.sheet.longest() if self.sheet is not None else {}

    def of_record(self, key: str) -> PaperItem | None:
        """The words for a real record."""
        items = self.paper.items([key], self.today) if self.paper is not None else []
        return items[0] if items else None


def understood(
    text: str, form_id: str, known: Mapping[str, str], *, typed: bool = False
) -> tuple[Form | None, tuple[Fault, ...]]:
    """Read the form; None with every fault found where it cannot be used (``typed``: see ``faults``)."""
    found = faults(FormText(text), known, typed=typed)
    try:
        form = load_form(text, form_id)
    except FormFault as fault:
        if not any(one.line == fault.line for one in found):
            said = fault.said.removeprefix("有错：")  # the line is told by whoever shows the fault
            found.append(Fault(f"{said}。", _TO_MEND, fault.line))
        return None, tuple(sorted(found, key=lambda one: one.line))
    except Trouble as trouble:
        return None, (Fault(trouble.sentence, trouble.remedy, 1),)
    return (None, tuple(found)) if found else (form, ())


def try_form(form: Form, words: Mapping[str, str], fonts: FontBook) -> Trial:
    """Lay the form out with these words, as a preview does."""
    setting = typeset(form.document(words, provisional=True), fonts)
    return Trial(tuple(setting.pages), (), (*form.problems(words), *setting.problems))


def try_longest(form: Form, words: Mapping[str, str], fonts: FontBook) -> list[Problem]:
    """Say what does not fit with these, the longest plausible words."""
    return typeset(form.document(words), fonts).problems
