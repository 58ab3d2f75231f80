"""UnlockFields: who opens a book that comes back or from elsewhere: a name and its password, or the recovery code."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from xunion_desktop.desk.boxes import column, row
from xunion_desktop.desk.calm_combo import CalmCombo
from xunion_desktop.desk.login_cards import secret
from xunion_desktop.desk.scale import Scale
from xunion_desktop.store.unlocking import ByCode, ByPassword, Unlock

_CODE_HINT = "恢复单上的 25 位，如 ABCDE-FGHJK-…"


class UnlockFields(QWidget):
    """Two ways in, one shown at a time; Enter in the last field is ``given``."""

    given = Signal()

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by_password, self.by_code = QRadioButton("用密码"), QRadioButton("用恢复码")
        self.user = CalmCombo()
        self.user.setEditable(True)
        self.user.setAccessibleName("登录的名字")
        self.password = secret("密码")
        self.password.setAccessibleName("密码")
        self.code = QLineEdit()
        self.code.setPlaceholderText(_CODE_HINT)
        self.code.setAccessibleName("恢复码")
        ways = row(scale, self.by_password, self.by_code, 1, gap=20)
        fields = row(scale, self.user, self.password, self.code, gap=10)
        for place in range(3):
            fields.setStretch(place, 1)
        self.setLayout(column(scale, ways, fields, gap=6))
        self.by_password.toggled.connect(self._show_way)
        for line in (self.password, self.code):
            line.returnPressed.connect(self.given)
        self.ask(())

    def ask(self, names: Sequence[str], hint: str = "登录的名字") -> None:
        """Ask anew: one of these names, or any where none is known."""
        self.user.clear()
        self.user.addItems(list(names))
        line = self.user.lineEdit()
        assert line is not None  # it is editable
        line.setPlaceholderText(hint)
        self.password.clear()
        self.code.clear()
        self.by_password.setChecked(True)
        self._show_way(by_password=True)

    def begin(self) -> None:
        """Into the first field."""
        (self.user if self.by_password.isChecked() else self.code).setFocus()

    def unlock(self) -> Unlock | None:
        """Who opens it; None = nothing was typed: the book may have no password."""
        if self.by_code.isChecked():
            code = self.code.text().strip()
            return ByCode(code) if code else None
        name = self.user.currentText().strip()
        return ByPassword(name, self.password.text()) if name and self.password.text() else None

    @Slot(bool)
    def _show_way(self, by_password: bool) -> None:
        for field in (self.user, self.password):
            field.setVisible(by_password)
        self.code.setVisible(not by_password)
