"""Ctrl+K: one line over everything; what it finds is listed by register, Enter opens it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from xunion_desktop.desk.boxes import column, label, row, rule
from xunion_desktop.desk.chips import ChipRow, ChipText
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.keycaps import KeyCaps
from xunion_desktop.desk.overrides import guarded
from xunion_desktop.home.finding import Group, Hit, find

ALL = "all"
HINT = "单位、姓名、文号、代码，或拼音首字母"
NOTHING = "没有找到。换一个字，或去掉空格。"
_PAUSE_MS = 60


class Palette(QDialog):
    """The search over all registers that the rooms offer for it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self._desk = desk
        self._groups: list[Group] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText(HINT)
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        self.chips = ChipRow(desk.scale)
        self.hits = QListWidget()
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.told = label("", "second")
        self._lay()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.search)
        self.line.textChanged.connect(lambda _text: self._pause.start())
        self.chips.chosen.connect(lambda _chip: self._list())
        self.hits.itemActivated.connect(self._open_item)
        self.hits.itemClicked.connect(self._open_item)

    def _lay(self) -> None:
        scale = self._desk.scale
        keys = KeyCaps(scale)
        keys.show_keys((("↑↓", "选"), ("Enter", "打开"), ("Tab", "换类别"), ("Esc", "离开")))
        foot = row(scale, keys, 1, self.told)
        self.setLayout(column(scale, self.line, self.chips, self.hits, rule(), foot, gap=10, margins=(16, 16, 16, 12)))
        self.setMinimumSize(scale.px(560), min(scale.px(520), 640))

    @Slot()
    def search(self) -> None:
        """Look for what stands in the line now."""
        desk = self._desk
        registers = [desk.register(name) for room in desk.rooms for name in room.search]
        self._groups = find(registers, self.line.text(), desk.today)
        total = sum(group.count for group in self._groups)
        chips = [ChipText(ALL, "全部", total)]
        chips += [ChipText(group.register, group.title, group.count) for group in self._groups]
        self.chips.show_chips(chips, ALL)
        self.told.setText(f"找到 {total} 条" if total else NOTHING if self.line.text().strip() else "")
        self._list()

    def _list(self) -> None:
        self.hits.clear()
        for group in self._groups:
            if self.chips.current in (ALL, group.register):
                heading = QListWidgetItem(group.title)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                self.hits.addItem(heading)
                for hit in group.hits:
                    self._add(hit)
        self._step(1)

    def _add(self, hit: Hit) -> None:
        item = QListWidgetItem(f"{hit.title}\n{hit.second}" if hit.second else hit.title)
        item.setData(Qt.ItemDataRole.UserRole, hit)
        self.hits.addItem(item)

    def _step(self, step: int) -> None:
        """Go to the next hit in this direction, past the headings."""
        at = self.hits.currentRow() + step
        while 0 <= at < self.hits.count():
            if self.hits.item(at).data(Qt.ItemDataRole.UserRole) is not None:
                self.hits.setCurrentRow(at)
                return
            at += step

    def _next_chip(self) -> None:
        ids = [ALL, *(group.register for group in self._groups)]
        place = ids.index(self.chips.current) if self.chips.current in ids else -1
        self.chips.check(ids[(place + 1) % len(ids)])
        self._list()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key is Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key is Qt.Key.Key_Tab:
            self._next_chip()
        else:
            return False
        return True

    def _enter(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.search()
        if (item := self.hits.currentItem()) is not None:
            self._open_item(item)

    @Slot(QListWidgetItem)
    def _open_item(self, item: QListWidgetItem) -> None:
        hit = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(hit, Hit):
            self.accept()
            self._desk.open_register(hit.register, "", (), hit.key)
