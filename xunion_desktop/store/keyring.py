"""The keyring of a book: the random 256-bit key that its database and its files are encrypted with, and who has it.

The key lies in it wrapped once per user and once under the recovery code; or, where an office wants no log-in, in the
system's credential store (``machine_key``) or in clear. A changed password wraps the key anew and never touches the
book. Names of users can be read in the file: the log-in page lists them before anybody has said a password. Beside it
lie the ends of the journal's chains (``heads``). Nothing but this module knows the form of the file.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from xunion_desktop.basics.disk import write_whole
from xunion_desktop.basics.errors import Trouble

from .attempts import Attempts, Refused
from .credentials import system_store
from .disk_faults import disk_told
from .former import FormerKey, check_of
from .heads import Head, SignedHeads
from .owed import Owed
from .recovery import new_code, read_code
from .sums import sum_of
from .wrapping import CODE_COST, PASSWORD_COST, Wrap

_KEY_BYTES = 32
_RECOVERY = "恢复码"
_DAMAGED = ("本子的钥匙文件损坏了，打不开。", "请从备份恢复整个文件夹。")


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as fault:
        raise Trouble("本子的钥匙文件不见了，打不开。", "请从备份恢复整个文件夹，不要单独复制里面的文件。") from fault


def new_book_key() -> bytes:
    """Return a fresh random key."""
    return secrets.token_bytes(_KEY_BYTES)


@dataclass(frozen=True)
class Keyring:
    """Who can open the book. Never changed: the ``with_…`` return another one, which is written by ``write``."""

    check: str
    key: bytes | None = field(default=None, repr=False)
    wraps: tuple[Wrap, ...] = ()
    recovery: Wrap | None = None
    coming: Wrap | None = None  # a recovery code that is not printed yet; the one before opens until it is
    machine_key: bool = False
    former: tuple[FormerKey, ...] = ()
    heads: SignedHeads = field(default_factory=SignedHeads)
    owed: Owed | None = None  # a log-in was set up, and not all that goes with it is done
    attempts: Attempts | None = field(default=None, compare=False, repr=False)
    whole: bool = field(default=True, compare=False)  # False = a byte of the file is not as it was written

    @classmethod
    def of(cls, key: bytes) -> Self:
        """Return a keyring that lets everybody in."""
        return cls(check=check_of(key), key=key, heads=SignedHeads.of((), key))

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read the keyring of a book; Trouble where it is gone or damaged, or the disk does not give it."""
        try:
            with disk_told(path):
                content = _content(path)
            said: dict[str, Any] = json.loads(content)
            keyring = cls._read(said, Attempts(path.with_name("attempts.json")))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
            raise Trouble(*_DAMAGED) from fault
        return keyring

    @classmethod
    def _read(cls, said: dict[str, Any], attempts: Attempts) -> Self:
        key = bytes.fromhex(said["key"]) if said["key"] is not None else None
        if key is not None and (said["check"] != check_of(key) or len(key) != _KEY_BYTES):
            raise ValueError("the key does not fit its check")
        recovery, coming = said.get("recovery"), said.get("coming")
        keyring = cls(
            check=str(said["check"]),
            key=key,
            wraps=tuple(map(Wrap.read, said.get("wraps", ()))),
            recovery=Wrap.read(recovery) if recovery else None,
            coming=Wrap.read(coming) if coming else None,
            machine_key=bool(said.get("machine_key")),
            former=tuple(map(FormerKey.read, said.get("former", ()))),
            heads=SignedHeads.read(said),
            owed=Owed.read(said["owed"]) if said.get("owed") else None,
            attempts=attempts,
            whole=said["format"] == 1 or said["sum"] == sum_of(said),
        )
        if not (key or keyring.wraps or keyring.codes or keyring.machine_key):
            raise ValueError("nobody has a key")
        return keyring

    def write(self, path: Path) -> None:
        """Put the keyring at ``path``, whole or not at all."""
        said = {
            "format": 2,
            "check": self.check,
            "key": self.key.hex() if self.key else None,
            "wraps": [wrap.said() for wrap in self.wraps],
            "recovery": self.recovery.said() if self.recovery else None,
            "coming": self.coming.said() if self.coming else None,
            "machine_key": self.machine_key,
            "former": [former.said() for former in self.former],
            **({"owed": self.owed.said()} if self.owed else {}),
            **self.heads.said(),
        }
        write_whole(path, json.dumps({**said, "sum": sum_of(said)}, ensure_ascii=False, indent=1).encode())

    # who may come in

    @property
    def protected(self) -> bool:
        """Whether the book opens only by a password or the recovery code."""
        return self.free_key() is None

    def free_key(self) -> bytes | None:
        """Return the key where no log-in was chosen and this PC has it; None = somebody must unlock it."""
        if self.key is not None or not self.machine_key:
            return self.key
        store = system_store()
        kept = store.fetch(self.credential) if store else None
        return kept if kept is not None and self.fits(kept) else None

    @property
    def credential(self) -> str:
        """The name under which the system's credential store keeps the key."""
        return f"xunion-desktop/{self.check}"

    @property
    def codes(self) -> tuple[Wrap, ...]:
        """The recovery codes that open the book: the printed one, and one that is not printed yet."""
        return tuple(code for code in (self.recovery, self.coming) if code is not None)

    def opened_by_code(self, code: str) -> Wrap | None:
        """Return what a recovery code opens, without asking for patience; None = nothing of this book."""
        typed = read_code(code)
        return next((wrap for wrap in self.codes if typed and wrap.opened(typed) is not None), None)

    def names(self) -> list[str]:
        """List who has a password, in the order in which they got one."""
        return [wrap.name for wrap in self.wraps]

    def fits(self, key: bytes) -> bool:
        """Whether this is the key of the book."""
        return check_of(key) == self.check

    def key_of(self, check: str, key: bytes) -> bytes | None:
        """Return the key, today's (``key``) or a former one, that a check tells of; None = another book's."""
        if check == self.check:
            return key
        return next((former.opened(key) for former in self.former if former.check == check), None)

    def knows(self, check: str) -> bool:
        """Whether a check tells of the key of today or a former one."""
        return check == self.check or any(former.check == check for former in self.former)

    def former_keys(self, key: bytes) -> list[bytes]:
        """Return the keys that the book had before today's."""
        return [opened for former in self.former if (opened := former.opened(key)) is not None]

    def unlock(self, name: str, password: str) -> bytes:
        """Return the key to who says the right password; Refused (with a growing wait) to who does not."""
        return self._opened([wrap for wrap in self.wraps if wrap.name == name], password, "密码不对。")

    def unlock_by_code(self, code: str) -> bytes:
        """Return the key to who has the recovery code. A mistyped one is told, and costs no wait."""
        if not self.codes:
            raise Trouble("这个本子没有恢复码。", "请用密码登录，再到“用户与权限”里印一张恢复单。")
        typed = read_code(code)
        if typed is None:
            raise Refused("恢复码输错了。", 0, "请对照恢复单，一组一组核对（里面没有 0、O、1、I）。")
        return self._opened(self.codes, typed, "恢复码不对。")

    def _opened(self, wraps: Sequence[Wrap], secret: str, wrong: str) -> bytes:
        if self.attempts:
            self.attempts.demand_patience()
        opened = (key for wrap in wraps if (key := wrap.opened(secret)) is not None and self.fits(key))
        key = next(opened, None)
        if key is not None:
            if self.attempts:
                self.attempts.succeed()
            return key
        if not self.whole:
            raise Trouble(*_DAMAGED)
        if self.attempts:
            self.attempts.fail(wraps[0].name if wraps else "")
        raise Refused(wrong, self.attempts.wait() if self.attempts else 0, self._patience())

    def _patience(self) -> str:
        """What awaits who mistypes again: a wait, never a lock for good."""
        free = self.attempts.free() if self.attempts else 0
        return f"还可以马上再试 {free} 次；再错要等一会儿，不会锁死。" if free else "请看大小写和输入法，再输一次。"

    # the same book, other keys

    def with_password(self, name: str, password: str, key: bytes) -> Self:
        """Return it with a (new) password for a name."""
        return self.opened_by(Wrap.of(name, password, key, PASSWORD_COST))

    def opened_by(self, wrap: Wrap) -> Self:
        """Return it with a (new) password that is wrapped already."""
        if wrap.name not in self.names():
            return replace(self, wraps=(*self.wraps, wrap))
        return replace(self, wraps=tuple(wrap if old.name == wrap.name else old for old in self.wraps))

    def without(self, name: str) -> Self:
        """Return it without a name's password."""
        return replace(self, wraps=tuple(wrap for wrap in self.wraps if wrap.name != name))

    def with_recovery(self, key: bytes) -> tuple[Self, str]:
        """Return it with a fresh recovery code, and the code; the one before opens until this one is ``printed``."""
        code = new_code()
        return replace(self, coming=Wrap.of(_RECOVERY, code, key, CODE_COST)), code

    def printed(self) -> Self:
        """Return it with the fresh recovery code in the place of the one before, which opens nothing any more."""
        return replace(self, recovery=self.coming or self.recovery, coming=None)

    def rekeyed(self, key: bytes, fresh: bytes) -> Self:
        """Return it for a book that is encrypted with a fresh key: nobody has it yet, former ones are kept."""
        former = [FormerKey.of(one, fresh) for one in (key, *self.former_keys(key))]
        return replace(Keyring.of(fresh), former=tuple(former), attempts=self.attempts)  # type: ignore[return-value]

    def open_for_all(self, key: bytes) -> Self:
        """Return it without log-in: the key with the system, where it has a store and takes it, else in clear."""
        store = system_store()
        if store is not None and store.keep(self.credential, key):
            return replace(self, key=None, machine_key=True)
        return replace(self, key=key, machine_key=False)

    def closed(self) -> Self:
        """Return it with log-in: only who has a password or the code comes in."""
        return replace(self, key=None, machine_key=False)

    def forget_here(self) -> None:
        """Take the key out of the system's credential store again."""
        store = system_store()
        if self.machine_key and store is not None:
            store.drop(self.credential)

    def with_owed(self, key: bytes) -> Self:
        """Return it with what is owed signed by the key of the book."""
        return replace(self, owed=self.owed.signed(key) if self.owed else None)

    def with_heads(self, heads: Iterable[Head], key: bytes) -> Self:
        """Return it with other ends of the journal's chains."""
        return replace(self, heads=SignedHeads.of(heads, key))
