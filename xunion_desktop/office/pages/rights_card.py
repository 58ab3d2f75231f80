"""The table of rights: a line per room, a column per role; an administrator may do everything and has none."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from xunion_desktop.basics.rights import EVERY_ROOM, Grant, Level, Rights, Role
from xunion_desktop.desk.boxes import follow, label, row
from xunion_desktop.desk.buttons import plain
from xunion_desktop.desk.calm_combo import CalmCombo
from xunion_desktop.desk.cards import Card
from xunion_desktop.desk.desk import Desk
from xunion_desktop.office.access import write_grants
from xunion_desktop.office.users import grants_of

ROLES = (Role.CLERK, Role.TREASURER, Role.READER)
GRANTS = (
    Grant(Level.HIDDEN),
    Grant(Level.SEE),
    Grant(Level.SEE, clear=True),
    Grant(Level.WRITE),
    Grant(Level.WRITE, clear=True),
)
_WORDS = (
    "不可见的房间不出现在窗口里，也查不到。“可看原文”是写明原因后可以看打了星号的内容。改了以后，各人下次登录起算。"
)


class RightsCard(Card):
    """What was chosen and not yet saved stays in the lists until 保存权限 makes it one deed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.scale, label("各角色能做什么", "card-title"), parent=parent)
        self._desk = desk
        self.lists: dict[tuple[Role, str], QComboBox] = {}
        self._kept: dict[tuple[Role, str], Grant] = {}
        grid = QGridLayout()
        follow(grid, desk.scale, 8, (0, 0, 0, 0))
        for place, role in enumerate(ROLES, 1):
            grid.addWidget(label(role, "field"), 0, place)
            grid.setColumnStretch(place, 1)
        for line, (room_id, title) in enumerate(self._rooms(), 1):
            grid.addWidget(label(title), line, 0)
            for place, role in enumerate(ROLES, 1):
                grid.addWidget(self._list(role, room_id, title), line, place)
        self.add(grid)
        self.add(label(_WORDS, "second", wrap=True))
        self.save_button = plain("保存权限", self.save)
        self.add(row(desk.scale, 1, self.save_button))
        self.refresh()

    def _rooms(self) -> list[tuple[str, str]]:
        rooms = [(room.id, room.title) for room in self._desk.rooms if room.kinds]
        return [*rooms, (EVERY_ROOM, "以后新增的房间")]

    def _list(self, role: Role, room_id: str, title: str) -> QComboBox:
        made = CalmCombo()
        made.addItems([grant.words for grant in GRANTS])
        made.setAccessibleName(f"{role}在{title}")
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(6)
        made.activated.connect(lambda _place: self._show_changed())
        self.lists[role, room_id] = made
        return made

    def refresh(self) -> None:
        """Read them from the book."""
        for (role, room_id), shown in self.lists.items():
            grant = Rights(role, grants_of(role)).grant(room_id)
            self._kept[role, room_id] = grant
            shown.setCurrentIndex(GRANTS.index(grant) if grant in GRANTS else 0)
        self._show_changed()

    def changed(self) -> dict[tuple[Role, str], Grant]:
        """What was chosen and is not in the book yet."""
        chosen = {place: GRANTS[shown.currentIndex()] for place, shown in self.lists.items()}
        return {place: grant for place, grant in chosen.items() if grant != self._kept[place]}

    def save(self) -> None:
        """保存权限: one deed."""
        changed = self.changed()
        if changed and self._desk.messages.attempt(lambda: write_grants(self._desk.book, changed)):
            self._desk.messages.say("权限已保存", "各人下次登录起算。")
            self.refresh()

    def _show_changed(self) -> None:
        self.save_button.setEnabled(bool(self.changed()))
