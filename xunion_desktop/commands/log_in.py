"""Log-in of the command line: by XUNION_USER and XUNION_PASSWORD, by XUNION_RECOVERY, or it asks at the console."""

import getpass
import os
import sys
from collections.abc import Callable

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.office.user_names import read_user_name
from xunion_desktop.store.keyring import Keyring

from .console import WrongUsage

USER, PASSWORD, RECOVERY = "XUNION_USER", "XUNION_PASSWORD", "XUNION_RECOVERY"
_CODE = "直接回车就用恢复码"


class AtConsole:
    """What opens a protected book (the ``unlock`` of ``Book.open``). Never asked where a book needs no log-in.

    By the recovery code nobody is logged in: ``user`` stays empty. One object asks once.
    """

    user = ""
    _password = ""
    _code = ""

    def __call__(self, keyring: Keyring) -> bytes:
        """Return the key to who says name and password, or the recovery code."""
        self._ask(keyring)
        if self._code:
            return keyring.unlock_by_code(self._code)
        return keyring.unlock(self.user, self._password)

    def _ask(self, keyring: Keyring) -> None:
        if self._code or self.user:
            return
        names = keyring.names()
        self.user = os.environ.get(USER, "")
        self._code = "" if self.user else os.environ.get(RECOVERY, "")
        if not self.user and not self._code and names:
            offered = [*names, _CODE] if keyring.codes else names
            self.user = asked("用户名", input, "、".join(offered))
        if self.user:
            self._password = os.environ.get(PASSWORD) or asked("密码")
        elif not self._code:
            self._code = asked("恢复码")


def owner_told() -> tuple[str, str] | None:
    """Return who a new book belongs to, where the surroundings say so: then it asks for a log-in.

    Half of it is wrong usage: a book that was meant to be protected is not made open.
    """
    user, password = os.environ.get(USER), os.environ.get(PASSWORD)
    if bool(user) != bool(password):
        said, missing = (USER, PASSWORD) if user else (PASSWORD, USER)
        raise WrongUsage(f"设置了 {said}，没有设置 {missing}。两个都设置，新本子要登录；都不设置，不用登录")
    return (read_user_name(user), password) if user and password else None


def asked(what: str, ask: Callable[[str], str] | None = None, offered: str = "") -> str:
    """Ask for something, unseen unless ``ask`` says how; Trouble where nobody can answer."""
    if not sys.stdin or not sys.stdin.isatty():
        remedy = f"请设置 {USER} 和 {PASSWORD}（或 {RECOVERY}），也可以在终端里运行，按提示输入。"
        raise Trouble("这个本子要登录才能打开。", remedy)
    hint = f"{what}（{offered}）：" if offered else f"{what}："
    try:
        return ask(hint).strip() if ask else getpass.getpass(hint)
    except EOFError:
        raise Trouble("没有输入，这个本子没有打开。", "请再运行一次，按提示输入。") from None
