"""Check of backups: where the chains ended when each was made. What cannot be compared is told, never passed over.

A folder may be a backup, the place of a book's backups, or a stick with such places.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xunion_desktop.basics.errors import Trouble, in_code
from xunion_desktop.basics.problems import Level

from .findings import Finding
from .heads import SignedHeads
from .keyring import Keyring
from .part_names import DATABASE, KEYRING
from .proof import PROOF
from .shelf import read_backup

if TYPE_CHECKING:
    from .book import Book

log = logging.getLogger(__name__)
_DEPTH = 2  # a stick, the place of a book on it, a backup
_ANOTHER = "请看备份放得对不对，或换一份备份来对照。"


class Kept(NamedTuple):
    """Ends of chains that were kept outside the book: where, which, and when (None = in the keyring of the book)."""

    place: str
    heads: SignedHeads
    time: datetime | None = None


@dataclass
class KeptInBackups:
    """What the backups say, and what can be said of those that cannot be compared."""

    kept: list[Kept] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @classmethod
    def of(cls, book: Book, paths: Iterable[Path]) -> KeptInBackups:
        """Read the backups at these paths, and in and below them."""
        found = cls()
        for path in paths:
            found._look(book, path)
        return found

    def _look(self, book: Book, path: Path) -> None:
        folders = list(_backups(path, _DEPTH)) if path.is_dir() else []
        if not path.is_dir():
            self._doubt(f"找不到备份“{path}”，没有对照。")
        elif not folders:
            self._doubt(f"“{path}”里没有备份，没有对照。")
        met = [self._looked_at(book, folder) for folder in folders]
        if folders and not any(met):
            self._doubt(f"“{path}”里没有这个本子的备份，没有对照。")

    def _looked_at(self, book: Book, folder: Path) -> bool:
        """Compare with a backup; what anybody may have laid into it keeps no other from being compared."""
        try:
            return self._compared(book, folder)
        except Exception as fault:  # noqa: BLE001 - it may be anything; that it is there is a finding
            log.warning("a backup not compared: %s", in_code(fault))
            self._doubt(f"备份 {folder.name} 里有程序读不懂的内容，没有对照。")
            return True

    def _compared(self, book: Book, folder: Path) -> bool:
        """Take what a backup says; False = it is one of another book."""
        try:
            keyring = Keyring.read(folder / KEYRING)
        except Trouble as trouble:
            self._doubt(f"备份 {folder.name} 没有对照：{trouble.sentence}")
            return True
        if not book.keys.keyring.knows(keyring.check):
            return False
        backup, place = read_backup(folder, *book.database.keys), f"备份 {folder.name}"
        if backup.proof is not None:
            self.kept.append(Kept(place, backup.heads, backup.time))
        elif (folder / DATABASE).exists() or (folder / PROOF).exists():
            self._doubt(f"{place} 的验证记录读不出来，或者被改过，只对照了它的钥匙文件。")
        if keyring.heads.heads or keyring.heads.signature:
            self.kept.append(Kept(place, keyring.heads, backup.time))
        return True

    def _doubt(self, sentence: str) -> None:
        self.findings.append(Finding(Level.DOUBT, sentence, _ANOTHER))


def _backups(folder: Path, depth: int) -> Iterator[Path]:
    with suppress(OSError):
        if any((folder / part).is_file() for part in (KEYRING, PROOF, DATABASE)):
            yield folder
        elif depth:
            for below in sorted(folder.iterdir()):
                if below.is_dir() and not below.name.startswith("."):
                    yield from _backups(below, depth - 1)
