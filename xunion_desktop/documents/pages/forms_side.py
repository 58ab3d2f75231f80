"""The right card of the form page: with whose words it is looked at, the words on offer, what is wrong, the deeds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.desk.boxes import column, label, rule
from xunion_desktop.desk.buttons import plain, primary
from xunion_desktop.desk.calm_combo import CalmCombo
from xunion_desktop.desk.cards import Card, Scroll
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.foot import foot
from xunion_desktop.desk.messages import Answer
from xunion_desktop.desk.notes import NoteCard
from xunion_desktop.documents.formparts import Fault

from .forms_words import FormWords

_SHOWN = 6  # notes; what is behind them is told when they are mended
_TONES = {Level.ERROR: "red", Level.DOUBT: "amber", Level.HINT: "grey"}
FITS = "用最长的词也试过，放得下。"


class FormSide(Card):
    """``looked`` = other words to look with; ``led`` = to where a fault is."""

    looked = Signal(int)
    led = Signal(object)
    save_wanted = Signal()
    restore_wanted = Signal()
    give_up_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.scale, gap=8, parent=parent)
        self._desk = desk
        self.samples = CalmCombo()
        self.samples.setAccessibleName("用哪一份试看")
        self.samples.activated.connect(self.looked)
        self.words = FormWords(desk.scale)
        self._notes: QVBoxLayout = column(desk.scale, gap=6)
        inner = QWidget()
        inner.setLayout(column(desk.scale, self._notes, 1, gap=0))
        self.refused = label("", "amber", wrap=True)
        self.refused.hide()
        self.restore_button = plain("恢复原样…", self.restore_wanted.emit)
        self.give_up_button = plain("放弃修改…", self.give_up_wanted.emit)
        self.save_button = primary("保存模板", self.save_wanted.emit)
        self.add(label("用谁的内容试看", "card-title"))
        self.add(self.samples)
        self.add(rule())
        self.add(self.words, 3)
        self.add(rule())
        self.add(label("问题", "card-title"))
        self.add(Scroll(inner), 2)
        self.add(self.refused)
        self.add(foot(desk.scale, [self.restore_button, self.give_up_button], [self.save_button]))

    def show_samples(self, names: Sequence[str]) -> None:
        """Offer these to look with."""
        self.samples.clear()
        self.samples.addItems(list(names))

    def show_refusal(self, refusal: str) -> None:
        """Say why this user may look and not change ("" = he may)."""
        self.refused.setText(refusal)
        self.refused.setVisible(bool(refusal))

    def show_state(self, *, unsaved: bool, changed: bool, shut: bool) -> None:
        """What can be done with it: ``changed`` = it is not the shipped one any more."""
        self.save_button.setEnabled(unsaved and not shut)
        self.give_up_button.setVisible(unsaved)
        self.restore_button.setVisible(not unsaved)
        self.restore_button.setEnabled(changed and not shut)

    def tell(self, faults: Sequence[Fault], problems: Sequence[Problem], longest: Sequence[Problem]) -> None:
        """Show what is wrong: with the form, with this copy, with the longest words."""
        while (item := self._notes.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        notes = [self._fault(fault) for fault in faults]
        notes += [self._note("", problem) for problem in problems]
        notes += [self._note("用最长的词试：", problem) for problem in longest]
        for note in notes[:_SHOWN]:
            self._notes.addWidget(note)
        if not notes:
            self._notes.addWidget(NoteCard(self._desk.scale, self._desk.icons, FITS, "", "green"))

    def _fault(self, fault: Fault) -> NoteCard:
        said = f"{fault.sentence}{fault.remedy}"
        answer = Answer("去改", lambda: self.led.emit(fault))
        return NoteCard(self._desk.scale, self._desk.icons, fault.where, said, "red", [answer])

    def _note(self, before: str, problem: Problem) -> NoteCard:
        said = f"{before}{problem.sentence}"
        return NoteCard(self._desk.scale, self._desk.icons, said, problem.remedy, _TONES[problem.level])
