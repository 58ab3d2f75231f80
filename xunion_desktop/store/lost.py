"""Lost heads: the keyring knows an end of the journal that the database does not have, or one that nobody signed.

Seen when the book is opened, since the heads are written anew when it is closed: an older database that was put in the
place of the book's would go unseen from then on. It is written into the log (``Logged.LOST``); every check names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .database import BookDatabase
from .entries import JournalEntry
from .heads import Head, SignedHeads
from .journal import as_bytes
from .log import Logged, LogLine, log_lines

_MANY = 1000  # nobody puts that many books in the place of one


def what_is_lost(kept: SignedHeads, database: BookDatabase) -> str:
    """Say what is wrong with the heads of the keyring, for the log; "" = they lie in the chain."""
    if not any(kept.genuine(key) for key in database.keys):
        return "打开时发现：钥匙文件里记下的变更记录末尾被改过。"
    lost = [head for head in kept.heads if not _met(head, database)]
    if not lost:
        return ""
    numbers = "、".join(f"第 {head.number} 条（{head.chain.hex()[:12]}）" for head in lost)
    return f"打开时发现：钥匙文件里记下的变更记录末尾{numbers}，本子里找不到，后面的记录被去掉或换过。"


def losses() -> Iterator[LogLine]:
    """Give the entries of the log about it."""
    yield from log_lines(_MANY, Logged.LOST)


def _met(head: Head, database: BookDatabase) -> bool:
    row = JournalEntry
    here = (row.replica == head.replica) & (row.number == head.number)
    rows: Iterable[tuple[object, ...]] = database.raw(row.select(row.chain).where(here))
    return [as_bytes(chain) for (chain,) in rows] == [head.chain]
