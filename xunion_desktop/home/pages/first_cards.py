"""The three cards of the first run: the own union, who may open the book, where its backups go."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QLineEdit, QWidget

from xunion_desktop.basics.codes import tidy_code
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.desk.boxes import column, follow, label, row
from xunion_desktop.desk.buttons import link, plain
from xunion_desktop.desk.furniture import Furniture
from xunion_desktop.desk.notes import NoteCard
from xunion_desktop.office.first_words import FirstWords, first_words, stem_of
from xunion_desktop.office.pages.new_password import NewPassword
from xunion_desktop.office.safekeeping import demand_apart
from xunion_desktop.office.user_names import read_user_name
from xunion_desktop.store.disk_faults import disk_told
from xunion_desktop.store.folder import SUFFIX, BookFolder
from xunion_desktop.store.making import Owner, demand_place

_UNION = "这些字印在每一份文件上。名称以外的可以先不管，以后在“设置 → 本单位资料”里改。"
_WHO = "填上名字和密码，打开时就要登录；空着就是不设。以后在“设置 → 用户与权限”里随时能改。"
_OPEN = "谁打开这台电脑，谁就能看这个本子；笔记本丢了，里面的内容也可能被人看到。"
_SHEET = "建好后会出一张恢复单，忘了密码时用，请备好打印机。"
_BACKUPS = "程序每半小时、退出时自己备份，备份完打开验一遍。电脑坏了，要靠放在别处的那一份。"
_GONE = "请接好优盘，或看它是否被移动、改名；也可以换个地方。填的都还在。"
_NO_SECOND = "还没有选。可以以后在“设置 → 备份与恢复”里选。"
_FIELDS = (  # name, words, hint
    ("name", "单位全称", "印在红头、落款上的名称"),
    ("short_name", "简称", "正文里简称本会时用"),
    ("superior", "上级工会", "报告、请示的主送"),
    ("stem", "代字开头", "如 兴工：文号是 兴工发、兴工函；不知道就空着"),
    ("code", "统一社会信用代码", "18 位，不知道就空着"),
)


class UnionCard(QWidget):
    """Names and code of the own union, filled with what is likely."""

    def __init__(self, furniture: Furniture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        proposed = first_words()
        self.fields = {name: QLineEdit(getattr(proposed, name)) for name, _words, _hint in _FIELDS}
        self._stem = proposed.stem
        grid = QGridLayout()
        follow(grid, furniture.scale, 8, (0, 0, 0, 0))
        grid.setColumnStretch(1, 1)
        for place, (name, words, hint) in enumerate(_FIELDS):
            field, named = self.fields[name], label(words, "field")
            field.setAccessibleName(words)
            field.setPlaceholderText(hint)
            field.setToolTip(hint)
            named.setBuddy(field)
            grid.addWidget(named, place, 0)
            grid.addWidget(field, place, 1)
        self.setLayout(column(furniture.scale, label(_UNION, "second", wrap=True), grid, 1, gap=10))
        self.fields["name"].textEdited.connect(self._propose)

    def _propose(self, name: str) -> None:
        """Another name has another 代字, as long as the clerk wrote none himself."""
        stem = self.fields["stem"]
        if stem.text() == self._stem:
            self._stem = stem_of(name.strip())
            stem.setText(self._stem)

    def take_over(self, texts: Iterable[str]) -> None:
        """Show what stood in the fields of the card before; a 代字 that was proposed there goes with the name still."""
        for field, text in zip(self.fields.values(), texts, strict=True):
            field.setText(text)
        self._stem = stem_of(self.fields["name"].text().strip())

    def words(self, second: Path | None = None) -> FirstWords:
        """What stands in the fields, which show it as it is kept from now on."""
        for name, field in self.fields.items():
            field.setText((tidy_code if name == "code" else str.strip)(field.text()))
        return FirstWords(**{name: field.text() for name, field in self.fields.items()}, second=second)


class OwnerCard(QWidget):
    """A name and a password twice; all of them blank = the book asks for no log-in. ``changed`` = either now."""

    changed = Signal()

    def __init__(self, furniture: Furniture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scale, icons = furniture.scale, furniture.icons
        self.owner = QLineEdit()
        self.owner.setPlaceholderText("姓名，登录时选它")
        self.password = NewPassword(scale, ("您的名字", self.owner))
        self.warning = NoteCard(scale, icons, "现在是空着：不设密码，打开就能看。", _OPEN, "amber")
        self.sheet = NoteCard(scale, icons, _SHEET, "", "grey")
        told = label(_WHO, "second", wrap=True)
        self.setLayout(column(scale, told, self.password, self.warning, self.sheet, 1, gap=10))
        for field in self.fields:
            field.textChanged.connect(self._on_text)
        self._on_text()

    @property
    def fields(self) -> tuple[QLineEdit, ...]:
        """The three of them."""
        return self.owner, *self.password.lines

    @property
    def blank(self) -> bool:
        """Whether no log-in is wanted."""
        return not any(field.text() for field in self.fields)

    def take(self) -> Owner | None:
        """Who owns the book (None = everybody at this PC); Trouble where it will not do."""
        return None if self.blank else (read_user_name(self.owner.text().strip()), self.password.take())

    def _on_text(self) -> None:
        self.warning.setVisible(self.blank)
        self.sheet.setVisible(not self.blank)
        self.changed.emit()


class BackupsCard(QWidget):
    """Where the book and its backups go, and a second place that may wait. ``books`` = the folder for the book.

    ``moved`` = one of the places is another now.
    """

    moved = Signal()

    def __init__(self, furniture: Furniture, books: Path, backups: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._furniture, self._usual, self._name = furniture, books, ""
        self._backups = backups
        self.books = books
        self.second: Path | None = None
        self.where = label("", wrap=True)
        self.here = label(str(backups), wrap=True)
        self.chosen = label(_NO_SECOND, "second", wrap=True)
        self.move_button = plain("换个地方…", self.move_book)
        self.usual_button = link("放回原处", lambda: self.put_into(self._usual))
        self.choose_button = plain("选文件夹…", self.choose)
        self.drop_button = link("不要了", self.drop)
        grid = QGridLayout()
        follow(grid, furniture.scale, 10, (0, 0, 0, 0))
        grid.setColumnStretch(1, 1)
        scale = furniture.scale
        elsewhere = row(scale, self.move_button, self.usual_button, 1)
        second = row(scale, self.choose_button, self.drop_button, 1)
        lines: tuple[tuple[str, QLabel | QLayout], ...] = (
            ("本子", self.where), ("", elsewhere), ("备份", self.here), ("第二处", self.chosen), ("", second)
        )  # fmt: skip
        for place, (words, shown) in enumerate(lines):
            grid.addWidget(label(words, "field"), place, 0)
            grid.addLayout(shown, place, 1) if isinstance(shown, QLayout) else grid.addWidget(shown, place, 1)
        self.setLayout(column(scale, label(_BACKUPS, "second", wrap=True), grid, 1, gap=10))
        self.put_into(books)
        self.drop()

    def show_name(self, name: str) -> None:
        """Say where the book of this name will lie."""
        self._name = name
        self.where.setText(str(self._folder()))

    def _folder(self) -> Path:
        """Its folder: a chosen one that is called like the book is that of the book."""
        if not self._name:
            return self.books
        with suppress(Trouble):  # one that cannot be looked at is told when the book is made
            return BookFolder.to_be(self.books / f"{self._name}{SUFFIX}")
        return self.books / self._name

    def move_book(self) -> None:
        """换个地方…: into another folder than that of the program, where that is full, say, or must not be written."""
        folder = self._furniture.files.folder(self, "新本子放在哪个文件夹里")
        if folder is not None:
            self.put_into(folder)

    def put_into(self, folder: Path) -> None:
        """Put the book into this folder."""
        self.books = folder
        self.usual_button.setVisible(folder != self._usual)
        self.show_name(self._name)
        self.moved.emit()

    def fault(self) -> tuple[Trouble, QWidget] | None:
        """What is wrong with the places, looked at before anything is made, and the button that mends it."""
        for demand, button in ((self._demand_books, self.move_button), (self._demand_second, self.choose_button)):
            try:
                demand()
            except Trouble as trouble:
                return trouble, button
        return None

    def _demand_books(self) -> None:
        """A folder that the clerk chose is not made anew where it is gone: he means the one that he saw."""
        with disk_told(self.books):
            if self.books != self._usual and not self.books.is_dir():
                raise Trouble(f"“{self.books}”不在了，没有新建本子。", _GONE)
        demand_place(self._folder())

    def _demand_second(self) -> None:
        if self.second is not None:
            demand_apart(self.second, self._folder(), self._backups)

    def choose(self) -> None:
        """选文件夹…: a stick, another disk, a shared folder."""
        folder = self._furniture.files.folder(self, "备份的第二处：优盘、移动硬盘或共享文件夹")
        if folder is not None:
            self._choose(folder)

    def _choose(self, folder: Path) -> None:
        self.second = folder
        self.chosen.setText(str(folder))
        self.drop_button.show()
        self.moved.emit()

    def drop(self) -> None:
        """不要了: it can be chosen later."""
        self.second = None
        self.chosen.setText(_NO_SECOND)
        self.drop_button.hide()
        self.moved.emit()

    def take_over(self, name: str, books: Path, second: Path | None) -> None:
        """Show the places that were chosen in the card before for the book of this name."""
        self._name = name
        self.put_into(books)
        if second is not None:
            self._choose(second)
