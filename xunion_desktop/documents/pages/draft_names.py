"""逐个单位印: to whom the draft on the page goes by name: told over its fields, and changed on a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.messages import Answer
from xunion_desktop.documents.addressing import may_go_by_name, recipients
from xunion_desktop.documents.sketch import Sketch
from xunion_desktop.documents.words import EACH

from .draft_foot import DraftFoot
from .draft_form import DraftForm
from .draft_notes import DraftNotes
from .draft_setting import DraftSetting
from .recipients_page import RecipientsPage


class DraftNames(QObject):
    """The list itself is one of the draft's words; it has no field."""

    def __init__(self, desk: Desk, form: DraftForm, notes: DraftNotes, foot: DraftFoot) -> None:
        super().__init__(form)
        self._desk, self._form, self._notes, self._foot = desk, form, notes, foot
        self._sketch: Sketch | None = None
        foot.names_wanted.connect(self.choose)

    def show(self, setting: DraftSetting, sketch: Sketch, refusal: str = "") -> None:
        """Tell to whom it goes, or offer that it may go to several; ``refusal`` = why this user may not change it."""
        self._sketch = sketch
        words, issued, rest = self._form.words(), sketch.issued, sketch.left_out()
        names = recipients(words.get(EACH, "")) if setting.sends_by_name(words) else []
        self._notes.show_names(names, rest, () if refusal else self._answers(issued, rest))
        shut = bool(issued or refusal)
        self._foot.offer_names(offered=not shut and not names and may_go_by_name(sketch.genre, self._form.names()))

    def _answers(self, issued: str, rest: Sequence[str]) -> Sequence[Answer]:
        """Once it is issued only the names of those can be changed whom it was not printed for."""
        if issued:
            return (Answer("改其余的名单…", self.choose_rest),) if rest else ()
        return (Answer("改名单…", self.choose), Answer("不逐个印", partial(self._form.set_other, EACH, "")))

    @Slot()
    def choose(self) -> None:
        """The page where they are picked."""
        self._ask(recipients(self._form.words().get(EACH, "")), "不逐个印", self._take)

    @Slot()
    def choose_rest(self) -> None:
        """The same page, for those who have no copy yet of a paper that is issued."""
        if self._sketch is not None:
            self._ask(self._sketch.left_out(), "其余的不印了", self._take_rest)

    def _ask(self, names: Sequence[str], none: str, take: Callable[[list[str]], None]) -> None:
        page = RecipientsPage(self._desk, names, none=none)
        page.chosen.connect(take)
        self._desk.show_page(page, "逐个单位印")

    @Slot(list)
    def _take(self, names: list[str]) -> None:
        self._form.set_other(EACH, "\n".join(names))

    @Slot(list)
    def _take_rest(self, names: list[str]) -> None:
        sketch = self._sketch
        if sketch is not None:
            self._desk.messages.attempt(lambda: sketch.readdress(self._desk.book, names))
