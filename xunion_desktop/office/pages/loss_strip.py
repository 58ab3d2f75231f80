"""LossStrip: records that were lost outside the program; an administrator restores, or says why the book goes on."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from xunion_desktop.desk.boxes import column, label, row
from xunion_desktop.desk.buttons import small
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.note_strip import NoteStrip
from xunion_desktop.store.lost import losses, take_note

_SECOND = "从那以前的备份恢复，缺的记录就回来。不恢复的，查清以后写明原因：首页不再催，日志里留着。"


class LossStrip(NoteStrip):
    """Shown to administrators while the log tells of a loss that nobody has taken note of."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = label("", "strong", wrap=True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("原因，如 换电脑时拷错了文件，缺的已重新录入")
        self.reason.setAccessibleName("不恢复的原因")
        self.reason.returnPressed.connect(self._take_note)
        self.button = small("写明原因，不再提醒", self._take_note)
        line = row(desk.scale, self.reason, self.button, gap=10)
        line.setStretch(0, 1)
        second = label(_SECOND, "second", wrap=True)
        self.setLayout(column(desk.scale, self.title, second, line, gap=5, margins=(12, 8, 12, 8)))
        self.spare(desk.scale, second)

    def refresh(self) -> None:
        """Ask, or have nothing to ask."""
        open_ones = [loss for loss in losses() if loss.noted is None] if self._desk.rights.is_admin else []
        if open_ones:
            self.title.setText(f"{open_ones[-1].line.time} 打开时发现：操作记录在程序之外被去掉或换过。")
        self.setVisible(bool(open_ones))

    def _take_note(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self.reason.setFocus()
        elif self._desk.messages.attempt(lambda: take_note(self._desk.book, reason)):
            self.reason.clear()
            self.refresh()
            self._desk.messages.say("记进日志了，首页不再提醒。", "以后再有缺失，照样会提醒。")
