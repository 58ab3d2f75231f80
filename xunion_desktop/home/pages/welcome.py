"""The first page on a PC that has no book yet: make one, open one, or look around in the demo county."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.saving import unfit
from xunion_desktop.desk.boxes import column, label, row, rule
from xunion_desktop.desk.buttons import plain, primary
from xunion_desktop.desk.cards import Card, Scroll
from xunion_desktop.desk.desk import Furniture
from xunion_desktop.desk.notes import NoteCard
from xunion_desktop.office.pages.new_password import NewPassword
from xunion_desktop.office.user_names import read_user_name

BOOK_FILES = "本子 (*.xunion)"
FIRST_NAME = "兴县总工会"
_OPEN_WHY = "谁打开这台电脑，谁就能看这个本子；笔记本丢了，里面的内容也可能被人看到。以后随时可以设密码。"
_SHEET = "设好后会出一张恢复单，忘了密码时用，请备好打印机。"


class WelcomePage(QWidget):
    """Where the day before the first day begins. The signals tell what the clerk chose.

    ``make_wanted`` brings the path, and who owns the book with which password (None = it asks for no log-in).
    """

    make_wanted = Signal(Path, object)
    open_wanted = Signal(Path)
    demo_wanted = Signal()
    rescue_wanted = Signal()  # a book comes back from a backup, or from a package

    def __init__(self, furniture: Furniture, books: Path, trouble: Trouble | None = None) -> None:
        super().__init__()
        self._furniture = furniture
        self._books = books
        self.setWindowTitle("工会工作台")
        self.setProperty("look", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name = QLineEdit(FIRST_NAME)
        self.name.setAccessibleName("本子的名称")
        self.make = primary("新建本子", self._make)
        self.open = plain("打开已有的本子…", self._open)
        self.demo = plain("看看演示县", self.demo_wanted.emit)
        self.rescue = plain("从备份恢复、从文件打开…", self.rescue_wanted.emit)
        self.with_password, self.without = QRadioButton("设密码（推荐）"), QRadioButton("不设密码，一个人用")
        self.owner = QLineEdit()
        self.owner.setPlaceholderText("姓名，登录时选它")
        self.password = NewPassword(furniture.scale, ("您的名字", self.owner))
        self.warning = NoteCard(furniture.scale, furniture.icons, "不设密码，打开就能看。", _OPEN_WHY, "amber")
        self.wrong = label("", "red", wrap=True)
        self._lay(trouble)
        self._listen()
        self.with_password.setChecked(True)
        self.resize(furniture.scale.px(760), furniture.scale.px(640))

    def _lay(self, trouble: Trouble | None) -> None:
        scale = self._furniture.scale
        where = label(f"本子放在 {self._books}，内容加密，只存在这台电脑上。", "second", wrap=True)
        self._sheet = label(_SHEET, "second", wrap=True)
        card = Card(
            scale,
            label("新建本单位的本子", "card-title"),
            self.name,
            where,
            row(scale, self.with_password, self.without, 1, gap=20),
            self.password,
            self._sheet,
            self.warning,
            self.wrong,
            row(scale, 1, self.make),
            rule(),
            row(scale, self.open, self.demo, 1),
            row(scale, self.rescue, 1),
        )
        parts: list[QWidget | int] = [
            label("工会工作台", "title"),
            label("先要有一个本子，台账、文件都记在里面。", "second"),
        ]
        if trouble is not None:
            parts.append(NoteCard(scale, self._furniture.icons, trouble.sentence, trouble.remedy, "red"))
        inner = QWidget()
        inner.setLayout(column(scale, 1, *parts, card, 2, gap=14, margins=(60, 20, 60, 20)))
        self.setLayout(column(scale, Scroll(inner)))
        self.wrong.hide()

    def _listen(self) -> None:
        self.with_password.toggled.connect(self._show_way)
        self.password.second.returnPressed.connect(self._make)
        self.name.returnPressed.connect(self._on_name)
        self.name.textEdited.connect(self.wrong.hide)

    @Slot(bool)
    def _show_way(self, protected: bool) -> None:
        for part in (self.password, self._sheet):
            part.setVisible(protected)
        self.warning.setVisible(not protected)
        self.wrong.hide()

    def _on_name(self) -> None:
        """Enter in the name: on to the password, or the book is made."""
        if self.with_password.isChecked():
            self.owner.setFocus()
        else:
            self._make()

    def _make(self) -> None:
        name, owner = self.name.text().strip(), self.owner.text().strip()
        if marks := unfit(name):
            self._refuse(f"名称里不能有 {' '.join(marks)}，请换一个。", self.name)
        elif not name:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.without.isChecked():
            self.make_wanted.emit(self._books / f"{name}.xunion", None)
        else:
            self._make_owned(self._books / f"{name}.xunion", owner)

    def _make_owned(self, path: Path, owner: str) -> None:
        field = self.owner
        try:
            name, field = read_user_name(owner), self.password.first
            password = self.password.take()
        except Trouble as trouble:
            self._refuse(f"{trouble.sentence}{trouble.remedy}", field)
        else:
            self.make_wanted.emit(path, (name, password))

    def wait(self) -> None:
        """A book is being made: with a password it takes a moment."""
        self.make.setText("正在新建…")
        for part in (self.make, self.open, self.demo, self.rescue):
            part.setEnabled(False)

    def _refuse(self, words: str, field: QLineEdit) -> None:
        self.wrong.setText(words)
        self.wrong.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        chosen = self._furniture.files.open(self, "打开本子", BOOK_FILES)
        if chosen is not None:
            self.open_wanted.emit(chosen)
