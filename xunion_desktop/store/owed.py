"""Owed: what is still to be done when a log-in was set up, if the program dies first (``Holders.protect``).

It lies in the keyring of the fresh key until all is done: the copies from before are sealed, and the log tells of it.
The next program that has the key does it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Self

from .wrapping import Wrap


@dataclass(frozen=True)
class Owed:
    """The copies in and below ``folders`` that have the key of ``check`` in clear get it wrapped under a password.

    ``kept_here`` = the system's credential store of this PC has it too. ``others`` had a password before.
    """

    check: str
    wrap: Wrap
    kept_here: bool = False
    others: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()

    @classmethod
    def read(cls, said: dict[str, Any]) -> Self:
        """Read it as the keyring has it."""
        others, folders = (tuple(map(str, said[part])) for part in ("others", "folders"))
        return cls(str(said["check"]), Wrap.read(said["wrap"]), bool(said["kept_here"]), others, folders)

    def said(self) -> dict[str, Any]:
        """Return it as the keyring keeps it."""
        return {**asdict(self), "wrap": self.wrap.said()}

    def within(self, folders: Iterable[Path]) -> Self:
        """Return it with more folders in which copies may lie."""
        return replace(self, folders=(*self.folders, *(str(folder.absolute()) for folder in folders)))
