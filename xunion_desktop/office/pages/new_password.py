"""Two fields for a new password, as every page that sets one shows them."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.desk.boxes import follow, label
from xunion_desktop.desk.login_cards import secret
from xunion_desktop.desk.scale import Scale
from xunion_desktop.store.passwords import demand_good

HINT = "至少 6 个字符，汉字一个算两个"


class NewPassword(QWidget):
    """A password twice, and perhaps other fields above it, in one grid."""

    def __init__(self, scale: Scale, *above: tuple[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.second = secret(HINT), secret()
        grid = QGridLayout()
        follow(grid, scale, 8, (0, 0, 0, 0))
        grid.setColumnStretch(1, 1)
        for place, (words, field) in enumerate((*above, ("密码", self.first), ("再输一遍", self.second))):
            named = label(words, "field")
            named.setBuddy(field)
            field.setAccessibleName(words)
            grid.addWidget(named, place, 0)
            grid.addWidget(field, place, 1)
        self.setLayout(grid)

    def take(self) -> str:
        """The password; Trouble where it is too short or was not typed the same twice."""
        password = self.first.text()
        demand_good(password)
        if password != self.second.text():
            raise Trouble("两遍密码不一样。", "请再输一遍。")
        return password

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.first, self.second):
            field.clear()

    @property
    def lines(self) -> tuple[QLineEdit, QLineEdit]:
        """Both fields."""
        return self.first, self.second
