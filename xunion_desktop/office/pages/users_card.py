"""The list of users, and what can be done with the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QLineEdit, QWidget

from xunion_desktop.basics.rights import Role
from xunion_desktop.desk.boxes import column, label, row
from xunion_desktop.desk.buttons import plain
from xunion_desktop.desk.calm_combo import CalmCombo
from xunion_desktop.desk.cards import Card
from xunion_desktop.desk.cell_model import CellModel
from xunion_desktop.desk.cell_table import CellTable
from xunion_desktop.desk.cells import Cell, Weight
from xunion_desktop.desk.desk import Desk
from xunion_desktop.office.access import add_user, change_role, deactivate, register, shut_out
from xunion_desktop.office.users import Listed, User, listed
from xunion_desktop.store.log import Logged

from .new_password import NewPassword

_SEEN = 8
_STAYS = "停用后不能登录；他做过的操作和名字都留着。以后可以重新加进来。"
_GONE = "去掉他的密码，他就不能登录了；他做过的操作和名字都留着。"
_STRANGER = "（有密码，名单里没有他：改角色就登记，不该有的请去掉）"


class UsersCard(Card):
    """Users, their roles and passwords. Wrapping a password takes half a second: it is done in a worker."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.scale, label("用户", "card-title"), parent=parent)
        self._desk = desk
        self._lines: list[Listed] = []
        self.model = CellModel(("姓名", "角色", "状态", "上次登录"), parent=self)
        self.table = CellTable(desk.scale)
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.add(self.table)
        sides = row(desk.scale, self._chosen_side(), self._new_side(), gap=28)
        for place in (0, 1):
            sides.setStretch(place, 1)
        self.add(sides)
        desk.scale.follow(self.table, self._fit)
        self.refresh()

    def _chosen_side(self) -> QWidget:
        scale = self._desk.scale
        self.chosen = label("", "strong", wrap=True)
        self.role = roles()
        self.role_button = plain("改角色", self.change_role)
        self.again = NewPassword(scale)
        self.password_button = plain("重设密码", self.reset_password)
        self.stop_button = plain("停用…", self._ask_to_stop)
        role = row(scale, self.role, self.role_button)
        role.setStretch(0, 1)
        side = QWidget()
        side.setLayout(
            column(scale, self.chosen, role, self.again, row(scale, self.stop_button, 1, self.password_button), 1)
        )
        return side

    def _new_side(self) -> QWidget:
        scale = self._desk.scale
        self.name = QLineEdit()
        self.name.setPlaceholderText("姓名，登录时选它")
        self.new_role = roles()
        self.new_role.setCurrentText(Role.CLERK)
        self.new = NewPassword(scale, ("姓名", self.name), ("角色", self.new_role))
        self.add_button = plain("新增用户", self.add_user)
        self.new.second.returnPressed.connect(self.add_user)
        side = QWidget()
        side.setLayout(column(scale, label("新增", "strong"), self.new, row(scale, 1, self.add_button), 1))
        return side

    # what is shown

    def refresh(self) -> None:
        """Read the users again; the chosen one stays chosen."""
        chosen = self.line.name if self.line is not None else ""
        logins: dict[str, str] = {}
        for line in self._desk.book.log_lines(500, Logged.LOGIN):
            logins.setdefault(line.user, line.time)
        self._lines = listed(self._desk.book.keys.names())
        self.model.show_rows([_cells(line, logins.get(line.name, "")) for line in self._lines])
        self._fit()
        names = [line.name for line in self._lines]
        self.table.selectRow(names.index(chosen) if chosen in names else 0)
        self._show_chosen()

    @property
    def line(self) -> Listed | None:
        """The line that is chosen in the list."""
        place = self.table.currentIndex().row()
        return self._lines[place] if 0 <= place < len(self._lines) else None

    @property
    def user(self) -> User | None:
        """The user who is chosen, where he is written down."""
        return self.line.user if self.line is not None else None

    def _fit(self) -> None:
        rows = max(1, min(len(self._lines), _SEEN))
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows * self.table.row_height())

    def _on_row(self, _index: QModelIndex) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        line = self.line
        stranger = line is not None and line.user is None
        active = line is not None and (stranger or bool(line.user and line.user.active))
        self.chosen.setText(f"{line.name}{_STRANGER if stranger else ''}" if line is not None else "")
        if line is not None:
            self.role.setCurrentText(str(line.role))
        self.stop_button.setText("停用…" if active and not stranger else "去掉…")
        self.stop_button.setEnabled(active or (line is not None and line.opens))
        self.role_button.setEnabled(active)
        self.password_button.setText("重设密码" if active else "重新启用")
        self.again.clear()

    @property
    def typed(self) -> bool:
        """Whether anything stands under 新增 or in a password that is not done yet."""
        return any(field.text() for field in (self.name, *self.new.lines, *self.again.lines))

    # deeds

    def add_user(self) -> None:
        """新增用户: with a first password."""
        name, role = self.name.text(), Role(self.new_role.currentText())
        password = self._password(self.new)
        if password:
            self._run("新增用户", lambda: add_user(self._desk.book, name, role, password), f"已加用户：{name.strip()}")

    def reset_password(self) -> None:
        """重设密码, without the old one; a user who was stopped comes back by it."""
        line, password = self.line, self._password(self.again)
        if line is None or not password:
            return
        book, name, role = self._desk.book, line.name, line.role
        if line.user is not None and line.user.active:
            self._run("重设密码", lambda: book.keys.set_password(name, password), f"已重设{name}的密码")
        else:
            self._run("重新启用", lambda: add_user(book, name, role, password), f"{name}可以登录了")

    def change_role(self) -> None:
        """改角色: from the next log-in on."""
        line, role, book = self.line, Role(self.role.currentText()), self._desk.book
        if line is None:
            return

        def act() -> None:
            if line.user is not None:
                change_role(book, line.user, role)
            else:
                register(book, line.name, role)

        if self._desk.messages.attempt(act):
            self._desk.messages.say(f"{line.name}的角色已改为{role}", "他下次登录起算。")
        self.refresh()

    def _ask_to_stop(self) -> None:
        line, user, ask = self.line, self.user, self._desk.messages.ask
        if user is not None and user.active:
            ask(f"停用“{user.name}”吗？", _STAYS, "停用", lambda: self._stop(user))
        elif line is not None:
            ask(f"去掉“{line.name}”的密码吗？", _GONE, "去掉", lambda: self._shut_out(line.name))

    def _shut_out(self, name: str) -> None:
        if self._desk.messages.attempt(lambda: shut_out(self._desk.book, name)):
            self._desk.messages.say(f"已去掉：{name}", tone="amber")
        self.refresh()

    def _stop(self, user: User) -> None:
        if self._desk.messages.attempt(lambda: deactivate(self._desk.book, user)):
            self._desk.messages.say(f"已停用：{user.name}", tone="amber")
        self.refresh()

    def _password(self, fields: NewPassword) -> str:
        taken: list[str] = []
        self._desk.messages.attempt(lambda: taken.append(fields.take()))
        return taken[0] if taken else ""

    def _run(self, title: str, act: Callable[[], object], done: str) -> None:
        def tell(_result: object) -> None:
            self._desk.messages.say(done)

        job = self._desk.jobs.run(title, lambda _progress: act(), tell, stoppable=False)
        job.done.connect(self._begin_anew)  # told all the same where this page is gone by then

    def _begin_anew(self, _result: object) -> None:
        self.name.clear()
        self.new.clear()
        self.refresh()


def roles() -> QComboBox:
    """A list of the roles."""
    made = CalmCombo()
    made.addItems([str(role) for role in Role])
    made.setAccessibleName("角色")
    return made


def _cells(line: Listed, last: str) -> list[Cell]:
    weight = Weight.SOFT if line.state == "停用" else Weight.PLAIN
    tone = "amber" if not line.settled else "green" if line.state == "在用" else "grey"
    role = str(line.role) if line.user is not None else "—"
    cells = (Cell(line.name, weight=weight), Cell(role, weight=weight), Cell(line.state, tone=tone))
    return [*cells, Cell(last or "—", weight=weight)]
