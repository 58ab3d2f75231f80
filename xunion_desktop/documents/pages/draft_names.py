"""逐个单位印: to whom the draft on the page goes by name: told over its fields, and changed on a page of its own."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.messages import Answer
from xunion_desktop.documents.addressing import may_go_by_name, recipients
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
        foot.names_wanted.connect(self.choose)

    def show(self, setting: DraftSetting, genre: str, *, shut: bool) -> None:
        """Tell to whom it goes, or offer that it may go to several; ``shut`` = nothing of it can be changed."""
        words = self._form.words()
        names = recipients(words.get(EACH, "")) if setting.sends_by_name(words) else []
        answers = (Answer("改名单…", self.choose), Answer("不逐个印", partial(self._form.set_other, EACH, "")))
        self._notes.show_names(names, () if shut else answers)
        self._foot.offer_names(offered=not shut and not names and may_go_by_name(genre, self._form.names()))

    @Slot()
    def choose(self) -> None:
        """The page where they are picked."""
        page = RecipientsPage(self._desk, recipients(self._form.words().get(EACH, "")))
        page.chosen.connect(self._take)
        self._desk.show_page(page, "逐个单位印")

    @Slot(list)
    def _take(self, names: list[str]) -> None:
        self._form.set_other(EACH, "\n".join(names))
