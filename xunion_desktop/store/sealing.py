"""Sealing: the copies of a book from before its log-in get that log-in too, where they can be reached.

The key lies in them in clear. Their keyrings are written anew under the password; the copies themselves are not
touched. Sticks that are not plugged in, packages, and folders copied by hand cannot be reached: the clerk is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from xunion_desktop.basics.errors import Trouble

from .disk_faults import disk_told
from .keyring import Keyring
from .owed import Owed
from .part_names import KEYRING
from .wrapping import Wrap

_DEPTH = 2  # a root of backups, the place of a book in it, a backup


@dataclass(frozen=True)
class Protected:
    """What came of setting up a log-in: copies that ask for it too, copies that still open without, and whoever had a
    password before and needs a new one.
    """

    sealed: tuple[Path, ...] = ()
    open: tuple[Path, ...] = ()
    without_password: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """Say it, one sentence each."""
        sealed = f"以前的 {len(self.sealed)} 份备份（包括恢复前留下的本子）也要用这个密码才能打开了。"
        names = "、".join(str(path) for path in self.open)
        older = "在这以前拷到别处的备份、打包文件、整个文件夹的复制件，不用密码就能打开，里面是当时的内容"
        still = f"有 {len(self.open)} 份备份没能加上密码，不用密码就能打开：{names}。请删掉，或放到安全的地方。"
        others = f"{'、'.join(self.without_password)}要重新设密码。"
        return (
            *([sealed] if self.sealed else []),
            *([still] if self.open else []),
            f"{older}：请收回删掉。它们打不开今后的本子。",
            *([others] if self.without_password else []),
        )


def seal_copies(owed: Owed) -> Protected:
    """Let the copies of a book from before its log-in ask for the password too; say which do so now, and which not.

    It can be begun again: a copy that asks already stays as it is.
    """
    sealed, still_open = list[Path](), list[Path]()
    for copy in dict.fromkeys(copy for folder in owed.folders for copy in _copies(Path(folder), _DEPTH)):
        with suppress(Trouble):
            keyring = Keyring.read(copy / KEYRING)
            if keyring.check == owed.check and (keyring.key is not None or keyring.machine_key):
                (sealed if _written(copy, keyring, owed.wrap) else still_open).append(copy)
    return Protected(tuple(sealed), tuple(still_open), owed.others)


def _written(folder: Path, keyring: Keyring, wrap: Wrap) -> bool:
    try:
        with disk_told(folder):
            keyring.opened_by(wrap).closed().write(folder / KEYRING)
    except Trouble:
        return False
    return True


def _copies(folder: Path, depth: int) -> Iterator[Path]:
    """Give the folders with a keyring in and below a folder."""
    with suppress(OSError):
        if (folder / KEYRING).is_file():
            yield folder
        elif depth:
            for below in sorted(folder.iterdir()):
                if below.is_dir():
                    yield from _copies(below, depth - 1)
