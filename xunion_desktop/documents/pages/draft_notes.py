"""The notes over the fields of a draft: issued, sent to several by name, what could be mended, what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.desk.boxes import follow
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.messages import Answer
from xunion_desktop.desk.notes import NoteCard
from xunion_desktop.documents.slips import Found

_MOST, _NAMED = 3, 2
_ONE_NUMBER = "每份的主送是那个单位的名称，文号是同一个。"
_RENAME = "名称写错了，或者有字印不出，改好名单再印，还用这个文号。"
_LOOKS = {Level.ERROR: "red", Level.DOUBT: "amber", Level.HINT: "grey"}


class DraftNotes(QWidget):
    """A few notes, made anew only where something else is to be said: a button is not taken away under the hand."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.cards: list[NoteCard] = []
        self._shut: NoteCard | None = None
        self.by_name: NoteCard | None = None
        self._named: object = None
        self._told: object = None
        self._column = QVBoxLayout(self)
        follow(self._column, desk.scale, 6, (0, 0, 0, 0))
        self.hide()

    def show_shut(self, number: str, refusal: str, answer: Answer) -> None:
        """Why nothing can be typed: it is issued, or the user may not write here."""
        if self._shut is not None:
            self._take_away(self._shut)
            self._shut = None
        if number:
            text, second = f"已印发：{number}", "印发后文字不再改。要发一份相近的，用“照此起草”。"
            self._shut = self._card(text, second, "green", (answer,))
        elif refusal:
            self._shut = self._card(refusal, "", "amber", ())
        if self._shut is not None:
            self._column.insertWidget(0, self._shut)
        self._show()

    def show_names(self, names: Sequence[str], rest: Sequence[str], answers: Sequence[Answer]) -> None:
        """That it goes to these by name, and once it is issued who has none yet; none = it does not."""
        if self._named == (named := (tuple(names), tuple(rest), len(answers))):
            return
        self._named = named
        if self.by_name is not None:
            self._take_away(self.by_name)
            self.by_name = None
        if names:
            text = f"逐个单位印 {len(names):,} 份：{_some(names)}"
            second = f"还有 {len(rest):,} 份没有印：{_some(rest)}。{_RENAME}" if rest else _ONE_NUMBER
            self.by_name = self._card(text, second, "amber" if rest else "grey", answers)
            self._column.insertWidget(int(self._shut is not None), self.by_name)
        self._show()

    def tell(
        self,
        problems: Sequence[Problem] = (),
        slips: Sequence[Found] = (),
        mend: Callable[[Found], None] = lambda found: None,
        leave: Callable[[Found], None] = lambda found: None,
    ) -> None:
        """Tell these."""
        told = (tuple(problems), tuple(found.said for found in slips))
        if told == self._told:
            return
        self._told = told
        for card in self.cards:
            self._take_away(card)
        self.cards = [self._of_slips(found, mend, leave) for found in slips]
        self.cards += [self._card(one.sentence, one.remedy, _LOOKS[one.level], ()) for one in problems[:_MOST]]
        for card in self.cards:
            self._column.addWidget(card)
        self._show()

    def _of_slips(self, found: Found, mend: Callable[[Found], None], leave: Callable[[Found], None]) -> NoteCard:
        answers = (Answer(found.act, partial(mend, found)), Answer("不改", partial(leave, found)))
        return self._card(found.said, "", "amber", answers)

    def _card(self, text: str, second: str, look: str, answers: Sequence[Answer]) -> NoteCard:
        return NoteCard(self._desk.scale, self._desk.icons, text, second, look, answers)

    def _take_away(self, card: NoteCard) -> None:
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _show(self) -> None:
        self.setVisible(bool(self.cards) or self._shut is not None or self.by_name is not None)


def _some(names: Sequence[str]) -> str:
    """The first of these names."""
    return f"{'、'.join(names[:_NAMED])}{'等' if len(names) > _NAMED else ''}"
