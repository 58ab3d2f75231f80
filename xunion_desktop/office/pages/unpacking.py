"""UnpackStrip: a book that comes as one file: who opens it, where a password is set; then where it is to lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from xunion_desktop.desk.boxes import column, label, row
from xunion_desktop.desk.buttons import link, small
from xunion_desktop.desk.note_strip import NoteStrip
from xunion_desktop.desk.scale import Scale
from xunion_desktop.store.unlocking import Unlock

from .unlock_fields import UnlockFields

_SECOND = "本子设了密码的，填登录的名字和密码，或者恢复码；没有设的，空着就行。"


class UnpackStrip(NoteStrip):
    """Asked in the page; hidden while nothing is to be unpacked."""

    wanted = Signal(object)  # the package, once the clerk goes on

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: Path | None = None
        self.title = label("", "strong", wrap=True)
        self.fields = UnlockFields(scale)
        self.fields.given.connect(self._go)
        self.go_button = small("选文件夹，解开", self._go)
        line = row(scale, self.fields, column(scale, 1, row(scale, self.go_button, link("不解开", self.hide))), gap=10)
        line.setStretch(0, 1)
        second = label(_SECOND, "second", wrap=True)
        self.setLayout(column(scale, self.title, second, line, gap=5, margins=(12, 8, 12, 8)))

    def ask(self, file: Path) -> None:
        """Ask about this package."""
        self._file = file
        self.title.setText(f"从“{file.name}”打开本子")
        self.fields.ask(())
        self.show()
        self.fields.begin()

    def unlock(self) -> Unlock | None:
        """Who opens it; None = it has no password."""
        return self.fields.unlock()

    def _go(self) -> None:
        if self._file is not None:
            self.wanted.emit(self._file)
