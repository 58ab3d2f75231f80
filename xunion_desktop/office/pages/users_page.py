"""用户与权限: who may log in, in which role, what each role may do, the recovery code, the lock. For administrators."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QWidget

from xunion_desktop.desk.boxes import column, label, row
from xunion_desktop.desk.buttons import back, plain, primary
from xunion_desktop.desk.calm_combo import CalmCombo
from xunion_desktop.desk.cards import Card, Scroll
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.foot import foot
from xunion_desktop.desk.grids import CardGrid
from xunion_desktop.desk.lock import CHOICES, MINUTES_SETTING, minutes_of
from xunion_desktop.desk.messages import Answer
from xunion_desktop.desk.notes import NoteCard
from xunion_desktop.desk.progress import Progress
from xunion_desktop.desk.sub_page import SubPage
from xunion_desktop.office.access import founding
from xunion_desktop.office.safekeeping import Safekeeping
from xunion_desktop.office.settling import settled, to_settle
from xunion_desktop.office.user_names import read_user_name
from xunion_desktop.store.sealing import Protected

from .new_password import NewPassword
from .recovery_page import TITLE as SHEET_TITLE
from .recovery_page import RecoveryPage, show_sheet
from .rights_card import RightsCard
from .users_card import UsersCard

TITLE = "用户与权限"
_OPEN_WHY = "谁打开这台电脑，谁就能看这个本子；笔记本丢了，里面的内容也可能被人看到。"
_NO_SHEET = "还没有印出恢复单，忘了密码就打不开本子，请现在就印一张。"
_SETTLE = "恢复了备份，用户和角色是那时候的，密码是现在的，请核对。"
_UNKEPT = (
    "“用户与权限”里填了还没有办的姓名或密码，离开就没有了。",
    "要保留，请点“不做”，回到那里办完；密码不存草稿。",
    "仍然离开",
)
_LEAST_CARD = 420


class UsersPage(SubPage):
    """Made anew whenever a log-in is set up or given up."""

    help_page = "users"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        scale = desk.scale
        self._given_up = False
        way_back = back("返回", self.leave, desk.icons, scale)
        self._inner = QWidget()
        self._box: QBoxLayout = column(scale, gap=12, margins=(0, 0, 8, 0))
        self._inner.setLayout(self._box)
        top = row(scale, way_back, label(TITLE, "title"), 1)
        box = column(scale, top, Scroll(self._inner), gap=12, margins=self.margins)
        box.setStretch(1, 1)
        self.setLayout(box)
        self._fill()

    def _fill(self) -> None:
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for card in self._protected() if self.desk.book.keys.protected else self._open():
            self._box.addWidget(card)
        self._box.addStretch(1)

    def _anew(self) -> None:
        self._fill()
        self.desk.keys_changed.emit()

    # what is typed and not done

    def unfinished(self) -> tuple[str, str, str] | None:
        """What is typed here is kept nowhere, for it may be a password: a question before the window goes."""
        return _UNKEPT if self._typed() and not self._given_up else None

    def halt(self) -> None:
        """The window goes, as it was told to."""
        self._given_up = True

    def resume(self) -> None:
        """It does not go after all."""
        self._given_up = False

    def _typed(self) -> bool:
        if self.desk.book.keys.protected:
            return self.users.typed
        return any(field.text() for field in (self.name, *self.new.lines))

    # a book with log-in

    def _protected(self) -> list[QWidget]:
        desk = self.desk
        self.users = UsersCard(desk)
        self.rights = RightsCard(desk)
        pair = CardGrid(desk.scale, _LEAST_CARD)
        pair.show_cards([self._recovery_card(), self._lock_card()])
        return [*self._to_settle(), self.users, self.rights, pair]

    def _to_settle(self) -> list[QWidget]:
        """What a restore brought back of users and roles, until somebody said that it is in order."""
        told, desk = to_settle(), self.desk
        if not told:
            return []
        done = Answer("都核对过了", self._settle)
        self.settle_note = NoteCard(desk.scale, desk.icons, _SETTLE, "；".join(told) + "。", "amber", [done])
        return [self.settle_note]

    def _settle(self) -> None:
        if self.desk.messages.attempt(lambda: settled(self.desk.book)):
            self._fill()

    def _recovery_card(self) -> Card:
        scale = self.desk.scale
        words = "恢复单丢了、被人看过，或者要再印一张，就换一个新的恢复码。新的印出来以后，以前的恢复单就作废。"
        self.code_button = plain("换新的恢复码…", self._ask_for_code)
        self.open_button = plain("不再要登录…", self._ask_to_open)
        kept = self.desk.book.keys.recovery_confirmed
        has = label("已有恢复单。") if kept else label(_NO_SHEET, "red", wrap=True)
        card = Card(scale, label(SHEET_TITLE, "card-title"), has)
        card.add(label(words, "second", wrap=True))
        card.add(foot(scale, [self.code_button, self.open_button], []))
        return card

    def _lock_card(self) -> Card:
        desk = self.desk
        self.minutes: QComboBox = CalmCombo()
        for minutes in CHOICES:
            self.minutes.addItem(f"{minutes} 分钟不动就锁" if minutes else "不自动锁", minutes)
        self.minutes.setCurrentIndex(max(0, self.minutes.findData(minutes_of(desk.settings))))
        self.minutes.setAccessibleName("自动锁屏")
        self.minutes.activated.connect(lambda _place: self._set_minutes())
        words = "只对这台电脑。随时可以按 Ctrl+L 马上锁。"
        line = row(desk.scale, self.minutes, 1)
        return Card(desk.scale, label("自动锁屏", "card-title"), line, label(words, "second", wrap=True), 1)

    def _set_minutes(self) -> None:
        minutes = self.minutes.currentData()
        if self.desk.messages.attempt(lambda: self.desk.settings.set(MINUTES_SETTING, minutes)):
            self.desk.keys_changed.emit()

    def _ask_for_code(self) -> None:
        second = "新的印出来以后，以前的恢复单就作废。"
        go = partial(show_sheet, self.desk, self._fill)
        self.desk.messages.ask("换一个新的恢复码吗？", second, "换，并印恢复单", go)

    def _ask_to_open(self) -> None:
        self.desk.messages.ask("以后打开本子不用登录吗？", _OPEN_WHY, "不再要登录", self._open_for_all)

    def _open_for_all(self) -> None:
        book = self.desk.book

        def act() -> None:
            book.keys.open_for_all()
            book.user = ""

        if self.desk.messages.attempt(act):
            self._anew()

    # a book without

    def _open(self) -> list[QWidget]:
        desk = self.desk
        note = NoteCard(desk.scale, desk.icons, "现在不用登录就能打开这个本子。", _OPEN_WHY, "amber")
        self.name = QLineEdit()
        self.name.setPlaceholderText("姓名，登录时选它")
        self.new = NewPassword(desk.scale, ("管理员", self.name))
        self.protect_button = primary("从此要登录", self._protect)
        words = "设好后会出一张恢复单，请备好打印机。其他人在登录以后再加。"
        card = Card(desk.scale, label("设密码", "card-title"), label(words, "second", wrap=True), self.new)
        card.add(row(desk.scale, 1, self.protect_button))
        return [note, card]

    def _protect(self) -> None:
        messages, taken = self.desk.messages, list[str]()
        if not messages.attempt(lambda: taken.append(read_user_name(self.name.text()))):
            self.name.setFocus()
        elif messages.attempt(lambda: taken.append(self.new.take())):
            work = protecting(self.desk, *taken)
            self.desk.jobs.run("设密码", work, self._protected_now, stoppable=False, writes=True)

    def _protected_now(self, came: tuple[Protected, str]) -> None:
        told, code = came
        self._anew()
        self.desk.show_page(RecoveryPage(self.desk, code), SHEET_TITLE)
        self.desk.messages.warn("从此要登录才能打开这个本子。", "".join(told.told))


def protecting(desk: Desk, name: str, password: str) -> Callable[[Progress], tuple[Protected, str]]:
    """Give the work that puts a log-in before the open book and its backups.

    It returns what became of the copies, and the recovery code, to be printed. Where no log-in could be set up, its
    administrator is not kept either.
    """
    second = Safekeeping(desk.book, desk.settings).second_folder

    def work(progress: Progress) -> tuple[Protected, str]:
        book = desk.book
        with founding(book, name):
            told = book.keys.protect(name, password, progress, [second] if second is not None else [])
        book.user = name
        return told, book.keys.new_recovery_code()

    return work
