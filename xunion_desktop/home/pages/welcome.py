"""The first run on a PC that has no book yet: three steps to one, or open another, or try the practice county."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import refuses
from xunion_desktop.desk.boxes import column, label, row, rule
from xunion_desktop.desk.buttons import link, plain, primary
from xunion_desktop.desk.cards import Card, Scroll
from xunion_desktop.desk.focusing import go_into
from xunion_desktop.desk.furniture import Furniture
from xunion_desktop.desk.messages import Answer
from xunion_desktop.desk.notes import NoteCard
from xunion_desktop.desk.overrides import guarded
from xunion_desktop.desk.step_line import StepLine
from xunion_desktop.office.first_words import first_words
from xunion_desktop.store.folder import SUFFIX, BookFolder
from xunion_desktop.store.making import Owner, Taken

from .first_cards import BackupsCard, OwnerCard, UnionCard

BOOK_FILES = "本子 (*.xunion)"
FIRST_NAME = first_words().name
STEPS = ("本单位", "密码", "备份")
_NEXT, _OPEN_NEXT, _MAKE = "下一步", "先不设密码，下一步", "新建本子"
_ABOUT = "先要有一个本子，台账、文件都记在里面。三步建好，一路回车也行，以后都能改。"
_BACK = "这里还没有打开过正式的本子：三步建一个，或者打开已有的。练习县还在，随时可以再去。"
_TAKEN = "已经有一个叫“{name}”的本子（{folder}）。要用它，请点“打开已有的本子…”；要另建一个，请先换一个名称。"
_TAKEN_THERE = "那里已经有“{name}”了（{folder}）。请换个地方，或回到第一步换一个名称。"
_ALL_THERE = "填的都还在，办好以后再点“新建本子”。"
_DAMAGED = "这台电脑的设置文件坏了，设置从头开始；本子没有动。"
_SET_AGAIN = "字的大小、打印校准要重新设；原来备份到第二处（优盘）的，打开本子以后到“备份与恢复”再选一次。"
_FOUND = "这台电脑上有本子“{name}”。"
_SHOWN = 5  # of those found; any other is opened from its folder
_MADE = "本子已经建在“{folder}”里了，办好以后请点“打开已有的本子…”打开它。"


@dataclass(frozen=True)
class Unfinished:
    """What was typed and chosen in a first page that is left. A password is in it: only the next page gets it."""

    union: tuple[str, ...]
    owner: tuple[str, ...]
    owned_by: Owner | None
    books: Path
    second: Path | None
    step: int


class WelcomePage(QWidget):
    """Where the day before the first day begins. The signals tell what the clerk chose.

    ``make_wanted`` brings the path, who owns the book with which password (None = it asks for no log-in), and the
    ``FirstWords`` of the own union; ``found`` = the books that lie on this PC already, to be opened from here. Enter
    is the next step from any field; Esc goes a step back.
    """

    make_wanted = Signal(Path, object, object)
    open_wanted = Signal(Path)
    demo_wanted = Signal()
    rescue_wanted = Signal()  # a book comes back from a backup, or from a package
    help_wanted = Signal()

    def __init__(
        self,
        furniture: Furniture,
        books: Path,
        trouble: Trouble | None = None,
        *,
        backups: Path | None = None,
        found: Sequence[Path] = (),
        practised: bool = False,
    ) -> None:
        super().__init__()
        self._furniture = furniture
        self.waiting = False  # a book is being made
        self._owner: Owner | None = None
        self.setWindowTitle("工会工作台")
        self.setProperty("look", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.steps = StepLine(furniture.scale, STEPS)
        self.union = UnionCard(furniture)
        self.owner = OwnerCard(furniture)
        self.backups = BackupsCard(furniture, books, backups or books.parent / "backups")
        self.stack = QStackedWidget()
        for card in (self.union, self.owner, self.backups):
            self.stack.addWidget(card)
        self.go_button = primary(_NEXT, self.go)
        self.back_button = plain("上一步", self.go_back)
        self.open = link("打开已有的本子…", self._open)
        self.demo = link("先到练习县看看", self.demo_wanted.emit)
        self.rescue = link("从备份恢复、从文件打开…", self.rescue_wanted.emit)
        self.help = link("帮助", self.help_wanted.emit)
        self.found = [self._offer(book) for book in found[:_SHOWN]]
        self.wrong = label("", "red", wrap=True)
        self.about = label(_BACK if practised else _ABOUT, "second", wrap=True)
        self._lay(trouble)
        self._listen()
        self.show_step(0)
        self.resize(furniture.scale.px(760), furniture.scale.px(640))

    def _lay(self, trouble: Trouble | None) -> None:
        scale, trouble = self._furniture.scale, trouble or self._furniture.icons.fault
        icons, card = self._furniture.icons, Card(scale, self.steps, rule(), self.stack)
        self._ways = QWidget()
        self._ways.setLayout(row(scale, self.open, self.demo, self.rescue, 1, self.help, gap=20))
        parts: list[QWidget | int] = [label("工会工作台", "title"), self.about]
        if trouble is not None:
            parts.append(NoteCard(scale, icons, trouble.sentence, trouble.remedy, "red"))
        if self._furniture.settings.damaged:
            parts.append(NoteCard(scale, icons, _DAMAGED, _SET_AGAIN, "amber"))
        inner = QWidget()
        inner.setLayout(column(scale, 1, *parts, *self.found, card, self._ways, 2, gap=14, margins=(60, 20, 60, 20)))
        deeds = row(scale, 1, self.back_button, self.go_button)
        foot = column(scale, self.wrong, deeds, margins=(60, 10, 60, 16))  # seen however far the page is scrolled
        box = column(scale, Scroll(inner), rule(), foot, gap=0)
        box.setStretch(0, 1)
        self.setLayout(box)
        self.wrong.hide()

    def _offer(self, book: Path) -> NoteCard:
        answers = (Answer("打开", partial(self.open_wanted.emit, book)),)
        return NoteCard(self._furniture.scale, self._furniture.icons, _FOUND.format(name=book.stem), answers=answers)

    def _listen(self) -> None:
        self.owner.changed.connect(self._name_the_button)
        self.backups.moved.connect(self._places_will_do)
        for field in self._typed:
            field.returnPressed.connect(self.go)
            field.textEdited.connect(self.wrong.hide)

    # step by step

    @property
    def step(self) -> int:
        """The step that is shown, from 0."""
        return self.stack.currentIndex()

    def show_step(self, step: int) -> None:
        """Stand at this step, with the field or button that Enter is for."""
        self.steps.show_step(step)
        self.stack.setCurrentIndex(step)
        self.back_button.setVisible(step > 0)
        self.wrong.hide()
        self._name_the_button()
        first: tuple[QWidget, ...] = (self.union.fields["name"], self.owner.owner, self.go_button)
        go_into(first[step])

    def _name_the_button(self) -> None:
        words = (_NEXT, _OPEN_NEXT if self.owner.blank else _NEXT, _MAKE)
        self.go_button.setText(words[self.step])

    def go(self) -> None:
        """Enter: the next step, where this one is in order; after the last the book is made."""
        (self._leave_union, self._leave_owner, self._make)[self.step]()

    def go_back(self) -> None:
        """Esc: a step back; what was typed stays."""
        if self.step and not self.waiting:
            self.show_step(self.step - 1)

    def _leave_union(self) -> None:
        words = self.union.words()
        refused = next((problem for problem in words.problems() if refuses([problem])), None)
        if refused is not None:
            self._refuse(f"{refused.sentence}{refused.remedy}", self.union.fields[refused.field])
            return
        if (taken := self._taken(words.name)) is not None:
            self._refuse(_TAKEN.format(name=words.name, folder=taken), self.union.fields["name"])
            return
        self.backups.show_name(words.name)
        self.show_step(1)

    def _taken(self, name: str) -> Path | None:
        """The folder where the book would be, if something lies there.

        A place that cannot be looked at is told when the book is made, beside the button that chooses another.
        """
        with suppress(Trouble):
            place = BookFolder.of(self.backups.books / f"{name}{SUFFIX}")
            return place.folder if place.taken() else None
        return None

    def _leave_owner(self) -> None:
        empty = next((field for field in self.owner.fields if not field.text()), None)
        asked = self.focusWidget()
        if not self.owner.blank and empty is not None and asked in self.owner.fields and asked is not empty:
            go_into(empty)  # Enter walks through what is still to be filled
            return
        try:
            self._owner = self.owner.take()
        except Trouble as trouble:
            field = self.owner.owner if "名字" in trouble.sentence else self.owner.password.first
            self._refuse(f"{trouble.sentence}{trouble.remedy}", field)
        else:
            self.show_step(2)

    def _make(self) -> None:
        words = self.union.words(self.backups.second)
        if (taken := self._taken(words.name)) is not None:  # since the first step, or in another place
            self._refuse(_TAKEN_THERE.format(name=words.name, folder=taken), self.backups.move_button)
        elif self._places_will_do():
            self.make_wanted.emit(self.backups.books / f"{words.name}{SUFFIX}", self._owner, words)

    def _places_will_do(self) -> bool:
        """Whether the book and its backups can go where the clerk wants them; said as soon as he chose."""
        self.wrong.hide()
        fault = self.backups.fault()
        if fault is not None:
            trouble, button = fault
            self._refuse(f"{trouble.sentence}{trouble.remedy}", button)
        return fault is None

    def wait(self) -> None:
        """A book is being made: with a password it takes a moment. The window stays until that is done."""
        self._set_waiting(True)
        self.go_button.setText("正在新建…")
        self.wrong.hide()

    def go_on(self, trouble: Trouble | None = None) -> None:
        """The book did not come to be, or does not open: all that was typed stands there still, and what to do is said.

        One that is there, for it was made and could only not be opened or taken away again, is not made once more.
        """
        self._set_waiting(False)
        self._name_the_button()
        if trouble is not None:
            made = None if isinstance(trouble, Taken) else self._taken(self.union.words().name)
            on, button = (_MADE.format(folder=made), self.open) if made else (_ALL_THERE, self.go_button)
            self._refuse(f"{trouble.sentence}{trouble.remedy}{on}", button)

    def unfinished(self) -> Unfinished:
        """What stands in the page, for the one that comes after it."""
        union = tuple(field.text() for field in self.union.fields.values())
        owner = tuple(field.text() for field in self.owner.fields)
        return Unfinished(union, owner, self._owner, self.backups.books, self.backups.second, self.step)

    def take_over(self, before: Unfinished) -> None:
        """Show what was typed in the page before, at the step where that stood."""
        self.union.take_over(before.union)
        for field, text in zip(self.owner.fields, before.owner, strict=True):
            field.setText(text)
        self._owner = before.owned_by
        self.backups.take_over(self.union.words().name, before.books, before.second)
        self.show_step(before.step)

    @property
    def _typed(self) -> tuple[QLineEdit, ...]:
        return *self.union.fields.values(), *self.owner.fields

    def _set_waiting(self, waiting: bool) -> None:
        self.waiting = waiting
        ways = (self.open, self.demo, self.rescue, *self.found)
        for part in (self.stack, self.go_button, self.back_button, *ways):
            part.setEnabled(not waiting)

    def _refuse(self, words: str, field: QWidget) -> None:
        self.wrong.setText(words)
        self.wrong.show()
        if (box := self.layout()) is not None:
            box.activate()  # it takes its room from what is scrolled
        go_into(field)

    def _open(self) -> None:
        chosen = self._furniture.files.open(self, "打开本子", BOOK_FILES)
        if chosen is not None:
            self.open_wanted.emit(chosen)

    @guarded()
    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(not self.waiting)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif event.key() == Qt.Key.Key_F1:
            self.help_wanted.emit()
        else:
            super().keyPressEvent(event)
