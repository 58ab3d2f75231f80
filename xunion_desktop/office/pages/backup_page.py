"""备份与恢复: the proved copies of the book on this PC and in a second place; one of them becomes the book again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QWidget

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.desk.boxes import column, label, row
from xunion_desktop.desk.buttons import back, plain, primary
from xunion_desktop.desk.cards import Card
from xunion_desktop.desk.cell_model import CellModel
from xunion_desktop.desk.cell_table import CellTable, WholeRows
from xunion_desktop.desk.cells import Cell, Weight
from xunion_desktop.desk.chips import ChipRow, ChipText
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.empty_state import EmptyState
from xunion_desktop.desk.messages import Answer
from xunion_desktop.desk.progress import Progress
from xunion_desktop.desk.sliding import SlidingPair
from xunion_desktop.desk.sub_page import SubPage
from xunion_desktop.office.new_places import unpacked
from xunion_desktop.office.safekeeping import Made, NotCopied, Safekeeping
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.copying import megabytes
from xunion_desktop.store.folder import BookFolder
from xunion_desktop.store.package import SUFFIX, pack
from xunion_desktop.store.restoring import Restoring
from xunion_desktop.store.shelf import Backup
from xunion_desktop.store.stages import stage

from .backup_card import BackupCard, state_of
from .loss_strip import LossStrip
from .unpacking import UnpackStrip

TITLE = "备份与恢复"
HERE, SECOND = "here", "second"
_FORGOTTEN = (
    "。最近一次备份到第二处是 {last:%Y-%m-%d}，现在这台电脑没有设第二处，不会自己备份到那里："
    "请插上优盘，点“第二处（优盘）…”选一次。"
)
PACKAGES = f"本子打包文件 (*{SUFFIX})"
_HEADS = ("时间", "为什么", "条数", "大小", "验证")
_WIDTHS = {0: 168, 2: 84, 3: 84, 4: 84}
_OPEN_FILE = "这个本子没有设密码，谁拿到这个文件都能打开它，请保管好；"
_RESTORED = "先把现在的本子备份一份，再换成它。现在的本子整个留在旁边，不会丢；那以后做的操作不在恢复的本子里。"
_KEPT = "现在的本子整个留在旁边，不会丢；只是没有另外一份验证过的备份。"


class BackupPage(SubPage):
    """The list at the left, one backup at the right. The book stays readable while one is being restored."""

    help_page = "backup"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.kept = Safekeeping(desk.book, desk.settings)
        self.shown: list[Backup] = []
        self.model = CellModel(_HEADS, (2, 3), self)
        self.table = CellTable(desk.scale)
        self.table.setModel(self.model)
        self.card = BackupCard(desk)
        self.strip, self.loss = UnpackStrip(desk.scale), LossStrip(desk)
        self.empty = EmptyState(desk.scale)
        self.place = label("", "second", wrap=True)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.chips = ChipRow(desk.scale)
        self.make_button = primary("立即备份", self.make)
        self.second_button = plain("第二处（优盘）…", self.choose_second)
        self.elsewhere_button = plain("别处的备份…", desk.rescue_wanted.emit)
        self.pack_button = plain("打成一个文件…", self.pack)
        self.unpack_button = plain("从文件打开…", self.unpack)
        self._lay()
        self._listen()
        self.refresh()

    # what is laid out

    def _lay(self) -> None:
        scale = self.desk.scale
        self._size_columns()
        self._body = QStackedWidget()
        self._body.addWidget(WholeRows(self.table))
        self._body.addWidget(self.empty)
        listed = Card(scale, gap=6, margins=(14, 8, 14, 12))
        listed.add(self.place)
        listed.add(self._body, 1)
        listed.add(row(scale, self.second_button, self.elsewhere_button, 1, self.make_button))
        self.pair = SlidingPair(scale, listed, self.card)
        way_back = back("返回", self.leave, self.desk.icons, scale)
        top = row(scale, way_back, label(TITLE, "title"), self.chips, self.pack_button, self.unpack_button)
        top.setStretch(2, 1)
        box = column(scale, top, self.loss, self.strip, self.pair, gap=10, margins=self.margins)
        box.setStretch(3, 1)
        self.setLayout(box)
        for button in (self.pack_button, self.unpack_button, self.elsewhere_button):
            button.setVisible(self.desk.rights.is_admin)
        self.setFocusProxy(self.table)

    def _size_columns(self) -> None:
        header, scale = self.table.horizontalHeader(), self.desk.scale
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

        def apply() -> None:
            for section, width in _WIDTHS.items():
                header.resizeSection(section, scale.px(width))

        scale.follow(self.table, apply)

    def _listen(self) -> None:
        self.chips.chosen.connect(lambda _place: self.refresh())
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.clicked.connect(lambda _index: self.pair.slide(over=True))
        self.table.wanted.connect(lambda _row: self.pair.slide(over=True))
        self.card.closed.connect(lambda: self.pair.slide(over=False))
        self.card.restore_wanted.connect(self.ask_to_restore)
        self.card.prove_wanted.connect(self.prove)
        self.strip.wanted.connect(self._unpack)
        self.pair.narrowed.connect(self.card.back_button.setVisible)

    # what is there

    @property
    def backups(self) -> Backups:
        """Those of the place that is shown."""
        second = self.kept.second
        return second if self.chips.current == SECOND and second is not None else self.kept.here

    def refresh(self) -> None:
        """Read what lies in the place (a stick may be slow)."""
        chips = [ChipText(HERE, "这台电脑")] + ([ChipText(SECOND, "第二处")] if self.kept.second_folder else [])
        self.chips.show_chips(chips)
        self.card.back_button.setVisible(self.pair.narrow)
        backups = self.backups
        last = self.kept.forgotten
        self.place.setText(f"放在 {backups.place}{_FORGOTTEN.format(last=last) if last else ''}")
        self.loss.refresh()
        self.desk.jobs.glance(backups.all, self._took)

    def _took(self, found: Sequence[Backup]) -> None:
        self.shown = list(found)
        self.model.show_rows([_cells(backup) for backup in found])
        self._body.setCurrentIndex(int(not found))
        self.empty.show_words("这里还没有备份。", "", self.make, solid=False)
        self.table.selectRow(0)
        self.card.show_backup(found[0] if found else None)

    def _on_row(self, current: QModelIndex) -> None:
        self.card.show_backup(self.chosen(current.row()) if current.isValid() else None)

    def chosen(self, place: int | None = None) -> Backup | None:
        """The backup that is selected."""
        row_number = self.table.currentIndex().row() if place is None else place
        return self.shown[row_number] if 0 <= row_number < len(self.shown) else None

    # deeds

    def make(self) -> None:
        """立即备份: into both places, and proved."""
        self.desk.jobs.run("备份", partial(self.kept.make, "手动", self.desk.today), self._made)

    def _made(self, made: Made) -> None:
        say = self.desk.messages.say
        bad = next((copy for copy in (made.here, made.second) if copy is not None and not copy.proved), None)
        if bad is not None:
            say("这次备份没有通过验证，不能靠它恢复。", f"{bad.fault}。请到“体检”看看，再备份一次。", tone="red")
        elif made.why_not:
            say("已备份到这台电脑，第二处没有备份。", made.why_not, tone="amber")
        else:
            say(f"已备份{'到两处' if made.second else ''}，打开验过，可以恢复。", f"{made.here.folder}")
        if self.desk.copies is not None:
            self.desk.copies.made.emit(made.here)  # the status line says when
        self.refresh()

    def choose_second(self) -> None:
        """第二处…: choose the folder, and copy there at once."""
        folder = self.desk.files.folder(self, "第二处备份放在哪个文件夹")
        if folder is not None and self.desk.messages.attempt(lambda: self.kept.choose_second(folder)):
            self.refresh()
            self.make()

    def prove(self) -> None:
        """再验一次: read the whole backup again."""
        backup = self.chosen()
        if backup is None:
            return
        backups, key = self.backups, self.desk.book.database.key

        def done(proved: Backup) -> None:
            tone = "green" if proved.proved else "red"
            self.desk.messages.say("验过了，可以恢复。" if proved.proved else "没有通过验证。", proved.fault, tone=tone)

        job = self.desk.jobs.run("验证备份", lambda progress: backups.prove(backup, key, progress), done)
        job.done.connect(self._show_proved)  # told all the same where this page is gone by then

    def _show_proved(self, _proved: Backup) -> None:
        self.refresh()

    def ask_to_restore(self) -> None:
        """恢复…: the question says what happens to the present book."""
        backup = self.chosen()
        if backup is not None:
            question = f"把本子恢复成 {backup.time:%Y-%m-%d %H:%M} 的样子？"
            self.desk.messages.ask(question, _RESTORED, "恢复", partial(self.restore, backup))

    def restore(self, backup: Backup, *, copy: bool = True) -> None:
        """Copy the present book, prove the backup and build the book from it; then the program takes it over.

        A present book that cannot be copied (it may be damaged) is no reason to stay with it: the clerk is asked.
        """
        book, kept, today = self.desk.book, self.kept, self.desk.today

        def work(progress: Progress) -> Restoring:
            restoring = Restoring(book.place, backup, book.database.key, book.replicas, book.user)
            if copy:
                kept.make_first("恢复前", today, stage(progress, 0, 0.4))
            restoring.prepare(stage(progress, 0.4, 1))
            return restoring

        told = partial(self._not_restored, backup)
        self.desk.jobs.run("恢复备份", work, self.desk.restore_wanted.emit, writes=True, failed=told)

    def _not_restored(self, backup: Backup, trouble: Trouble) -> None:
        if isinstance(trouble, NotCopied):
            question = f"现在的本子没能先备份：{trouble.sentence}仍要恢复吗？"
            self.desk.messages.ask(question, _KEPT, "仍然恢复", partial(self.restore, backup, copy=False))
        else:
            self.desk.messages.trouble(trouble)

    def pack(self) -> None:
        """打成一个文件…: the whole book, encrypted, to carry it to another PC."""
        book = self.desk.book
        file = self.desk.files.save(self, "打成一个文件", f"{book.name}{SUFFIX}", PACKAGES)
        if file is not None:
            self.desk.jobs.run("打包", partial(pack, book, file), self._packed)

    def _packed(self, file: Path) -> None:
        there = "到那台电脑上用“从文件打开”。"
        if self.desk.book.keys.protected:
            self.desk.messages.say(f"已打成一个文件：{file.name}", f"要密码或恢复码才能打开；{there}")
        else:
            self.desk.messages.say(f"已打成一个文件：{file.name}", f"{_OPEN_FILE}{there}", tone="amber")

    def unpack(self) -> None:
        """从文件打开…: choose the package; where it is to lie is asked when its password is given."""
        file = self.desk.files.open(self, "从文件打开", PACKAGES)
        if file is not None:
            self.strip.ask(file)

    def _unpack(self, file: Path) -> None:
        folder = self.desk.files.folder(self, "解开到哪个文件夹")
        if folder is None:
            return
        unlock = self.strip.unlock()
        work = partial(unpacked, file, folder / file.stem, unlock)
        self.desk.jobs.run("解开打包文件", work, self._unpacked)

    def _unpacked(self, place: BookFolder) -> None:
        self.strip.hide()
        open_it = Answer("打开它", lambda: self.desk.book_wanted.emit(place.marker))
        self.desk.messages.say(f"已解开到 {place.folder}", "验过了，是完整的。", answer=open_it)


def _cells(backup: Backup) -> list[Cell]:
    word, tone = state_of(backup)
    count = sum(backup.counts.values())
    return [
        Cell(f"{backup.time:%Y-%m-%d %H:%M:%S}"),
        Cell(backup.reason, weight=Weight.SOFT),
        Cell(f"{count:,}", right=True),
        Cell(megabytes(backup.size), right=True, weight=Weight.SOFT),
        Cell(word, tone=tone),
    ]
