"""练习县: the red frame round its window, and the page of the menu 设置 that leads there and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from xunion_desktop.basics.places import Places
from xunion_desktop.desk.boxes import column, label, row
from xunion_desktop.desk.buttons import back, plain, primary, small
from xunion_desktop.desk.cards import Card, Scroll
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.scale import Scale
from xunion_desktop.desk.sub_page import SubPage
from xunion_desktop.office.doorstep import PRACTICE, practice_book, protected
from xunion_desktop.office.practice import forget_practice, new_practice, opened
from xunion_desktop.store.book import Book
from xunion_desktop.store.folder import BookFolder
from xunion_desktop.store.record import Record

_BAND = "单位和人都是虚构的，随便试，不会动到正式的本子；印出来的纸都有“练习，无效”。"
_BAND_SHORT = "随便试，不会动到正式的本子。"
_THICK = 3  # pixels
_ASK = "在练习县里做的一切都会丢掉，换成新的练习县。"
_ABOUT = (
    "练习县是另外一个本子，单位和人都是虚构的：一百家基层工会，五千名会员，有任期届满的，有空缺主席的，也有写了一半的公文。",
    "在里面做什么都不会动到正式的本子：它放在自己的文件夹里，不往第二处备份。单位叫“练习县总工会”，文号是“练习函”“练习发”。",
    "印出来的、存成 PDF 和 Word 的，每一页上下都有“练习，无效”；导出的 Excel 没有，请不要发出去。",
    "打开时窗口四周是红框，左上角写着“练习”。新来的同事先在里面走一遍：导入台账、印一封提醒函、撤销、恢复备份。",
)


class Practice(QObject):
    """The ways into the practice county, back, and to begin anew. ``people`` fills it where it is made.

    ``leaving`` asks to leave the open book and go on with what it brings; ``open_wanted`` brings what opens the county.
    """

    leaving = Signal(object)
    open_wanted = Signal(object)
    knock_wanted = Signal(Path)
    left = Signal()
    _asked = Signal(object)

    def __init__(
        self,
        places: Places,
        records: Callable[[], Sequence[type[Record]]],
        people: Callable[[Book], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._places, self._records, self._people = places, records, people
        # from the event loop: what asks goes with its window
        self._asked.connect(self.leaving, Qt.ConnectionType.QueuedConnection)

    def enter(self) -> None:
        """Leave what is open for the practice county."""
        self._asked.emit(self.open)

    def leave(self) -> None:
        """回到正式本子."""
        self._asked.emit(self.left.emit)

    def begin_anew(self) -> None:
        """重新开始练习: it goes with all that was done in it, and is made again."""
        self._asked.emit(self._anew)

    def _anew(self) -> None:
        self.open_wanted.emit(self._made_anew)

    def _made_anew(self) -> Book:
        forget_practice(self._places)
        return self._new()

    def open(self) -> None:
        """Open it where no book is open; it is made at the first time."""
        path = practice_book(self._places)
        if protected(path):
            self.knock_wanted.emit(path)
        elif BookFolder.of(path).taken():
            self.open_wanted.emit(lambda: opened(self._places, path, self._records()))
        else:
            self.open_wanted.emit(self._new)

    def _new(self) -> Book:
        return new_practice(self._places, self._records(), self._people)


class PracticeFrame(QFrame):
    """The red frame, with the word 练习 and the ways out over what it frames."""

    def __init__(self, scale: Scale, practice: Practice, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self.setProperty("look", "practice")
        self.word = label("练习", "practice-word")
        self.text = label("", "practice")
        self.anew_button = small("重新开始练习…", lambda: self.ask(asking=True))
        self.leave_button = small("回到正式本子", practice.leave)
        self.yes_button = small("重新开始", practice.begin_anew)
        self.no_button = small("不了", lambda: self.ask(asking=False))
        buttons = (self.anew_button, self.leave_button, self.yes_button, self.no_button)
        band = row(scale, self.word, self.text, 1, *buttons, gap=12, margins=(12, 3, 12, 3))
        box = column(scale, band, inside, gap=0)
        box.setStretch(1, 1)
        self.setLayout(box)
        scale.follow(self, lambda: box.setContentsMargins(_THICK, 0, _THICK, _THICK))  # large text needs the width
        scale.follow(self, lambda: self.ask(asking=self.asking))

    @property
    def asking(self) -> bool:
        """Whether the band asks if all is to begin anew."""
        return self.text.text() == _ASK

    def ask(self, *, asking: bool) -> None:
        """Ask in the band whether all is to begin anew, or ask no more."""
        says = _BAND_SHORT if self._scale.factor > 1.2 else _BAND
        self.text.setText(_ASK if asking else says)
        for button in (self.anew_button, self.leave_button):
            button.setVisible(not asking)
        for button in (self.yes_button, self.no_button):
            button.setVisible(asking)
        if asking:
            self.no_button.setFocus()


class PracticePage(SubPage):
    """What the practice county is; ``inside`` = it is the book that is open."""

    help_page = "practice"

    def __init__(self, desk: Desk, practice: Practice, *, inside: bool, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        words, go = ("回到正式本子", practice.leave) if inside else ("打开练习县", practice.enter)
        self.go_button = primary(words, go)
        self.help_button = plain("怎样练习", lambda: desk.help("practice"))
        scale = desk.scale
        inner = QWidget()
        inner.setLayout(column(scale, *(label(text, wrap=True) for text in _ABOUT), 1, gap=10))
        card = Card(scale, label("先练手，再动正式的本子", "card-title"))
        card.add(Scroll(inner), 1)
        card.add(row(scale, 1, self.help_button, self.go_button))
        top = row(scale, back("返回", self.leave, desk.icons, scale), label(PRACTICE, "title"), 1)
        box = column(scale, top, card, gap=10, margins=self.margins)
        box.setStretch(1, 1)
        self.setLayout(box)
