"""BackupCard: one backup: when and why it was made, whether it is proved, what it holds, its last deeds."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from xunion_desktop.desk.boxes import column, follow, label, row
from xunion_desktop.desk.buttons import back, plain
from xunion_desktop.desk.cards import Card, Scroll
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.notes import NoteCard
from xunion_desktop.desk.pills import Pill
from xunion_desktop.store.copying import megabytes
from xunion_desktop.store.proof import LastDeed
from xunion_desktop.store.shelf import Backup

_NONE_YET = "还没有备份"
_FILES = "台账都能恢复；附件从别的备份里找。请到“体检”看看，再备份一次。"
_BY_ITSELF = "退出时、每半小时、导入和恢复之前会自动备份；也可以现在就做一份。"
_BY_HAND = "练习县不自动备份，只在恢复之前先留一份；可以现在就做一份，试试怎样恢复。"


class BackupCard(Card):
    """The backup that is selected; ``restore_wanted`` and ``prove_wanted`` say what is to be done with it."""

    closed = Signal()
    restore_wanted = Signal()
    prove_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.scale, gap=8, parent=parent)
        self._desk = desk
        self._labels = {record.kind_of(): record.label for record in desk.book.records if record.journaled}
        for kind in desk.hidden_kinds:
            self._labels.pop(kind, None)
        self.back_button = back("返回列表", self.closed.emit, desk.icons, desk.scale)
        self.back_button.hide()
        self.title = label("", "card-title", wrap=True)
        self.state = Pill(desk.scale)
        self.second = label("", "second", wrap=True)
        self.prove_button = plain("再验一次", self.prove_wanted.emit)
        self.restore_button = plain("恢复…", self.restore_wanted.emit)
        head = row(desk.scale, self.back_button, self.title, self.state)
        head.setStretch(1, 1)
        self._inner = QWidget()
        self._held = column(desk.scale, gap=8)
        self._inner.setLayout(self._held)
        self.add(head)
        self.add(self.second)
        self.add(Scroll(self._inner), 1)
        self.add(row(desk.scale, 1, self.prove_button, self.restore_button))
        self.show_backup(None)

    def show_backup(self, backup: Backup | None) -> None:
        """Show this backup."""
        while (item := self._held.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.prove_button.setVisible(backup is not None)
        self.restore_button.setVisible(backup is not None and self._desk.rights.is_admin)
        self.restore_button.setEnabled(backup is not None and backup.proved)
        if backup is None:
            self.title.setText(_NONE_YET)
            self.second.setText(_BY_HAND if self._desk.copies is None else _BY_ITSELF)
            self.state.show_state("", "grey")
            return
        self.title.setText(f"{backup.time:%Y-%m-%d %H:%M:%S}")
        self.state.show_state(*state_of(backup))
        self.second.setText(f"{backup.reason or '来源不明'}　{megabytes(backup.size)}　{backup.folder}")
        for part in self._parts(backup):
            self._held.addWidget(part)
        self._held.addStretch(1)

    def _parts(self, backup: Backup) -> list[QWidget]:
        parts: list[QWidget] = []
        if backup.fault:
            scale, icons = self._desk.scale, self._desk.icons
            text = "这一份没有通过验证，不能用来恢复。"
            parts.append(NoteCard(scale, icons, text, f"{backup.fault}。请另做一份，或看看别处的备份。", "red"))
        elif backup.files_fault:
            scale, icons = self._desk.scale, self._desk.icons
            parts.append(NoteCard(scale, icons, f"{backup.files_fault}。", _FILES, "amber"))
        if backup.last_deeds:
            parts.append(label("最后几次操作", "strong"))
            parts += [label(self._told(deed), wrap=True) for deed in backup.last_deeds]
        return [*parts, label("里面有", "strong"), self._counts(backup)]

    def _told(self, deed: LastDeed) -> str:
        """Who did it and when; what it was only to those who may see every room: a label may name what is in one."""
        return f"{deed.time}　{deed.user}".strip() if self._desk.hidden_kinds else str(deed)

    def _counts(self, backup: Backup) -> QWidget:
        counted = QWidget()
        grid = QGridLayout(counted)
        follow(grid, self._desk.scale, 4, (0, 0, 0, 4))
        grid.setColumnStretch(2, 1)
        known = [(self._labels[kind], count) for kind, count in backup.counts.items() if kind in self._labels and count]
        for number, (words, count) in enumerate(known):
            grid.addWidget(label(words, "field"), number, 0)
            grid.addWidget(label(f"{count:,} 条"), number, 1)
        return counted


def state_of(backup: Backup) -> tuple[str, str]:
    """The pill of a backup: word and tone."""
    if backup.proved and backup.files_fault:
        return "缺附件", "amber"
    return ("已验证", "green") if backup.proved else ("未通过", "red")
