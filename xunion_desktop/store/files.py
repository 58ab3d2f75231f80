"""Sealed files: photos, scans, printed originals. Each is encrypted, named by its content, and never changed.

The same content is kept once; the name (a keyed hash) tells nothing to who has no key. A file is written before the
deed that names it is committed: if that deed fails, a file that nobody names is left, which does no harm.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Iterator
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from xunion_desktop.basics.disk import make_folder, write_whole
from xunion_desktop.basics.errors import Trouble

from .ciphers import derived
from .disk_faults import disk_told
from .part_names import SEALED, sealed_in

_NONCE = 12


class SealedFiles:
    """The sealed files of a book, in its folder ``files``."""

    def __init__(self, folder: Path, book_key: bytes) -> None:
        self.folder = folder
        self.use(book_key)

    def use(self, book_key: bytes) -> None:
        """Go on with another key of the book: the files were sealed anew under their names (``rekeying``)."""
        self._cipher = AESGCM(derived(book_key, b"xunion files"))
        self._naming = derived(book_key, b"xunion file names")

    def put(self, content: bytes) -> str:
        """Seal content and return its name, by which a record points to it. One that is damaged is made whole."""
        name = self._name(content)
        if self.fault(name):
            self.keep(name, content)
        return name

    def keep(self, name: str, content: bytes) -> None:
        """Seal content under a name that it has already."""
        path = self._path(name)
        with disk_told(path):
            make_folder(path.parent)
            nonce = os.urandom(_NONCE)
            write_whole(path, nonce + self._cipher.encrypt(nonce, content, name.encode()))

    def get(self, name: str) -> bytes:
        """Return the content of a sealed file; Trouble where it is gone or was altered."""
        path = self._path(name)
        if not path.is_file():
            raise Trouble("本子里的一个附件不见了。", f"请从备份恢复整个文件夹（附件 {name[:12]}）。")
        with disk_told(path):
            sealed = path.read_bytes()
        try:
            return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], name.encode())
        except (InvalidTag, ValueError) as fault:
            raise Trouble("本子里的一个附件损坏了。", f"请从备份恢复整个文件夹（附件 {name[:12]}）。") from fault

    def names(self) -> Iterator[str]:
        """Give the names of all that lie in the folder."""
        for path in self.folder.glob("[0-9a-f][0-9a-f]/*"):
            if SEALED.fullmatch(path.name):
                yield path.name

    def sealed(self, name: str) -> Path:
        """Return where a file lies as it is kept: encrypted."""
        return self._path(name)

    def fault(self, name: str) -> str:
        """Say what is wrong with a sealed file; "" if it is whole and was sealed under this name."""
        try:
            self.get(name)
        except Trouble as trouble:
            return trouble.sentence
        return ""

    def damaged(self, name: str) -> bool:
        """Whether a sealed file can be read from the disk and is not what was sealed: nothing is lost with it."""
        try:
            self.get(name)
        except Trouble as trouble:
            return isinstance(trouble.__cause__, (InvalidTag, ValueError))
        return False

    def like(self, other: SealedFiles) -> bool:
        """Whether files sealed here can be read there."""
        return self._naming == other._naming

    def drop(self, name: str) -> None:
        """Remove a sealed file that no record names any more."""
        path = self._path(name)
        with disk_told(path):
            path.unlink(missing_ok=True)

    def _name(self, content: bytes) -> str:
        return hmac.digest(self._naming, content, "sha256").hex()

    def _path(self, name: str) -> Path:
        return self.folder / sealed_in(name)
