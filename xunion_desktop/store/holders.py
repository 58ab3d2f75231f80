"""Holders: who has a key to the open book, and how that is changed.

The database is not rewritten for it: old copies of the keyring (in backups, on a stick) keep opening with the passwords
they had. Only where a log-in is set up does the book get another key (``rekeying``): it lay in clear before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import RLock

from xunion_desktop.basics.errors import Trouble

from .disk_faults import disk_told
from .gateway import Progress
from .heads import Head
from .keyring import Keyring, new_book_key
from .log import Logged
from .owed import Owed
from .passwords import demand_good
from .sealing import Protected, seal_copies
from .wrapping import PASSWORD_COST, Wrap

_NOT_OWED = "打开时发现：钥匙文件里写着给以前的备份加密码，不是程序写的；没有照做，钥匙文件可能被人动过。"
Rekey = Callable[[bytes, Keyring, Progress | None], None]  # gives the open book another key and keyring


class Holders:
    """The keyring of the open book, and its ``key``. ``tell`` writes to the book's log."""

    def __init__(
        self,
        file: Path,
        keyring: Keyring,
        key: bytes,
        tell: Callable[[Logged, str], object],
        rekey: Rekey | None = None,
    ) -> None:
        self._rekey = rekey
        self._file = file
        self._keyring = keyring
        self.key = key
        self._tell = tell
        self._turn = RLock()  # a backup in a worker keeps heads while somebody changes a password

    @property
    def keyring(self) -> Keyring:
        """The keyring as it is now."""
        return self._keyring

    @property
    def protected(self) -> bool:
        """Whether the book asks for a log-in."""
        return self._keyring.key is None and not self._keyring.machine_key

    @property
    def in_clear(self) -> bool:
        """Whether the key lies in the folder in clear: who has the folder reads the book."""
        return self._keyring.key is not None

    @property
    def has_recovery(self) -> bool:
        """Whether there is a recovery code, printed or not."""
        return bool(self._keyring.codes)

    @property
    def recovery_confirmed(self) -> bool:
        """Whether the latest recovery code was confirmed as printed."""
        return self._keyring.recovery is not None and self._keyring.coming is None

    def names(self) -> list[str]:
        """List who has a password."""
        return self._keyring.names()

    def set_password(self, name: str, password: str) -> None:
        """Give a user a (new) password. In a book without log-in it only lies ready until ``protect``."""
        demand_good(password)
        with self._turn:
            new = name not in self.names()
            self._put(self._keyring.with_password(name, password, self.key))
        self._tell(Logged.KEYS, f"{'设置了' if new else '改了'}{name}的密码。")

    def change_password(self, name: str, old: str, new: str) -> None:
        """Change a password for who knows the old one; a wrong one makes wait, as at the log-in."""
        self._keyring.unlock(name, old)
        self.set_password(name, new)

    def confirm(self, name: str, password: str) -> None:
        """Refuse who does not know the password: for what only its owner may do, and after a lock."""
        self._keyring.unlock(name, password)

    def remove(self, name: str) -> None:
        """Take a user's password away; Trouble where nobody else could open the book."""
        with self._turn:
            if self.protected and self.names() == [name]:
                raise Trouble(f"“{name}”是最后一个能打开本子的人，不能去掉。", "请先给另一个人设密码。")
            self._put(self._keyring.without(name))
        self._tell(Logged.KEYS, f"去掉了{name}的密码。")

    def new_recovery_code(self) -> str:
        """Make a fresh recovery code and return it, to be printed. The one before opens until ``confirm_recovery``."""
        with self._turn:
            keyring, code = self._keyring.with_recovery(self.key)
            self._put(keyring)
        self._tell(Logged.KEYS, "生成了新的恢复码，等印出来才换掉以前的。")
        return code

    def demand_code(self, code: str) -> None:
        """Trouble where this recovery code opens nothing, since another one was made: it must not go onto paper."""
        if self._keyring.opened_by_code(code) is None:
            raise Trouble(
                "这张恢复单上的码已经换掉了，打不开本子。", "请离开这一页，到“用户与权限”换一个新的恢复码，再打印。"
            )

    def confirm_recovery(self, code: str) -> None:
        """The fresh recovery code is on paper: the one before opens nothing any more.

        Trouble where ``code`` is another one than that: what is on paper must open the book.
        """
        with self._turn:
            self.demand_code(code)
            if self._keyring.opened_by_code(code) is not self._keyring.coming:
                return  # that of before, printed once more
            self._put(self._keyring.printed())
        self._tell(Logged.KEYS, "新的恢复码印好了，以前的作废。")

    def protect(
        self, name: str, password: str, progress: Progress | None = None, elsewhere: Iterable[Path] = ()
    ) -> Protected:
        """From now on the book asks for a log-in, and has another key; this is the first who can open it.

        The backups here, the books kept by restores, and the backups in the folders ``elsewhere`` are sealed too. Takes
        a while: call it in a worker, while editing is shut. Trouble: all is as it was.
        """
        demand_good(password)
        if self._rekey is None:
            raise RuntimeError("only the keyring of an open book can be closed")
        before, key, fresh = self._keyring, self.key, new_book_key()
        others = tuple(other for other in before.names() if other != name)
        owed = Owed(before.check, Wrap.of(name, password, key, PASSWORD_COST), before.machine_key, others)
        keyring = before.rekeyed(key, fresh).with_password(name, password, fresh).closed()
        self._rekey(fresh, replace(keyring, owed=owed.within(elsewhere)), progress)
        return self.finish_protecting() or Protected()

    def finish_protecting(self, sentence: str = "") -> Protected | None:
        """Do what goes with a log-in that was set up, here or by a program that died; None = nothing is owed.

        ``sentence`` goes into the log too. Where it cannot be logged or noted as done, the log-in stands all the same,
        and this is done once more at the next start.
        """
        owed = self._keyring.owed
        if owed is None or not self._keyring.whole:
            return None
        if not owed.genuine(self.key):
            self._refuse_owed()
            return None
        Keyring(owed.check, machine_key=owed.kept_here).forget_here()
        done = seal_copies(owed)
        left = f"有 {len(done.open)} 份以前的备份没能加上密码。" if done.open else ""
        with suppress(Trouble):
            self._tell(Logged.KEYS, f"从此要登录才能打开，{owed.wrap.name}的密码已设置。{sentence}{left}")
            with self._turn:
                self._put(replace(self._keyring, owed=None))
        return done

    def _refuse_owed(self) -> None:
        """Somebody without the key wrote it into the keyring: nothing of it is done, and that is told for good."""
        with suppress(Trouble):
            self._tell(Logged.LOST, _NOT_OWED)
            with self._turn:
                self._put(replace(self._keyring, owed=None))

    def go_on(self, keyring: Keyring, key: bytes) -> None:
        """Take over the keyring and key that the book has since it was given another one."""
        with self._turn:
            self._keyring, self.key = keyring, key

    def open_for_all(self) -> bool:
        """From now on the book asks for no log-in. True = this PC's account keeps the key, False = it lies in clear."""
        with self._turn:
            self._put(self._keyring.open_for_all(self.key))
        self._tell(Logged.KEYS, "从此不用登录就能打开。")
        return not self.in_clear

    def keep_heads(self, heads: list[Head]) -> None:
        """Write where the chains end into the keyring, if they ended elsewhere before.

        A damaged one stays as it is: written anew it would look whole, and nobody would be told any more.
        """
        with self._turn:
            kept = self._keyring.heads
            if self._keyring.whole and (tuple(heads) != kept.heads or not kept.signature):
                self._put(self._keyring.with_heads(heads, self.key))

    def _put(self, keyring: Keyring) -> None:
        with disk_told(self._file):
            keyring.write(self._file)
        self._keyring = keyring
