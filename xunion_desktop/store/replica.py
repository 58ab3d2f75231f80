"""The replica id: tells this copy of a book, on this PC, from every other copy of it.

Journal numbers run per replica. Were two copies (one on a stick, or an old one put back) to go on under the same id,
they would issue the same numbers for different deeds. So a note is kept on the PC, outside the book, of each copy's id
with machine, folder and last number issued; where anything differs from the book as it is opened, the id is renewed.
"""

from __future__ import annotations

import hashlib
import json
import platform
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from xunion_desktop.basics.disk import write_whole
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.places import find_places, program_folder

_ID_BYTES = 8


class ReplicaNote:
    """The note of one copy of a book, a small file in ``folder`` on this PC."""

    def __init__(self, folder: Path, book_id: str, book_folder: Path) -> None:
        self._copy = {"book": book_id, "folder": str(book_folder.resolve()), "machine": machine()}
        name = hashlib.sha256(json.dumps(self._copy, sort_keys=True).encode()).hexdigest()[:32]
        self.file = folder / f"{name}.json"
        self.replica = ""

    def settle(self, last_in_book: Callable[[str], int]) -> str:
        """Return the id to go on with: the noted one if book and note agree to the number, else a new one.

        ``last_in_book`` gives the last number that the book has of a replica.
        """
        noted = self._noted()
        known, number = str(noted.get("replica", "")), noted.get("number")
        same = known and all(noted.get(name) == value for name, value in self._copy.items())
        if same and number == last_in_book(known):
            self.replica = known
        else:
            self.replica = secrets.token_hex(_ID_BYTES)
            self.note(0)
        return self.replica

    def note(self, number: int) -> None:
        """Note the last number issued. Done before the deed is committed, so that the note is never behind."""
        content = {**self._copy, "replica": self.replica, "number": number}
        with self._told():
            self.file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.file, json.dumps(content, ensure_ascii=False).encode(), lasting=False)

    def forget(self) -> None:
        """Forget the id: this copy of the book is about to become another state of it."""
        with self._told():
            self.file.unlink(missing_ok=True)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Trouble with this PC's own folder is none of the book's."""
        try:
            yield
        except OSError as fault:
            sentence = f"程序自己的文件夹“{self.file.parent}”不能读写，本子没有改动。"
            raise Trouble(sentence, "请检查这个文件夹的权限，磁盘是不是满了；本子本身没有问题。") from fault

    def _noted(self) -> dict[str, Any]:
        with self._told(), suppress(FileNotFoundError, ValueError, RecursionError):
            noted = json.loads(self.file.read_bytes())
            if isinstance(noted, dict):
                return noted
        return {}


def machine() -> str:
    """Return what tells this PC from others: the id its system gave it, else its name."""
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    with suppress(OSError):
        return Path("/etc/machine-id").read_text(encoding="ascii").strip() or platform.node()
    return platform.node()


def default_replicas() -> Path:
    """Return the folder on this PC where the notes of the copies lie, beside the settings."""
    return find_places(program_folder()).settings.parent / "replicas"
