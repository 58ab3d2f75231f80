"""体检: what the office must be able to rely on, line by line: how it is and what to do."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from xunion_desktop.basics.problems import Level
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.store.findings import Finding
from xunion_desktop.store.stages import stage

from .backup_lines import backup_lines
from .condition import Line, State
from .pc_clock import MEND, set_back
from .typefaces import fonts

BOOK = "本子"  # the title of what the check of the book found
LITTLE, TOO_LITTLE = 2_000_000_000, 300_000_000  # bytes
Progress = Callable[[int, int], None]


def examine(
    book: Book,
    now: datetime,
    printers: Sequence[str] | None = None,
    progress: Progress | None = None,
    *,
    faces: Sequence[tuple[str, str]] = (),
) -> list[Line]:
    """Look at everything (in a worker). ``printers`` None = the printers are not asked about.

    ``faces`` = which face serves which role of the paper in the window, and why.
    """
    backups = Backups.under(book.backups_root, book)
    tell = stage(progress, 0, 0.2)
    lines = [*fonts(FontBook(), faces), *printer(printers), *folders(book)]
    tell(1, 1)
    lines += [clock(now), keys(book), *backup_lines(backups, book.database.key, now, stage(progress, 0.2, 0.4))]
    folders_kept = [backup.folder for backup in backups.all() if backup.proved]
    lines += findings(check(book, folders_kept, stage(progress, 0.4, 1)))
    return lines


def printer(printers: Sequence[str] | None) -> Iterator[Line]:
    """There is a printer."""
    if printers is not None and not printers:
        yield Line("打印机", State.LOOK, "这台电脑没有打印机。", "可以存成 PDF；要打印，请在系统设置里添加打印机。")
    elif printers:
        yield Line("打印机", State.GOOD, f"默认是“{printers[0]}”，共 {len(printers)} 台。")


def folders(book: Book) -> Iterator[Line]:
    """The book and its backups can be written, and there is room."""
    for title, folder in (("本子所在的磁盘", book.place.folder), ("备份所在的磁盘", book.backups_root)):
        there = _nearest(folder)
        if not _writable(there):
            yield Line(title, State.MEND, f"“{there}”不能写。", "请检查文件夹的权限，优盘是否写保护。")
            continue
        free = shutil.disk_usage(there).free
        said = f"可以写，还剩 {free / 1e9:,.1f} GB。"
        if free < TOO_LITTLE:
            yield Line(title, State.MEND, said, "快满了，请马上清理磁盘，否则存不进去。")
        elif free < LITTLE:
            yield Line(title, State.LOOK, said, "不多了，请清理磁盘。")
        else:
            yield Line(title, State.GOOD, said)


def clock(now: datetime) -> Line:
    """The clock of the PC does not stand before the last deed."""
    if said := set_back(now):
        return Line("电脑的时间", State.MEND, said, f"{MEND}到期提醒、文号和文件的日期靠它。")
    return Line("电脑的时间", State.GOOD, f"{now:%Y-%m-%d %H:%M}，在最后一次操作之后。")


def keys(book: Book) -> Line:
    """Who can open the book."""
    if book.keys.in_clear:
        said = "没有设密码，钥匙就放在本子旁边：拿到这个文件夹的人都能打开。"
        return Line("钥匙", State.LOOK, said, "要防别人看，请到“用户与权限”设密码。")
    if book.keys.protected and not book.keys.recovery_confirmed:
        return Line("钥匙", State.MEND, "恢复单没有印出来，忘了密码就打不开了。", "请到“用户与权限”印一张恢复单。")
    return Line("钥匙", State.GOOD, "要密码才能打开。" if book.keys.protected else "由系统保管。")


def findings(found: Sequence[Finding]) -> Iterator[Line]:
    """What the check of the book found: its chain, rows, links, dates and files."""
    states = {Level.ERROR: State.MEND, Level.DOUBT: State.LOOK, Level.HINT: State.GOOD}
    if not any(finding.level is not Level.HINT for finding in found):
        yield Line(BOOK, State.GOOD, "数据库、操作记录、附件和日期都查过，没有问题。")
    for finding in found:
        yield Line(BOOK, states[finding.level], finding.sentence, finding.remedy)


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest one above it that there is."""
    return next((path for path in (folder, *folder.parents) if path.is_dir()), folder)


def _writable(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
