"""Proving: a copy is opened with the key and read from end to end, and must say what the original said."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import apsw

from xunion_desktop.basics.errors import Trouble

from .copying import read_only
from .facts import Facts, facts_of
from .files import SealedFiles
from .gateway import Progress
from .proof import FileColumn

_STEPS = 200_000  # of the database's machine, between two looks at whether to go on


class Unproved(Trouble):
    """A copy is not whole."""

    def __init__(self, fault: str) -> None:
        super().__init__(f"这份备份没有通过验证：{fault.rstrip('。')}。", "请换一份备份。")
        self.fault = fault


def prove_database(file: Path, key: bytes, columns: Iterable[FileColumn], progress: Progress) -> Facts:
    """Read a copied database from end to end; Unproved where it is damaged."""
    try:
        with closing(read_only(file, key)) as copy:
            copy.set_progress_handler(lambda: _go_on(progress), _STEPS)
            for check, sound in ((_INTEGRITY, [("ok",)]), (_LINKS, [])):
                if list(copy.execute(check)) != sound:
                    raise Unproved("数据库内部对不上")
            facts = facts_of(copy, columns)
    except (apsw.CorruptError, apsw.NotADBError, apsw.SQLError) as fault:
        raise Unproved("数据库损坏了") from fault
    progress(1, 1)
    return facts


def bad_files(files: SealedFiles, names: Iterable[str], progress: Progress) -> tuple[str, ...]:
    """Open each of these sealed files; return those that are gone or altered."""
    wanted, bad = sorted(names), []
    for count, name in enumerate(wanted, 1):
        if files.fault(name):
            bad.append(name)
        progress(count, len(wanted))
    progress(1, 1)
    return tuple(bad)


def absent_files(files: SealedFiles, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of these files that are not there (what lies in one was looked at when it was copied)."""
    return tuple(sorted(name for name in names if not files.sealed(name).is_file()))


def _go_on(progress: Progress) -> bool:
    """Ask whether to go on, which raises ``Cancelled`` if not; nobody knows how far a check has come."""
    progress(0, 1)
    return False


_INTEGRITY = "PRAGMA integrity_check(1)"
_LINKS = "PRAGMA foreign_key_check"
