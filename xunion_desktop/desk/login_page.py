"""LoginPage: who comes in (ui/login.png): a name and a password, or the recovery code and a new password.

It knows no book: ``Door`` tells it what stands on it, tries what was typed, and tells it what came of that.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QStackedWidget, QWidget

from .boxes import column, label, row
from .buttons import link, plain
from .cards import Scroll
from .door_sign import DoorSign
from .furniture import Furniture
from .keycaps import KeyCaps
from .login_cards import CodeCard, PasswordCard
from .notes import NoteCard
from .overrides import guarded
from .theme import MUTE

NARROW = 900  # below this the card stands over the words
Frame = Callable[[QWidget], QWidget]
_KEYS = (("↑↓", "选用户"), ("Enter", "登录"), ("F1", "帮助"), ("Alt+F4", "退出"))
_SLOGAN = "台账、换届、公文，一个本子记清，一键印成纸。"


class LoginPage(QWidget):
    """The whole window before a protected book is open.

    ``frame`` lays that of the practice county round it, with its own ways out. ``before_closing`` tells a locked one
    whether it may go yet, and calls it when it may.
    """

    password_given = Signal(str, str)  # name, password
    code_given = Signal(str, str, str)  # code, name, new password
    other_wanted = Signal()  # another book; of a locked window: another user
    demo_wanted = Signal()
    help_wanted = Signal()
    rescue_wanted = Signal()  # the book does not open: from a backup

    def __init__(self, furniture: Furniture, sign: DoorSign, frame: Frame | None = None) -> None:
        super().__init__()
        self._furniture, self._sign, self._frame = furniture, sign, frame
        self.before_closing: Callable[[Callable[[], object]], bool] | None = None
        self.note: NoteCard | None = None
        self.framed: QWidget | None = None
        self.setWindowTitle(f"{sign.title} · 工会工作台")
        self.setProperty("look", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.password = PasswordCard(furniture, sign)
        self.code = CodeCard(furniture, sign)
        self.cards = QStackedWidget()
        for card in (self.password, self.code):
            self.cards.addWidget(card)
        self._lay()
        self._listen()
        if sign.names:
            self.password.begin()
        else:
            self.ask_for_code()
        if furniture.icons.fault is not None and not sign.locked:  # on the lock that is the place of what is not kept
            self.warn(furniture.icons.fault.sentence, furniture.icons.fault.remedy)
        self.resize(1366, 768)

    # what is laid out

    def _lay(self) -> None:
        scale = self._furniture.scale
        band = QFrame()
        band.setProperty("look", "redband")
        scale.follow(band, lambda: band.setFixedHeight(scale.px(4)))
        self._left, self._right = QWidget(), QWidget()
        self._left.setLayout(column(scale, *self._words(), gap=14))
        self._right.setLayout(row(scale, 1, self.cards, 1))
        self._middle = row(scale, self._left, self._right, gap=40)
        self._middle.setStretch(0, 5)
        self._middle.setStretch(1, 4)
        inner = QWidget()
        sides = row(scale, 1, self._middle, 1)
        sides.setStretch(1, 8)
        inner.setLayout(column(scale, 1, sides, 1, margins=(24, 20, 24, 20)))
        keys = KeyCaps(scale)
        keys.show_keys(_KEYS)
        foot = QFrame()
        foot.setProperty("look", "band")
        where = label(f"{self._sign.title}　•　工会工作台", "second")
        foot.setLayout(row(scale, where, 1, keys, margins=(16, 4, 16, 4)))
        self._over = column(scale, gap=0)  # where something is to be said over all of it
        holder = QWidget()
        holder.setLayout(self._over)
        box = column(scale, band, holder, Scroll(inner), foot, gap=0)
        box.setStretch(2, 1)
        self.setLayout(box if self._frame is None else self._framed(box, self._frame))
        scale.follow(self, self._fold)

    def _framed(self, box: QBoxLayout, frame: Frame) -> QBoxLayout:
        inside = QWidget()
        inside.setProperty("look", "ground")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside.setLayout(box)
        self.framed = frame(inside)
        return column(self._furniture.scale, self.framed, gap=0)

    def _words(self) -> list[QWidget | int]:
        scale, sign = self._furniture.scale, self._sign
        parts: list[QWidget | int] = [
            label(sign.title, "union"),
            label("已锁屏" if sign.locked else "工会工作台", "banner"),
            label("您填的内容都在，输密码接着用。" if sign.locked else _SLOGAN, "slogan", wrap=True),
        ]
        parts += [self._fact(*fact) for fact in sign.facts]
        if not sign.locked and self._frame is None:
            demo = QWidget()
            self.demo_button = plain("打开练习县", self.demo_wanted.emit)
            words = label("先练手，不会动到正式的本子", "second", wrap=True)
            line = row(scale, self.demo_button, words, gap=10, margins=(0, 24, 0, 0))
            line.setStretch(1, 1)
            demo.setLayout(line)
            parts.append(demo)
        if not sign.locked:
            self.rescue_button = link("本子打不开了，从备份恢复…", self.rescue_wanted.emit)
            rescue = QWidget()
            rescue.setLayout(row(scale, self.rescue_button, 1))
            parts.append(rescue)
        return parts

    def _fact(self, icon: str, text: str, second: str) -> QWidget:
        scale, icons = self._furniture.scale, self._furniture.icons
        mark, fact = QLabel(), QWidget()
        scale.follow(mark, lambda: mark.setPixmap(icons.pixmap(icon, MUTE, 18)))
        line = row(
            scale, mark, column(scale, label(text, wrap=True), label(second, "second", wrap=True), gap=1), gap=14
        )
        line.setStretch(1, 1)
        fact.setLayout(line)
        return fact

    def _fold(self) -> None:
        """Side by side where there is room, else the card first."""
        wide = self.width() >= self._furniture.scale.px(NARROW)
        beside, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
        self._middle.setDirection(beside if wide else above)

    @guarded()
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.before_closing is not None and not self.before_closing(self.close):
            event.ignore()
        else:
            super().closeEvent(event)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _listen(self) -> None:
        self.password.given.connect(self.password_given)
        self.password.forgotten.connect(self.ask_for_code)
        self.password.other_wanted.connect(self.other_wanted)
        self.code.given.connect(self.code_given)
        self.code.back_wanted.connect(self._back_to_password)
        self._furniture.scale.changed.connect(self._fold)
        QShortcut(QKeySequence("F1"), self, self.help_wanted.emit)

    # what the door tells

    @property
    def card(self) -> PasswordCard | CodeCard:
        """The card that is up."""
        return self.code if self.cards.currentWidget() is self.code else self.password

    def ask_for_code(self) -> None:
        """忘了密码，用恢复码."""
        self.cards.setCurrentWidget(self.code)
        self.code.begin()

    def _back_to_password(self) -> None:
        self.cards.setCurrentWidget(self.password)
        self.password.begin()

    def warn(self, sentence: str, remedy: str) -> None:
        """Say what is wrong behind the door, for as long as it is shut."""
        if self.note is None:
            self.note = NoteCard(self._furniture.scale, self._furniture.icons, sentence, remedy, "red")
            self._over.addWidget(self.note)

    def wait(self) -> None:
        """What was typed is being tried."""
        self.card.wait()

    def refuse(self, sentence: str, seconds: int) -> None:
        """It was wrong; the next may be tried after so many seconds."""
        self.card.refuse(sentence, seconds)
