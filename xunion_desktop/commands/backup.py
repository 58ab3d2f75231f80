"""backup: a proved copy of the book among those of this PC, or in another folder (a stick)."""

from argparse import Namespace
from typing import Any

from xunion_desktop.catalogue import record_classes
from xunion_desktop.store.backup import Backup, Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.copying import megabytes

from .books import open_book
from .console import Code, answer, say


def run(options: Namespace) -> int:
    """Make the copy and prove it; 1 where it is not proved."""
    with open_book(options.book) as book:
        home = Backups.under(book.backups_root, book)
        backups = Backups.under(options.to, book) if options.to else home
        backup = backups.make(book, "手动")
        if options.to and backup.proved:
            home.note_second(backup)
    if options.json:
        answer(account(backup))
    else:
        tell(backup)
    return Code.DONE if backup.proved else Code.PROBLEMS


def account(backup: Backup) -> dict[str, Any]:
    """The answer for a program."""
    return {
        "folder": str(backup.folder),
        "time": backup.time.isoformat(),
        "proved": backup.proved,
        "fault": backup.fault,
        "counts": backup.counts,
        "last_deeds": [deed._asdict() for deed in backup.last_deeds],
        "size": backup.size,
    }


def tell(backup: Backup) -> None:
    """The answer for a person: where it lies, what it holds, whether it was found whole."""
    say(f"已备份到“{backup.folder}”，{megabytes(backup.size)}。", f"{holding(backup)}。")
    if backup.last_deeds:
        say(f"最后一次操作：{backup.last_deeds[0]}。")
    if backup.proved:
        say("已打开副本验证：数据库完整，条数、操作记录和附件都与本子一致。")
    else:
        say(f"这份备份没有通过验证：{backup.fault.rstrip('。')}。请换一个位置再备份一次，并用 check 查本子。")


def holding(backup: Backup) -> str:
    """The kinds of records that it holds, by their names."""
    labels = {record.kind_of(): record.label for record in record_classes() if record.journaled}
    held = [f"{labels[kind]} {count}" for kind, count in backup.counts.items() if count and kind in labels]
    return "，".join(held) or "还没有记录"


def backup_before(book: Book, reason: str) -> Backup:
    """Make a copy among those of this PC before something is done that cannot be undone."""
    return Backups.under(book.backups_root, book).make(book, reason)
