"""Checking: whether the book is as the program left it, and if not, which entry was touched.

Nothing is changed here, and nothing that somebody wrote into the book with a tool makes it stop. What was altered
outside the program is found up to the last head that was kept (in the keyring at close, in backups); a tail cut off
later than that leaves no trace (``__init__``, threat model).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from xunion_desktop.basics.errors import Trouble, in_code
from xunion_desktop.basics.problems import Level

from .check_backups import KeptInBackups
from .check_database import database_findings
from .check_deeds import deed_findings
from .check_journal import chain_findings, erasure_findings
from .check_rows import row_findings
from .check_values import value_findings
from .check_words import RESTORE, called
from .faults import DATABASE_FAULTS
from .findings import Finding
from .gateway import Progress
from .naming import named_files, unnamed_files

if TYPE_CHECKING:
    from .book import Book

log = logging.getLogger(__name__)
Part = tuple[str, Callable[["Book"], Iterable[Finding]]]  # what it looks at, and what it finds


def check(book: Book, backups: Iterable[Path] = (), progress: Progress | None = None) -> list[Finding]:
    """Look at everything. ``backups``: folders with backups, whose heads must lie in the chain too."""
    kept = KeptInBackups.of(book, backups)
    parts: tuple[Part, ...] = (
        ("数据库", database_findings),
        ("变更记录", lambda book: chain_findings(book, kept.kept)),
        ("抹除的记录", erasure_findings),
        ("操作记录", lambda _book: deed_findings()),
        ("备份", lambda _book: kept.findings),
        ("台账", row_findings),
        ("台账里的内容", value_findings),
        ("附件", _file_findings),
    )
    found: list[Finding] = []
    for done, (name, part) in enumerate(parts):
        if progress:
            progress(done, len(parts))
        try:
            found += part(book)
        except (Trouble, *DATABASE_FAULTS) as fault:
            log.warning("a part of the check cannot be read: %s", in_code(fault))
            found.append(Finding(Level.ERROR, f"数据库损坏了：{name}有读不出来的地方，没有查完。", RESTORE))
        except Exception as fault:  # noqa: BLE001 - an altered value may be anything; what it upsets is a finding
            log.warning("a part of the check was upset: %s", in_code(fault))
            found.append(Finding(Level.ERROR, f"{name}里有程序读不懂的内容，没有查完。", RESTORE))
    return found


def _file_findings(book: Book) -> Iterator[Finding]:
    """Sealed files: each can be read and is what its name says; none lies about unused."""
    seen: dict[str, str] = {}
    for record, key, name in named_files(book):
        if name not in seen:
            seen[name] = _fault(book, name)
        if seen[name]:
            sentence = f"{called(record, key)}：{seen[name]}"
            yield Finding(Level.ERROR, sentence, "请从备份恢复。", kind=record.kind_of(), key=key)
    unused = len(unnamed_files(book))
    if unused:
        yield Finding(Level.HINT, f"有 {unused} 个附件没有记录用到。", "不碍事；多半是没做完的操作或换下来的旧附件。")


def _fault(book: Book, name: str) -> str:
    try:
        return book.files.fault(name)
    except Trouble as trouble:
        return trouble.sentence
