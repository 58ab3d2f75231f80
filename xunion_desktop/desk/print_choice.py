"""PrintChoice: the right card of the print page: printer, copies, which of them, and the deeds."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QRadioButton, QSpinBox, QWidget

from xunion_desktop.basics.problems import Level

from .boxes import column, follow, label, row, rule
from .buttons import plain, primary, with_icon
from .cards import Card, Scroll
from .desk import Desk
from .editors.choice import CalmCombo
from .field_line import worst
from .foot import foot
from .notes import NoteCard
from .printing import Copy
from .theme import CARD


class Which(Enum):
    """Which copies are printed."""

    CLEAN = 0  # nothing to look at
    ALL = 1  # all that can be printed
    FROM = 2  # from one on


class PrintChoice(Card):
    """How to print. ``changed`` = another choice of copies."""

    changed = Signal()
    print_wanted = Signal()
    pdf_wanted = Signal()
    pdfs_wanted = Signal()
    word_wanted = Signal()

    def __init__(self, desk: Desk, measure: str, printers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(desk.scale, parent=parent)
        self._desk, self._measure = desk, measure
        self._copies: Sequence[Copy] = ()
        self._dropped: frozenset[int] = frozenset()
        self._printers = list(printers)
        self._refusal = ""
        self._refused = label("", "amber", wrap=True)
        self.add(label("怎样印", "title"))
        self.add(self._make_body(), 1)
        self.add(self._make_note())
        self.add(self._refused)
        self.shut("")
        self.add(self._make_deeds())

    def _make_body(self) -> QWidget:
        scale = self._desk.scale
        self.printer: QComboBox = CalmCombo()
        self.printer.addItems(self._printers or ["这台电脑没有打印机"])
        self.printer.setEnabled(bool(self._printers))
        self.printer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.paper = label("")
        self.times = QSpinBox()
        self.times.setRange(1, 20)
        grid = QGridLayout()
        follow(grid, scale, 8, (0, 0, 0, 4))
        grid.setColumnStretch(1, 1)
        for place, (words, field) in enumerate((("打印机", self.printer), ("纸张", self.paper), ("份数", self.times))):
            grid.addWidget(label(words, "field"), place, 0)
            grid.addWidget(field, place, 1)
        self.first = QSpinBox()
        self.first.setRange(1, 1)
        self.first.valueChanged.connect(lambda _value: self.changed.emit())
        self.radios = {which: QRadioButton() for which in Which}
        self._group = QButtonGroup(self)
        for which, radio in self.radios.items():
            self._group.addButton(radio, which.value)
        self.radios[Which.CLEAN].setChecked(True)
        self._group.idToggled.connect(lambda _id, _on: self.changed.emit())
        self.numbers = label("", "second", wrap=True)
        body = QWidget()
        start = row(scale, self.radios[Which.FROM], self.first, 1)
        which_copies = (label("印哪些", "card-title"), self.radios[Which.CLEAN], self.radios[Which.ALL], start)
        body.setLayout(column(scale, grid, rule(), *which_copies, rule(), self.numbers, 1, gap=8, margins=(0, 0, 6, 0)))
        return Scroll(body)

    def _make_note(self) -> NoteCard:
        words = "打印机改了纸张大小会停下来告诉您，不会缩放。"
        return NoteCard(self._desk.scale, self._desk.icons, words)

    def _make_deeds(self) -> QWidget:
        desk = self._desk
        self.pdf = plain("存 PDF", self.pdf_wanted.emit)
        self.pdfs = plain("一份一个 PDF…", self.pdfs_wanted.emit)
        self.word = plain("存为 Word 文件…", self.word_wanted.emit)
        self.deed = with_icon(primary("打印", self.print_wanted.emit), "printer", desk.icons, desk.scale, colour=CARD)
        return foot(desk.scale, [self.pdf, self.pdfs, self.word], [self.deed])

    def show_copies(self, copies: Sequence[Copy], dropped: frozenset[int], paper: str) -> None:
        """Offer these copies."""
        self._copies, self._dropped = copies, dropped
        self.paper.setText(paper)
        self.first.setMaximum(max(1, len(copies)))
        clean, printable = len(self._of(Level.DOUBT)), len(self._of(Level.ERROR))
        total = len(copies) - len(dropped)
        self.radios[Which.CLEAN].setText(f"没有问题的 {clean:,} {self._measure}")
        word = "全部" if printable == total else "全部能印的"
        self.radios[Which.ALL].setText(f"{word} {printable:,} {self._measure}")
        self.radios[Which.FROM].setText(f"从第几{self._measure}接着印")
        if not clean and printable:
            self.radios[Which.ALL].setChecked(True)
        self.show_state()

    def shut(self, refusal: str) -> None:
        """Say why this user may look and not print ("" = he may)."""
        self._refusal = refusal
        self._refused.setText(refusal)
        self._refused.setVisible(bool(refusal))

    def show_state(self, numbers: str = "") -> None:
        """Say on the button how many are printed; ``numbers`` = they are issued and only printed again."""
        chosen = [] if numbers else self.chosen()
        count = 0 if self._refusal else len(self._copies) if numbers else len(chosen)
        self.deed.setText(f"{'再印' if numbers else '打印'} {count:,} {self._measure}")
        self.deed.setEnabled(bool(count) and bool(self._printers))
        self.pdf.setEnabled(bool(count))
        self.pdfs.setEnabled(bool(count))
        self.word.setEnabled(bool(self._copies) and not self._refusal)
        for radio in self.radios.values():
            radio.setEnabled(not numbers)
        self.first.setEnabled(not numbers and self.radios[Which.FROM].isChecked())
        spelled = [self._copies[place].number for place in chosen if self._copies[place].number]
        if numbers:
            self.numbers.setText(f"文号已给：{numbers}")
        elif spelled:
            rest = f" 至 {spelled[-1]}" if len(spelled) > 1 else ""
            self.numbers.setText(f"文号按序给：{spelled[0]}{rest}，印出或存出时才定。")
        else:
            self.numbers.setText("")

    def chosen(self) -> list[int]:
        """The places of the copies that would be printed now."""
        which = Which(self._group.checkedId())
        if which is Which.CLEAN:
            return self._of(Level.DOUBT)
        places = self._of(Level.ERROR)
        return places if which is Which.ALL else [place for place in places if place + 1 >= self.first.value()]

    def _of(self, below: Level) -> list[int]:
        """The places of the copies whose worst problem weighs less than ``below``."""
        refused = {Level.ERROR} if below is Level.ERROR else {Level.ERROR, Level.DOUBT}
        return [
            place
            for place, copy in enumerate(self._copies)
            if place not in self._dropped and worst(copy.problems) not in refused
        ]
