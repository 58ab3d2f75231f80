"""Door: the way into a protected book, and back into a locked window. Passwords are tried beside the window."""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from xunion_desktop import __version__
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.attempts import Refused
from xunion_desktop.store.folder import BookFolder
from xunion_desktop.store.keyring import Keyring

from .door_sign import DoorSign
from .furniture import Furniture
from .login_page import Frame, LoginPage
from .moments import spoken
from .visitors import Visitors

_DOT = "　•　"


@dataclass(frozen=True)
class Passed:
    """Who came in, with the key of the book: what ``Book.open`` takes as ``unlock``.

    By the recovery code nobody is logged in yet (``user`` is empty): ``name`` is whose ``new_password`` is to be set.
    """

    name: str
    key: bytes = field(repr=False)
    by_code: bool = False
    new_password: str = field(default="", repr=False)

    @property
    def user(self) -> str:
        """Who is logged in."""
        return "" if self.by_code else self.name

    def __call__(self, keyring: Keyring) -> bytes:
        """Return the key, which was found to fit already."""
        del keyring
        return self.key


class Door(QObject):
    """One closed book with its log-in page. ``backup`` = when it was last copied.

    ``only`` = who locked the window, ``known`` = the keyring of the open book behind it: the disk is not asked then.
    ``frame`` is what the page is to stand in.
    """

    passed = Signal(object)

    def __init__(
        self,
        furniture: Furniture,
        path: Path,
        *,
        only: str = "",
        backup: str = "",
        minutes: int = 0,
        known: Keyring | None = None,
        frame: Frame | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._furniture = furniture
        self.place = BookFolder.of(path) if known is None else BookFolder(path.parent, path.stem)
        self._keyring = partial(_keyring, self.place.keyring, known)
        self.page = LoginPage(furniture, self._sign(only, backup, minutes), frame)
        self.page.password_given.connect(self._try_password)
        self.page.code_given.connect(self._try_code)
        wait = self._left()
        if wait:
            self.page.refuse("密码连续输错，要等一会儿。", wait)

    def _sign(self, only: str, backup: str, minutes: int) -> DoorSign:
        visitors, now = Visitors(self._furniture.settings, self.place), datetime.now().astimezone()
        facts = [("lock", str(self.place.folder), _DOT.join(["已加密", *visitors.facts]))]
        if backup:
            when = spoken(datetime.fromisoformat(backup), now)
            facts.append(("check", f"上次备份 {when}", "已打开验过，可以恢复"))
        facts.append(("device-desktop", f"{platform.node() or '这台电脑'}{_DOT}脱机", f"版本 {__version__}"))
        names = [only] if only else self._keyring().names()
        known = [visitor for name in names if (visitor := visitors.of(name)) is not None]
        return DoorSign(
            self.place.name,
            names,
            tuple(facts),
            visitors.last,
            f"{minutes} 分钟不动自动锁屏" if minutes else "",
            locked=bool(only),
            roles={visitor.name: visitor.role for visitor in known},
            seen={visitor.name: spoken(visitor.time, now) for visitor in known},
        )

    def _left(self) -> int:
        attempts = self._keyring().attempts
        return -int(-attempts.wait() // 1) if attempts else 0

    def _try_password(self, name: str, password: str) -> None:
        self._try(lambda keyring: Passed(name, keyring.unlock(name, password)))

    def _try_code(self, code: str, name: str, password: str) -> None:
        self._try(lambda keyring: Passed(name, keyring.unlock_by_code(code), by_code=True, new_password=password))

    def _try(self, unlock: Callable[[Keyring], Passed]) -> None:
        """It takes as long as it should (argon2): the window goes on meanwhile."""
        self.page.wait()
        self._furniture.jobs.glance(partial(_tried, self._keyring, unlock), self._tell)

    def _tell(self, came: Passed | Trouble) -> None:
        if isinstance(came, Passed):
            self.passed.emit(came)
        else:
            self.page.refuse(f"{came.sentence}{came.remedy}", came.wait if isinstance(came, Refused) else 0)


def _keyring(file: Path, known: Keyring | None) -> Keyring:
    """The keyring as it is now; where its file cannot be read any more, the one that the open book knows."""
    try:
        return Keyring.read(file)
    except Trouble:
        if known is None:
            raise
        return known


def _tried(keyring: Callable[[], Keyring], unlock: Callable[[Keyring], Passed]) -> Passed | Trouble:
    """A wrong password is an answer of the door, no trouble of the window behind."""
    try:
        return unlock(keyring())
    except Trouble as trouble:
        return trouble
