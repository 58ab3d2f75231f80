"""backup: a proved copy of the book among those of this PC, or in another folder (a stick)."""

from argparse import Namespace
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.catalogue import ROOMS, record_classes
from xunion_desktop.office.access import rights_in
from xunion_desktop.office.values import BACKUP_MONTHS, dated_number
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.copying import megabytes
from xunion_desktop.store.shelf import Backup

from .books import open_book
from .console import Code, answer, complain, say

_DEPTH = 2  # /media/王海燕/优盘
_MOUNTS = ("/media", "/mnt", "/run/media", "/Volumes")  # where sticks are hung in


def run(options: Namespace) -> int:
    """Make the copy and prove it; 1 where it is not proved."""
    if options.to:
        be_there(options.to)
    with open_book(options.book) as book:
        home = Backups.under(book.backups_root, book)
        backups = Backups.under(options.to, book) if options.to else home
        backup = as_seen(book, made(backups, book, "手动", options.today))
        if options.to and backup.proved:
            home.note_second(backup)
    if options.json:
        answer(account(backup))
    else:
        tell(backup)
    return Code.PROBLEMS if backup.fault or backup.files_fault else Code.DONE


def be_there(folder: Path) -> None:
    """Trouble where a backup would not go where it is meant to: the stick is not there, so its name is none yet.

    A folder is made, but for one whose own place is missing too, or that stands where sticks are hung in.
    """
    folder = folder.absolute()
    hung_in = any(folder.is_relative_to(mount) and len(folder.relative_to(mount).parts) <= _DEPTH for mount in _MOUNTS)
    if not folder.is_dir() and (hung_in or not folder.parent.is_dir()):
        raise Trouble(f"找不到“{folder}”，没有备份。", "请检查优盘是否插好；要放进新文件夹的，请先建好它。")


def made(backups: Backups, book: Book, reason: str, today: date) -> Backup:
    """Make a copy, prove it, and let the old ones go that need not be kept."""
    backup = backups.make(book, reason)
    backups.thin(datetime.now().astimezone(), dated_number(BACKUP_MONTHS, today) or 0)
    return backup


def as_seen(book: Book, backup: Backup) -> Backup:
    """What may be told of it to who logged in: nothing of the last deeds where a room is hidden from him."""
    rights = rights_in(book)
    hidden = any(room.kinds and not rights.may_see(room.id) for room in ROOMS)
    return replace(backup, last_deeds=()) if hidden else backup


def account(backup: Backup) -> dict[str, Any]:
    """The answer for a program."""
    return {
        "folder": str(backup.folder),
        "time": backup.time.isoformat(),
        "proved": backup.proved,
        "fault": backup.fault,
        "files_fault": backup.files_fault,
        "counts": backup.counts,
        "last_deeds": [deed._asdict() for deed in backup.last_deeds],
        "size": backup.size,
    }


def tell(backup: Backup) -> None:
    """The answer for a person: where it lies, what it holds, whether it was found whole."""
    say(f"已备份到“{backup.folder}”，{megabytes(backup.size)}。", f"{holding(backup)}。")
    if backup.last_deeds:
        say(f"最后一次操作：{backup.last_deeds[0]}。")
    if backup.files_fault:
        say(f"已打开副本验证：{backup.files_fault}。请用 check 查是哪几个，从以前的备份取回，或重新扫描。")
    elif backup.proved:
        say("已打开副本验证：数据库完整，条数、操作记录和附件都与本子一致。")
    else:
        say(f"这份备份没有通过验证：{backup.fault.rstrip('。')}。请换一个位置再备份一次，并用 check 查本子。")


def holding(backup: Backup) -> str:
    """The kinds of records that it holds, by their names."""
    labels = {record.kind_of(): record.label for record in record_classes() if record.journaled}
    held = [f"{labels[kind]} {count}" for kind, count in backup.counts.items() if count and kind in labels]
    return "，".join(held) or "还没有记录"


def backup_before(book: Book, reason: str, today: date) -> None:
    """Make a copy among those of this PC before something large is done; that it cannot be made is told, no more."""
    try:
        backup = made(Backups.under(book.backups_root, book), book, reason, today)
    except Trouble as trouble:
        complain(f"没有先备份：{trouble}")
    else:
        if not backup.proved:
            complain(f"先做的备份没有通过验证：{backup.fault.rstrip('。')}。请用 check 查本子。")
