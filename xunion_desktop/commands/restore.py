"""restore: a backup becomes the book again; the present book is kept beside it."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.catalogue import record_classes
from xunion_desktop.office.access import demand_admin
from xunion_desktop.office.putting_back import put_back
from xunion_desktop.store.attempts import Refused
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.closed import OpenElsewhere
from xunion_desktop.store.proof import PROOF
from xunion_desktop.store.shelf import Backup, read_backup

from .backup import account, backup_before, holding
from .books import is_missing, open_book
from .console import Code, answer, complain, say, say_list
from .log_in import AtConsole


def run(options: Namespace) -> int:
    """Restore the backup, having made one of the present book, where that can still be opened."""
    backup, unlock = found(options.source), AtConsole()
    if not is_missing(options.book):
        copy_present(options.book, unlock, options.today)
    restored, users = put_back(Path(options.book).absolute(), backup, record_classes(), unlock)
    if options.json:
        kept = str(restored.kept) if restored.kept else None
        answer(
            {
                "book": str(restored.folder),
                "kept": kept,
                "backup": account(backup),
                "users": users,
                "missing": restored.missing,
            }
        )
    else:
        say(f"已恢复 {backup.time:%Y-%m-%d %H:%M:%S} 的备份：{holding(backup)}。")
        say(f"本子在“{restored.folder}”。")
        if restored.kept:
            say(f"恢复前的本子留在“{restored.kept}”。")
        if restored.missing:
            say(f"有 {restored.missing} 个附件没有找回来：备份里损坏了，现在的本子里也没有。")
        say_list("请管理员到“用户与权限”核对", users)
    return Code.DONE


def found(path: Path) -> Backup:
    """The backup in a folder, or the latest that is proved of those in it; Trouble names what was looked for."""
    if (path / PROOF).is_file():
        return read_backup(path)
    places = [path, *sorted(folder for folder in path.iterdir() if folder.is_dir())] if path.is_dir() else []
    proved = [backup for backup in map(last_proved, places) if backup]
    if len(proved) == 1:
        return proved[0]
    if proved:
        raise Trouble(f"“{path}”里有 {len(proved)} 个本子的备份。", "请给其中一个本子的文件夹，或某一份备份的文件夹。")
    raise Trouble(f"“{path}”里没有验证过的备份。", "请给备份的文件夹（名称像 2026-11-24_083100），并检查优盘是否接好。")


def last_proved(place: Path) -> Backup | None:
    """The latest proved backup of one book."""
    return Backups(place).last_proved()


def copy_present(where: str, unlock: AtConsole, today: date) -> None:
    """Back up the present book; one that cannot be opened any more is kept as a folder only.

    Trouble where who logged in is no administrator (everybody's later deeds would go), and where it is open elsewhere.
    """
    try:
        book = open_book(where, unlock)
    except (Refused, OpenElsewhere):
        raise
    except Trouble as trouble:
        complain(f"现在的本子没有另做备份（{trouble.sentence}），只把它的文件夹留下来。")
        return
    with book:
        demand_admin(book, "把本子恢复成备份")
        backup_before(book, "恢复前", today)
