"""The filters of 操作记录: words, who, which room, from which day to which."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from xunion_desktop.basics.dates import PartialDate, read_date
from xunion_desktop.desk.boxes import label, row
from xunion_desktop.desk.calm_combo import CalmCombo
from xunion_desktop.desk.desk import Desk
from xunion_desktop.store.deeds import Wanted

_SETTLE_MS = 150
_ALL_USERS, _ALL_ROOMS = "所有人", "所有内容"


class JournalFilter(QWidget):
    """One line of fields; ``changed`` when another list is wanted."""

    changed = Signal()

    def __init__(self, desk: Desk, users: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE_MS)
        self._timer.timeout.connect(self.changed)
        self.text = self._line("查找操作", "操作里的字", 180)
        self.since = self._line("从哪一天", "如 昨天、8.1", 104)
        self.until = self._line("到哪一天", "如 今天", 104)
        self.user = self._choice("谁", [(_ALL_USERS, ""), *((name, name) for name in users)])
        rooms = [(room.title, room.id) for room in desk.rooms if room.kinds]
        self.room = self._choice("哪个房间", [(_ALL_ROOMS, ""), *rooms])
        self.user.setVisible(bool(users))
        parts = (self.text, self.user, self.room, label("从", "second"), self.since, label("到", "second"), self.until)
        self.setLayout(row(desk.scale, *parts, 1, gap=8))

    def wanted(self) -> Wanted:
        """What the fields ask for; a day that is not understood asks for nothing."""
        since, until = self._day(self.since), self._day(self.until)
        room = next((room for room in self._desk.rooms if room.id == self.room.currentData()), None)
        return Wanted(
            user=self.user.currentData() or "",
            since=since.first if since else None,
            until=until.last if until else None,
            kinds=room.kinds if room is not None else frozenset(),
            text=self.text.text().strip(),
        )

    def clear(self) -> None:
        """Ask for everything again."""
        for field in (self.text, self.since, self.until):
            field.clear()
        for choice in (self.user, self.room):
            choice.setCurrentIndex(0)

    def _day(self, field: QLineEdit) -> PartialDate | None:
        return read_date(field.text(), self._desk.today) if field.text().strip() else None

    def _line(self, name: str, hint: str, width: int) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setToolTip(name)
        field.setPlaceholderText(hint)
        field.setClearButtonEnabled(True)
        field.textChanged.connect(lambda _text: self._timer.start())
        self._desk.scale.follow(field, lambda: field.setFixedWidth(self._desk.scale.px(width)))
        return field

    def _choice(self, name: str, entries: list[tuple[str, str]]) -> QComboBox:
        combo = CalmCombo()
        combo.setAccessibleName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for words, value in entries:
            combo.addItem(words, value)
        combo.currentIndexChanged.connect(lambda _place: self.changed.emit())
        return combo
