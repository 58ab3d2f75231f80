"""Unlocking: how somebody opens a protected book. What ``Book.open`` takes as ``unlock``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from xunion_desktop.basics.errors import Trouble

from .keyring import Keyring

Unlock = Callable[[Keyring], bytes]


@dataclass(frozen=True)
class ByPassword:
    """A user and the password; the user is then the book's."""

    user: str
    password: str = field(repr=False)

    def __call__(self, keyring: Keyring) -> bytes:
        """Return the key, or say that the password is wrong."""
        return keyring.unlock(self.user, self.password)


@dataclass(frozen=True)
class ByCode:
    """The recovery code from the safe."""

    code: str = field(repr=False)
    user: str = ""

    def __call__(self, keyring: Keyring) -> bytes:
        """Return the key, or say that the code is wrong."""
        return keyring.unlock_by_code(self.code)


@dataclass(frozen=True)
class ByKey:
    """The key itself, of somebody who was let in already."""

    key: bytes = field(repr=False)
    user: str = ""

    def __call__(self, keyring: Keyring) -> bytes:
        """Return the key, or say that it is another book's."""
        if not keyring.fits(self.key):
            raise Trouble("这个本子的钥匙换过了。", "请重新登录。")
        return self.key


def key_of(keyring: Keyring, unlock: Unlock | None) -> bytes:
    """Return the book key: free where no log-in was chosen, else from who unlocks it."""
    free = keyring.free_key()
    if free is not None:
        return free
    if unlock is not None:
        return unlock(keyring)
    if keyring.machine_key and not keyring.wraps:
        raise Trouble("这个本子的钥匙在原来那台电脑里，这台电脑没有。", "请输入恢复单上的恢复码打开。")
    raise Trouble("这个本子要登录才能打开。", "请输入用户名和密码；忘记了就用恢复单上的恢复码。")
