"""改密码: everybody changes his own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from xunion_desktop.desk.boxes import column, label, row
from xunion_desktop.desk.buttons import back, primary
from xunion_desktop.desk.cards import Card, Scroll
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.login_cards import secret
from xunion_desktop.desk.sub_page import SubPage

from .new_password import NewPassword

TITLE = "改密码"
_WIDTH = 460


class PasswordPage(SubPage):
    """The old password, and a new one twice. The book is not rewritten: its key is only wrapped anew."""

    help_page = "login"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        scale = desk.scale
        self.old = secret()
        self.new = NewPassword(scale, ("现在的密码", self.old))
        self.new.second.returnPressed.connect(self.change)
        self.deed = primary("改密码", self.change)
        about = label(f"用户：{desk.book.user}。改了以后，下次登录用新密码。", "second", wrap=True)
        card = Card(scale, label(TITLE, "card-title"), about, self.new, row(scale, 1, self.deed))
        scale.follow(card, lambda: card.setFixedWidth(scale.px(_WIDTH)))
        top = row(scale, back("返回", self.leave, desk.icons, scale), label(TITLE, "title"), 1)
        inner = QWidget()
        inner.setLayout(column(scale, row(scale, card, 1), 1, gap=0))
        box = column(scale, top, Scroll(inner), gap=12, margins=self.margins)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.setFocusProxy(self.old)

    def change(self) -> None:
        """Change it; a wrong old one makes wait, as at the log-in. In a worker: wrapping takes its time."""
        messages, user = self.desk.messages, self.desk.book.user
        taken: list[str] = []
        if not messages.attempt(lambda: taken.append(self.new.take())):
            return
        old, keys = self.old.text(), self.desk.book.keys
        self.desk.jobs.run(
            "改密码", lambda _progress: keys.change_password(user, old, taken[0]), self._done, stoppable=False
        )

    def _done(self, _nothing: object) -> None:
        self.old.clear()
        self.new.clear()
        self.desk.messages.say("密码已改", "下次登录用新密码。")
        self.leave()
