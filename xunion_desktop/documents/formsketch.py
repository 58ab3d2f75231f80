"""FormSketch: one form on the desk: as it stands, as it is typed, and with whose words it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from xunion_desktop.basics.problems import Problem
from xunion_desktop.basics.room import Room
from xunion_desktop.office import values
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.form import Form
from xunion_desktop.paper.formtext import FormText
from xunion_desktop.store.registers import ALL, Register

from .counting import next_serial
from .drafting import NUMBER
from .formparts import Fault, with_known_words
from .forms import Standing, standing
from .formtrial import Offer, Trial, try_form, try_longest, understood
from .numbers import spelled

_RECORDS = 20
SAMPLE, LONGEST = "示例的词", "最长的词"


@dataclass(frozen=True)
class Look:
    """One look at a form: the trial with the words that were asked for, and what does not fit with the longest."""

    trial: Trial
    too_long: tuple[Problem, ...] = ()


class FormSketch:
    """What the form page works on; knows no Qt."""

    def __init__(self, form_id: str, rooms: Sequence[Room], today: date, fonts: FontBook) -> None:
        self.form_id = form_id
        self.fonts = fonts
        self._rooms, self._today = rooms, today
        self.take()

    def take(self) -> None:
        """Take the form as the book holds it now."""
        self.standing: Standing = standing(self.form_id)
        self.offer = Offer(self.standing.form, self._rooms, self._today)
        self.known: Mapping[str, str] = self.offer.words
        self._words: dict[str, Mapping[str, str]] = {}

    @property
    def place(self) -> str:
        """Where its draft is kept."""
        return f"form/{self.form_id}"

    @property
    def stored(self) -> str:
        """The text that is kept, or shipped."""
        return FormText(self.standing.text).text

    def records(self, register: Register | None) -> list[tuple[str, str]]:
        """Some records it can be looked at with: key and name; those that usually get this paper come first."""
        card = self.offer.paper
        if card is None or register is None:
            return []
        for chip in (card.chip, ALL):
            rows = register.rows(register.keys(chip)[:_RECORDS])
            taken = {item.key for item in card.items([row.id for row in rows], self._today)}
            if taken:
                whole = taken.isdisjoint(row.id for row in rows)  # one paper on all of them
                return [(row.id, row.title()) for row in rows if whole or row.id in taken]
        return []

    def words_of(self, key: str) -> Mapping[str, str]:
        """The words to look with: of a record, else the samples; read from the book once."""
        if key not in self._words:
            self._words[key] = self._read_words(key)
        return self._words[key]

    def _read_words(self, key: str) -> Mapping[str, str]:
        common = {**self.offer.sample(), NUMBER: self._number()}
        if key == LONGEST:
            return {**common, **self.offer.longest()}
        item = self.offer.of_record(key) if key != SAMPLE else None
        return common if item is None else {**dict.fromkeys(common, ""), **self._own(common), **item.words}

    def look(self, form_text: FormText, key: str) -> Trial:
        """Lay it out with the words of ``key``."""
        return self.looking(form_text, key)().trial

    def looking(self, form_text: FormText, key: str) -> Callable[[], Look]:
        """What lays it out, with the words of ``key`` and with the longest, in whichever thread: the words are read."""
        words, longest = self.words_of(key), self.words_of(LONGEST) if self.offer.longest() else None
        return partial(self._look, form_text, words, longest)

    def _look(self, form_text: FormText, words: Mapping[str, str], longest: Mapping[str, str] | None) -> Look:
        form, found = self._understood(form_text)
        if form is None:
            return Look(Trial(faults=found))
        too_long = () if longest is None else tuple(try_longest(form, longest, self.fonts))
        return Look(try_form(form, words, self.fonts), too_long)

    def _understood(self, form_text: FormText) -> tuple[Form | None, tuple[Fault, ...]]:
        text = with_known_words(form_text, self.known).text
        return understood(text, self.form_id, self.known, typed=self.offer.typed)

    def _own(self, common: Mapping[str, str]) -> dict[str, str]:
        from xunion_desktop.office.words import office_words

        return {**office_words(self._today), NUMBER: common[NUMBER]}

    def _number(self) -> str:
        role = self.standing.form.number
        prefix = (values.prefix(role) or "") if role else ""
        return spelled(prefix, self._today.year, next_serial(prefix, self._today.year)) if prefix else ""


def whole(form_text: FormText, known: Mapping[str, str]) -> str:
    """The text to be kept: every word that is used is listed."""
    return with_known_words(form_text, known).text
