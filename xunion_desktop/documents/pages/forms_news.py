"""What is to be settled about a form before it is changed: the program ships a newer one, or the office's is broken."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from xunion_desktop.desk.boxes import column
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.messages import Answer
from xunion_desktop.desk.notes import NoteCard
from xunion_desktop.documents.forms import Standing, State

_NEWER = "程序升级后，自带的这个模板有了新版"
_NEWER_WHY = "本单位的还在用。先对比，再决定保留自己的，还是采用新的；两样都能撤销。"
_BROKEN_WHY = "现在打印用的是程序自带的。"


class FormNews(QWidget):
    """A note with the three answers of an upgrade, or with 恢复原样; hidden where nothing is to be settled."""

    kept = Signal()
    taken = Signal()
    compared = Signal()
    restored = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.note: NoteCard | None = None
        self._box = column(desk.scale, gap=0)
        self.setLayout(self._box)
        self.hide()

    def show_standing(self, standing: Standing, *, shut: bool) -> None:
        """Say what is to be settled; whoever may not write may compare."""
        if self.note is not None:
            self.note.hide()
            self.note.deleteLater()
            self.note = None
        if standing.state is State.NEWER:
            answers = [Answer("对比", self.compared.emit)]
            if not shut:
                answers += [Answer("保留自己的", self.kept.emit), Answer("采用新的", self.taken.emit)]
            self._show(_NEWER, _NEWER_WHY, "amber", answers)
        elif standing.state is State.BROKEN and standing.fault is not None:
            said = f"{_BROKEN_WHY}{standing.fault.remedy}"
            self._show(standing.fault.sentence, said, "red", [] if shut else [Answer("恢复原样…", self.restored.emit)])
        self.setVisible(self.note is not None)

    def _show(self, text: str, second: str, look: str, answers: list[Answer]) -> None:
        self.note = NoteCard(self._desk.scale, self._desk.icons, text, second, look, answers)
        self._box.addWidget(self.note)
