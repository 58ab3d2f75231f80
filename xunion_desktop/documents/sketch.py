"""Sketch: a draft while it is being written: what the book holds, what is typed on top of it, how it is saved.

A new one is in no register before its first 保存; what is typed until then is kept as the one draft ``manuscript/new``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from xunion_desktop.store.book import Book
from xunion_desktop.store.drafts import Draft

from .addressing import recipients
from .figures import live_prints
from .manuscripts import Manuscript
from .paragraphs import tidy, tidy_rows
from .printed import left_out
from .records import Printing
from .words import BODY, DAY, EACH, MADE, PRINTED, ROWS

FORMAT, GENRE = "@格式", "@文种"  # beside the words, in what is kept while it is not saved
NEW_PLACE = f"{Manuscript.kind_of()}/new"
_OF_ONE_DAY = (DAY, MADE, PRINTED, "期号")


class Sketch:
    """One draft. ``form`` is its format as it stands in the window; ``new`` = not yet in the book."""

    def __init__(self, record: Manuscript, *, new: bool = False) -> None:
        self.record = record
        self.new = new
        self.form = str(record.form)
        self.stored: dict[str, str] = {} if new else record.given
        self._stored_form = self.form

    @property
    def place(self) -> str:
        """Where what is typed and not saved is kept."""
        return NEW_PLACE if self.new else f"{Manuscript.kind_of()}/{self.record.id}"

    @property
    def genre(self) -> str:
        """文种."""
        return self.record.genre or "稿子"

    def print_of_it(self) -> Printing | None:
        """Its print under a number that is not void; None = it may still be written on."""
        line = None if self.new else live_prints([self.record.id]).get(self.record.id)
        return line if line is not None and line.number_text else None

    @property
    def issued(self) -> str:
        """The number under which it is issued; "" = none."""
        line = self.print_of_it()
        return str(line.number_text) if line is not None else ""

    def left_out(self) -> list[str]:
        """Whom an issued paper was to go to by name and was not printed for."""
        line = self.print_of_it()
        return left_out(self.stored, line) if line is not None else []

    def readdress(self, book: Book, names: Sequence[str]) -> None:
        """改其余的名单: whom an issued paper is still to be printed for; who has it stays in the list (DC-30).

        It is one deed; this sketch still says what it said, whoever shows it reads the draft anew.
        """
        rest, record = self.left_out(), Manuscript.get_by_id(self.record.id)
        had = [name for name in recipients(record.given.get(EACH, "")) if name not in rest]
        record.give({**record.given, EACH: "\n".join(dict.fromkeys([*had, *names]))})
        with book.deed(f"改其余单位的名单 {record.title()}") as deed:
            deed.save(record)

    def words(self, kept: Mapping[str, str]) -> dict[str, str]:
        """The words to begin with: what was kept from before (typed and not saved) lies over what the book holds."""
        words = {**(self.record.given if self.new and not kept else self.stored), **kept}
        self.form = words.pop(FORMAT, self.form)
        self.record.genre = words.pop(GENRE, self.record.genre)
        return {word: text for word, text in words.items() if text}

    def typed(self, words: Mapping[str, str]) -> dict[str, str]:
        """What differs from the book: to be kept until it is saved."""
        if self.new:
            return {**words, FORMAT: self.form, GENRE: self.record.genre or ""}
        names = {**self.stored, **words}
        changed = {name: words.get(name, "") for name in names if words.get(name, "") != self.stored.get(name, "")}
        return {**changed, FORMAT: self.form} if self.form != self._stored_form else changed

    def save(self, book: Book, words: Mapping[str, str]) -> None:
        """保存: one deed; the body and the rows are kept tidy."""
        whole = {**words, BODY: tidy(words.get(BODY, "")), ROWS: tidy_rows(words.get(ROWS, ""))}
        record = self.record
        record.form = self.form
        record.give(whole)
        done = "起草" if self.new else "修改"
        with book.deed(f"{done}公文稿 {record.title()}") as deed:
            deed.save(record)
        self.new = False
        self.stored, self._stored_form = record.given, self.form


def begun(genre: str, form: str, words: Mapping[str, str], today: date) -> Sketch:
    """A new draft with its first words."""
    record = Manuscript(form=form, genre=genre, day=today.isoformat())
    record.give(words)
    return Sketch(record, new=True)


def resumed(kept: Mapping[str, str], today: date) -> Sketch:
    """The new draft that was begun and not saved."""
    return Sketch(Manuscript(form=kept.get(FORMAT, ""), genre=kept.get(GENRE), day=today.isoformat()), new=True)


def copied(record: Manuscript, today: date) -> Sketch:
    """A new draft with the words of an older one, but for those of its day (照此起草)."""
    words = {word: text for word, text in record.given.items() if word not in _OF_ONE_DAY}
    return begun(record.genre or "", str(record.form), words, today)


def unsaved(keys: Sequence[str]) -> set[str]:
    """Those of these drafts of which something is typed and not saved."""
    kind = Manuscript.kind_of()
    places = {f"{kind}/{key}": key for key in keys}
    return {places[kept.place] for kept in Draft.select().where(Draft.place << list(places))}
