"""从备份恢复, 从文件打开: a damaged or lost book comes back, or one from another PC, while no book is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QWidget

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.file_names import name_fault
from xunion_desktop.desk.boxes import column, label, row
from xunion_desktop.desk.buttons import back, plain, primary
from xunion_desktop.desk.cards import Card, Scroll
from xunion_desktop.desk.cell_model import CellModel
from xunion_desktop.desk.cell_table import CellTable
from xunion_desktop.desk.cells import Cell, Weight
from xunion_desktop.desk.furniture import Furniture
from xunion_desktop.desk.message_line import MessageLine
from xunion_desktop.desk.progress import Progress
from xunion_desktop.office.new_places import unpacked
from xunion_desktop.office.pages.unlock_fields import UnlockFields
from xunion_desktop.office.putting_back import put_back
from xunion_desktop.office.rescuing import (
    backups_in,
    backups_of_this_pc,
    folder_of,
    keyring_at,
    name_of,
    place_for,
)
from xunion_desktop.store.package import SUFFIX
from xunion_desktop.store.record import Record
from xunion_desktop.store.shelf import Backup
from xunion_desktop.store.unlocking import Unlock

TITLE = "从备份恢复"
PACKAGES = f"本子打包文件 (*{SUFFIX})"
_HEADS = ("本子", "时间", "为什么", "条数", "验证")
_ROWS = 6  # seen at once
_ABOUT = "本子打不开了、电脑换了，都在这里找回来。备份在这台电脑上的已经列出；在优盘上的，先插上再选文件夹。"
_NONE = "这台电脑上没有备份，请插上优盘，选它的文件夹。"
_FREE = "这份备份不用密码。"
_KEPT = "那里现在的本子整个留在旁边，不会丢。"
_PACKAGE = "设了密码的本子，填登录的名字和密码，或者恢复码；没有设的，空着就行。"


class RescuePage(QWidget):
    """The whole window. ``lost`` is the book that does not open; ``rescued`` brings where the book is now.

    ``records`` gives what a book holds: the restored one is opened for a moment, to look at its users.
    """

    rescued = Signal(Path)
    left = Signal()
    help_wanted = Signal()

    def __init__(
        self,
        furniture: Furniture,
        books: Path,
        records: Callable[[], Iterable[type[Record]]],
        lost: Path | None = None,
    ) -> None:
        super().__init__()
        self._furniture, self._books, self._records, self._lost = furniture, books, records, lost
        self.shown: list[Backup] = []
        self.package: Path | None = None
        self.setWindowTitle("工会工作台")
        self.setProperty("look", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = CellModel(_HEADS, (3,), self)
        self.table = self._table()
        self.told = label("", "second", wrap=True)
        self.name = QLineEdit()
        self.name.setAccessibleName("恢复成哪个本子")
        self.where = label("", "second", wrap=True)
        self.fields = UnlockFields(furniture.scale)
        self.hint = label("", "second", wrap=True)
        self.go_button = primary("恢复", self.go)
        self.folder_button = plain("选优盘或文件夹…", self.choose_folder)
        self.file_button = plain("选打包文件…", self.choose_file)
        self._lay()
        self._listen()
        self._show([])
        furniture.jobs.glance(backups_of_this_pc, self._show)
        self.resize(furniture.scale.px(860), furniture.scale.px(680))

    # what is laid out

    def _table(self) -> CellTable:
        scale = self._furniture.scale
        table = CellTable(scale)
        table.setModel(self.model)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        return table

    def _lay(self) -> None:
        scale, icons = self._furniture.scale, self._furniture.icons
        self.back_button = back("返回", self.left.emit, icons, scale)
        top = row(scale, self.back_button, label(TITLE, "title"), 1)
        buttons = row(scale, self.folder_button, self.file_button, 1)
        listed = Card(scale, label(_ABOUT, "second", wrap=True), buttons, self.told, self.table)
        self._target = Card(scale, label("恢复成", "card-title"), self.name, self.where, self.fields, self.hint)
        self._target.add(row(scale, 1, self.go_button))
        inner = QWidget()
        inner.setLayout(column(scale, top, listed, self._target, 1, gap=12, margins=(40, 18, 40, 18)))
        line = MessageLine(scale, icons, self._furniture.messages, self._furniture.jobs)
        box = column(scale, Scroll(inner), line, gap=0)
        box.setStretch(0, 1)
        self.setLayout(box)

    def _fit(self) -> None:
        rows = max(1, min(len(self.shown), _ROWS))
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows * self.table.row_height())

    def _say(self, hint: str) -> None:
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def _listen(self) -> None:
        self._furniture.scale.follow(self.table, self._fit)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.name.textEdited.connect(lambda _text: self._ask_who())
        self.fields.given.connect(self.go)
        QShortcut(QKeySequence("F1"), self, self.help_wanted.emit)

    # what can be brought back

    def choose_folder(self) -> None:
        """选优盘或文件夹…: the backups there."""
        folder = self._furniture.files.folder(self, "备份在哪个文件夹")
        if folder is not None:
            self._furniture.jobs.glance(partial(backups_in, folder), partial(self._show, folder=folder))

    def choose_file(self) -> None:
        """选打包文件…: a whole book in one file, from another PC."""
        file = self._furniture.files.open(self, "从文件打开", PACKAGES)
        if file is not None:
            self.package = file
            self.table.clearSelection()
            self.table.setCurrentIndex(QModelIndex())
            self._show_target(self._books / f"{file.stem}.xunion", f"打包文件 {file.name}")
            self.fields.ask(())
            self._say(_PACKAGE)
            self.fields.show()
            self.fields.begin()

    def _show(self, found: Sequence[Backup], folder: Path | None = None) -> None:
        self.shown = list(found)
        self.model.show_rows([_cells(backup) for backup in found])
        nothing = f"“{folder}”里没有备份，请换一个文件夹。" if folder else _NONE
        self.told.setText("" if found else nothing)
        self.told.setVisible(not found)
        self.table.setVisible(bool(found))
        self._fit()
        self._target.setVisible(False)
        if found:
            own = (place for place, backup in enumerate(found) if backup.proved and self._lost == self._place(backup))
            self.table.selectRow(next(own, 0))

    def _on_row(self, current: QModelIndex) -> None:
        if current.isValid():
            self.package = None
            backup = self.shown[current.row()]
            self._show_target(self._place(backup), f"{backup.time:%Y-%m-%d %H:%M} 的备份")
            self.go_button.setEnabled(backup.proved)
            self._ask_who()

    def _place(self, backup: Backup) -> Path:
        return place_for(backup, self._books, self._lost)

    def _show_target(self, path: Path, what: str) -> None:
        folder = folder_of(path)
        self._folder, self._what = folder.parent, what
        self.name.setText(folder.name)
        self._target.show()
        self.go_button.setEnabled(True)
        self._tell_where()

    def _tell_where(self) -> None:
        kept = self.package is None and self._named() and self.target.exists()
        self.where.setText(f"{self._what}，放到 {self._folder}。{_KEPT if kept else ''}")

    @property
    def backup(self) -> Backup | None:
        """The backup that is chosen."""
        place = self.table.currentIndex().row()
        return self.shown[place] if self.package is None and 0 <= place < len(self.shown) else None

    @property
    def target(self) -> Path:
        """The folder that will be the book."""
        return self._folder / self.name.text().strip()

    def _named(self) -> bool:
        name = self.name.text().strip()
        return bool(name) and not name_fault(name)

    def _ask_who(self) -> None:
        """Who may open it: those of today where the book is there, else those of the backup."""
        backup = self.backup
        if backup is None or not self._named():
            return
        self._tell_where()
        keyring = keyring_at(self.target, backup)
        protected = keyring is not None and keyring.protected
        self.fields.setVisible(protected)
        self._say(backup.fault or ("" if protected else _FREE))
        if keyring is not None and protected:
            self.fields.ask(keyring.names())
            self.fields.by_code.setChecked(not keyring.names())

    # the deed

    def go(self) -> None:
        """恢复, or 打开 a package: in a worker, with progress; then the book is opened."""
        if not self._named():
            said = name_fault(self.name.text().strip()) or "名称空着。"
            self._furniture.messages.say(said, "请填本子的名称。", tone="amber")
            self.name.setFocus()
        elif self.go_button.isEnabled():
            unlock, backup = self.fields.unlock(), self.backup
            work = partial(_unpacked, self.package, self.target, unlock) if self.package else None
            if backup is not None:
                work = partial(_restored, backup, self.target, self._records(), unlock)
            if work is not None:
                self._run(work)

    def _run(self, work: partial[Path]) -> None:
        self.go_button.setEnabled(False)
        self.back_button.setEnabled(False)  # a process has one open book: this one, at the end, for a moment
        job = self._furniture.jobs.run("恢复本子", work, self.rescued.emit)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._again)

    def _failed(self, _trouble: Trouble) -> None:
        self._again()

    def _again(self) -> None:
        self.go_button.setEnabled(True)
        self.back_button.setEnabled(True)
        self.fields.begin()


def _restored(
    backup: Backup, target: Path, records: Iterable[type[Record]], unlock: Unlock | None, progress: Progress
) -> Path:
    return put_back(target, backup, records, unlock, progress).restored.folder


def _unpacked(file: Path, target: Path, unlock: Unlock | None, progress: Progress) -> Path:
    return unpacked(file, target, unlock, progress).marker


def _cells(backup: Backup) -> list[Cell]:
    return [
        Cell(name_of(backup)),
        Cell(f"{backup.time:%Y-%m-%d %H:%M}"),
        Cell(backup.reason, weight=Weight.SOFT),
        Cell(f"{sum(backup.counts.values()):,}", right=True),
        Cell("已验证", tone="green") if backup.proved else Cell("未通过", tone="red"),
    ]
