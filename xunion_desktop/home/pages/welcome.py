"""The first page on a PC that has no book yet: make one, open one, or look around in the demo county."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.saving import unfit
from xunion_desktop.desk.boxes import column, label, row, rule
from xunion_desktop.desk.buttons import plain, primary
from xunion_desktop.desk.cards import Card
from xunion_desktop.desk.desk import Furniture
from xunion_desktop.desk.notes import NoteCard

BOOK_FILES = "本子 (*.xunion)"
FIRST_NAME = "兴县总工会"


class WelcomePage(QWidget):
    """Where the day before the first day begins. The signals tell what the clerk chose."""

    make_wanted = Signal(Path)
    open_wanted = Signal(Path)
    demo_wanted = Signal()

    def __init__(self, furniture: Furniture, books: Path, trouble: Trouble | None = None) -> None:
        super().__init__()
        self._furniture = furniture
        self._books = books
        self.setWindowTitle("工会工作台")
        self.setProperty("look", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name = QLineEdit(FIRST_NAME)
        self.make = primary("新建本子", self._make)
        self.open = plain("打开已有的本子…", self._open)
        self.demo = plain("看看演示县", self.demo_wanted.emit)
        self.name.returnPressed.connect(self._make)
        self.wrong = label("", "red", wrap=True)
        self.wrong.hide()
        self.name.textEdited.connect(self.wrong.hide)
        self._lay(trouble)
        self.resize(furniture.scale.px(760), furniture.scale.px(520))

    def _lay(self, trouble: Trouble | None) -> None:
        scale = self._furniture.scale
        new = row(scale, self.name, self.make, gap=12)
        where = label(f"本子放在 {self._books}，内容加密，只存在这台电脑上。", "second", wrap=True)
        card = Card(
            scale,
            label("新建本单位的本子", "card-title"),
            new,
            self.wrong,
            where,
            rule(),
            row(scale, self.open, self.demo, 1),
        )
        parts: list[QWidget | int] = [
            label("工会工作台", "title"),
            label("先要有一个本子，台账、文件都记在里面。", "second"),
        ]
        if trouble is not None:
            parts.append(NoteCard(scale, self._furniture.icons, trouble.sentence, trouble.remedy, "red"))
        self.setLayout(column(scale, 1, *parts, card, 2, gap=14, margins=(60, 20, 60, 20)))

    def _make(self) -> None:
        name = self.name.text().strip()
        if marks := unfit(name):
            self.wrong.setText(f"名称里不能有 {' '.join(marks)}，请换一个。")
            self.wrong.show()
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif name:
            self.make_wanted.emit(self._books / f"{name}.xunion")
        else:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        chosen = self._furniture.files.open(self, "打开本子", BOOK_FILES)
        if chosen is not None:
            self.open_wanted.emit(chosen)
