"""Tidings: what a book has to tell its log when it is opened: a restore, wrong passwords, an end that is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .building import remove
from .disk_faults import disk_told
from .faults import database_told
from .heads import SIGNED_SINCE
from .keyring import Keyring
from .log import Logged
from .lost import what_is_lost
from .restored import NOTE, read_note
from .swapping import ready_beside

if TYPE_CHECKING:
    from .book import Book


def tell_restore(book: Book) -> None:
    """Write into the log that the book was restored, once; and nothing prepared and not used may stay.

    A note that no restore of this very state has signed is thrown away, and that is told.
    """
    note = book.place.folder / NOTE
    with disk_told(note):
        if note.exists():
            said = read_note(note, book.database.key, book.heads())
            if said is None:
                book.log(Logged.OTHER, "文件夹里有一张不是程序写的“恢复”条子，没有采用，已经扔掉。", user="")
            else:
                book.log(Logged.RESTORED, said.sentence, user=said.user)
            note.unlink()
        stale = ready_beside(book.place.folder)
        if stale.exists():
            remove(stale)


def tell_lost(book: Book, keyring: Keyring) -> None:
    """Hold the heads of the keyring against the chain before they are written anew at close.

    A keyring without heads is one of an older program, or somebody took them out: said once for good.
    """
    if not keyring.whole:
        return
    if keyring.heads.signature:
        with database_told():
            lost = what_is_lost(keyring.heads, book.database)
        if lost:
            book.log(Logged.LOST, lost, user="")
            book.keep_heads()  # said once, also where this program dies
    elif not book.journal.written_since(SIGNED_SINCE):
        book.keep_heads()
    else:
        book.log(Logged.LOST, "钥匙文件里没有变更记录的末尾，可能被人去掉了；请做体检，和备份对照。", user="")


def tell_log_in(book: Book, keyring: Keyring) -> None:
    """Write into the log who came in, and who tried before with a wrong password."""
    attempts = keyring.attempts
    for attempt in attempts.untold if attempts else ():
        whose = attempt.name or "不在名单里的名字"
        book.log(Logged.FAILED, f"{attempt.time} 用“{whose}”登录，密码不对。", user="")
    book.log(Logged.LOGIN, "登录。" if book.user else "用恢复码打开。")
    if attempts:
        attempts.told()
