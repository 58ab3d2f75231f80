"""Log-in of the command line: XUNION_USER and XUNION_PASSWORD, or it asks where somebody sits at the console."""

import getpass
import os
import sys

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.keyring import Keyring

USER, PASSWORD = "XUNION_USER", "XUNION_PASSWORD"


class AtConsole:
    """What opens a protected book (the ``unlock`` of ``Book.open``). Never asked where a book needs no log-in."""

    user = ""

    def __call__(self, keyring: Keyring) -> bytes:
        """Return the key to who says name and password."""
        self.user = os.environ.get(USER) or asked("用户名", "、".join(keyring.names()))
        return keyring.unlock(self.user, os.environ.get(PASSWORD) or asked("密码"))


def owner_told() -> tuple[str, str] | None:
    """Return who a new book belongs to, where the surroundings say so: then it asks for a log-in."""
    user, password = os.environ.get(USER), os.environ.get(PASSWORD)
    return (user, password) if user and password else None


def asked(what: str, offered: str = "") -> str:
    """Ask for a name or, unseen, for the password; Trouble where nobody can answer."""
    if not sys.stdin or not sys.stdin.isatty():
        raise Trouble("这个本子要登录才能打开。", f"请设置 {USER} 和 {PASSWORD}，或在终端里运行，按提示输入。")
    hint = f"{what}（{offered}）：" if offered else f"{what}："
    try:
        return getpass.getpass(hint) if what == "密码" else input(hint).strip()
    except EOFError:
        raise Trouble("没有输入，这个本子没有打开。", "请再运行一次，按提示输入。") from None
