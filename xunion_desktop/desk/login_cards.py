"""The two cards of the log-in page: name and password; recovery code and new password."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.passwords import demand_good

from .boxes import column, label, relook, row, rule
from .buttons import button, link
from .calm_combo import CalmCombo
from .cards import Card
from .door_sign import DoorSign
from .furniture import Furniture
from .notes import NoteCard
from .overrides import guarded

CARD_WIDTH = 410
_STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
_CAPS = "大写锁定开着。"


class SecretCard(Card):
    """A card with fields, one red deed, and a note where something was wrong."""

    def __init__(self, furniture: Furniture, title: str, deed: str, try_it: Callable[[], None]) -> None:
        super().__init__(furniture.scale, gap=8, margins=(28, 24, 28, 18))
        self._furniture = furniture
        self._try, self._words = try_it, deed
        self._seconds = 0
        self._fields: list[QWidget] = []
        self.note: NoteCard | None = None
        self.add(label(title, "title"))
        self._body = column(furniture.scale, gap=6)
        self.add(self._body)
        self.deed: QPushButton = button(deed, self._go, "primary")
        self.deed.setProperty("tall", "true")
        policy = self.deed.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.deed.setSizePolicy(policy)
        self._ticks = QTimer(self)
        self._ticks.setInterval(1000)
        self._ticks.timeout.connect(self._tick)
        furniture.scale.follow(self, lambda: self.setFixedWidth(furniture.scale.px(CARD_WIDTH)))

    def field(self, words: str, field: QWidget) -> None:
        """Add a field under its label; Enter in a line goes on, in the last one it is the deed."""
        named = label(words, "field")
        named.setBuddy(field)
        field.setAccessibleName(words)
        field.setProperty("tall", "true")
        self._body.addWidget(named)
        self._body.addWidget(field)
        self._fields.append(field)
        if isinstance(field, QLineEdit):
            field.returnPressed.connect(self._on_enter)

    def _on_enter(self) -> None:
        lines = [field for field in self._fields if isinstance(field, QLineEdit) and not field.isHidden()]
        empty = next((line for line in lines if not line.text()), None)
        self._go() if empty is None else empty.setFocus()

    def _go(self) -> None:
        if self.deed.isEnabled():
            self._try()

    # what came of it

    def wait(self) -> None:
        """It is being tried."""
        self._take_note_away()
        self._set_enabled(enabled=False)
        self.deed.setText("正在打开…")

    def refuse(self, sentence: str, seconds: int = 0) -> None:
        """Say what was wrong; for so many seconds nothing can be tried."""
        self._seconds = seconds
        self._set_enabled(enabled=not seconds)
        self._take_note_away()
        self.note = NoteCard(self._furniture.scale, self._furniture.icons, sentence, look="red")
        self._body.addWidget(self.note)
        self._show_seconds()
        if seconds:
            self._ticks.start()
        self.begin_again()

    def begin_again(self) -> None:
        """After a refusal: back to what must be typed anew."""

    def _take_note_away(self) -> None:
        if self.note is not None:
            self.note.hide()
            self.note.deleteLater()
            self.note = None

    def _set_enabled(self, *, enabled: bool) -> None:
        self.deed.setEnabled(enabled)
        for field in self._fields:
            field.setEnabled(enabled or self._seconds > 0)

    @Slot()
    def _tick(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self._ticks.stop()
            self._set_enabled(enabled=True)
        self._show_seconds()

    def _show_seconds(self) -> None:
        self.deed.setText(f"请等 {self._seconds} 秒" if self._seconds > 0 else self._words)


def secret(hint: str = "") -> QLineEdit:
    """A field that shows dots."""
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setPlaceholderText(hint)
    return made


def names_list(names: Sequence[str], last: str, roles: Mapping[str, str]) -> QComboBox:
    """Who may come in, and as what where this PC has seen him; the one of last time is chosen."""
    made = CalmCombo()
    for name in names:
        made.addItem(f"{name}　{roles.get(name, '')}".strip(), name)
    made.setCurrentIndex(max(0, made.findData(last)))
    return made


class PasswordCard(SecretCard):
    """登录: a name from the list (by the arrow keys, also from the password) and its password."""

    given = Signal(str, str)
    forgotten = Signal()
    other_wanted = Signal()

    def __init__(self, furniture: Furniture, sign: DoorSign) -> None:
        locked = sign.locked
        super().__init__(furniture, "已锁屏" if locked else "登录", "解锁" if locked else "登录", self._give)
        scale, self._sign = furniture.scale, sign
        self.name = names_list(sign.names, sign.last, sign.roles)
        self.name.currentIndexChanged.connect(lambda _place: self._show_foot())
        self.password = secret()
        self.password.installEventFilter(self)
        self._caps = False
        self.field("用户", self.name)
        self.field("密码", self.password)
        self.add(self.deed)
        other = link("换一个人登录…" if locked else "换一个本子…", self.other_wanted.emit)
        self.forgot_button = link("忘了密码，用恢复码…", self.forgotten.emit)
        self.add(row(scale, self.forgot_button, 1, other))
        self.forgot_button.setVisible(not locked)
        self.other_button = other
        self.add(rule())
        self.foot = label("", "second", wrap=True)
        self.add(self.foot)
        self.add(1)
        self._show_foot()

    def choose(self, name: str) -> None:
        """Choose who comes in."""
        self.name.setCurrentIndex(self.name.findData(name))

    def _show_foot(self) -> None:
        """When the chosen one was in last on this PC."""
        name = self.name.currentData()
        seen = self._sign.seen.get(name, "")
        said = [f"上次登录 {seen}（{name}）"] if seen else []
        self.foot.setText("　•　".join([*said, self._sign.foot] if self._sign.foot else said))
        self.foot.setVisible(bool(self.foot.text()))

    def begin(self) -> None:
        """Into the field of the password."""
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_again(self) -> None:
        relook(self.password, level="error")
        self.password.selectAll()
        self.begin()

    def refuse(self, sentence: str, seconds: int = 0) -> None:
        super().refuse(f"{sentence}{_CAPS}" if self._caps else sentence, seconds)

    def _give(self) -> None:
        if self.password.text():
            relook(self.password, level="")
            self.given.emit(self.name.currentData(), self.password.text())
        else:
            self.begin()

    @guarded(harmless=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if (step := _STEPS.get(event.key())) is not None:
                self.name.setCurrentIndex(max(0, min(self.name.count() - 1, self.name.currentIndex() + step)))
                return True
            if event.text().isalpha():
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._caps = event.text().isascii() and event.text().isupper() is not shift
        return super().eventFilter(watched, event)


class CodeCard(SecretCard):
    """用恢复码打开: the code from the safe, whose password is to be set, and the new password twice."""

    given = Signal(str, str, str)
    back_wanted = Signal()

    def __init__(self, furniture: Furniture, sign: DoorSign) -> None:
        names = sign.names
        super().__init__(furniture, "用恢复码打开", "打开，设新密码" if names else "打开", self._give)
        self._named = bool(names)
        self.code = QLineEdit()
        self.code.setPlaceholderText("恢复单上的 25 位，如 ABCDE-FGHJK-…")
        self.name = names_list(names, sign.last, sign.roles)
        self.first, self.second = secret("至少 6 个字符"), secret()
        self.field("恢复码", self.code)
        if names:
            self.field("谁的密码", self.name)
            self.field("新密码", self.first)
            self.field("再输一遍", self.second)
        else:
            words = "这个本子的钥匙在原来那台电脑里，换了电脑要用恢复单上的恢复码打开。"
            self._body.insertWidget(0, label(words, "second", wrap=True))
        self.add(self.deed)
        back = link("返回登录", self.back_wanted.emit)
        self.add(row(furniture.scale, back, 1))
        back.setVisible(bool(names))
        self.add(1)

    def begin(self) -> None:
        """Into the field of the code."""
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_again(self) -> None:
        self.begin()

    def _give(self) -> None:
        if not self.code.text().strip():
            self.begin()
            return
        wrong = self._wrong() if self._named else ""
        if wrong:
            self.refuse(wrong)
            self.first.setFocus()
        else:
            self.given.emit(self.code.text(), self.name.currentData() or "", self.first.text())

    def _wrong(self) -> str:
        if self.first.text() != self.second.text():
            return "两遍新密码不一样，请再输一遍。"
        try:
            demand_good(self.first.text())
        except Trouble as trouble:
            return f"{trouble.sentence}{trouble.remedy}"
        return ""
