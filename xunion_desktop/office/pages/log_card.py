"""LogCard: one entry of the log: what happened, who, when, on which PC, and the reason that was given."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from xunion_desktop.desk.boxes import label, row
from xunion_desktop.desk.buttons import back
from xunion_desktop.desk.cards import Card
from xunion_desktop.desk.change_words import ChangeWords
from xunion_desktop.desk.desk import Desk
from xunion_desktop.store.log import LogLine


class LogCard(Card):
    """The entry that is selected."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.scale, gap=8, parent=parent)
        self._desk = desk
        self.back_button = back("返回列表", self.closed.emit, desk.icons, desk.scale)
        self.back_button.hide()
        self.title = label("", "card-title", wrap=True)
        self.second = label("", "second", wrap=True)
        self.sentence = label("", wrap=True)
        self.about = label("", "second", wrap=True)
        self.reason = label("", wrap=True)
        for words in (self.sentence, self.reason):
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head = row(desk.scale, self.back_button, self.title)
        head.setStretch(1, 1)
        self.add(head)
        for part in (self.second, self.sentence, self.reason, self.about):
            self.add(part)
        self.add(1)
        self.show_line(None)

    def show_line(self, line: LogLine | None) -> None:
        """Show this entry."""
        self.title.setText(line.word if line else "日志里还没有内容")
        self.second.setText("　".join(part for part in (line.time, line.user, line.machine) if part) if line else "")
        self.sentence.setText(line.sentence if line else "登录、查看和导出原文、恢复备份都会记在这里。")
        self.reason.setText(f"原因：{line.reason}" if line and line.reason else "")
        self.about.setText(self._about(line) if line and line.of_key else "")

    def _about(self, line: LogLine) -> str:
        words = ChangeWords(self._desk)
        return f"对象：{words.kind(line.of_kind)}“{words.title(line.of_kind, line.of_key)}”"
