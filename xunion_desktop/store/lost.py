"""Lost heads: the keyring knows an end of the journal that the database does not have, or one that nobody signed.

Seen when the book is opened, since the heads are written anew when it is closed: an older database that was put in the
place of the book's would go unseen from then on. It is written into the log (``Logged.LOST``); every check names it.
An administrator may take note of it where the book is to go on as it is: an entry of the log that is about that one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from .clock import moment
from .database import BookDatabase
from .entries import JournalEntry
from .heads import Head, SignedHeads
from .journal import as_bytes
from .log import LogEntry, Logged, LogLine, log_lines

if TYPE_CHECKING:
    from .opened import OpenBook

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


@dataclass(frozen=True)
class Loss:
    """What was found lost when the book was opened, and the entry that takes note of it (None = nobody has)."""

    line: LogLine
    noted: LogLine | None

    @property
    def found(self) -> datetime:
        """When it was found."""
        return moment(self.line.clock)


def losses() -> list[Loss]:
    """List what the log says of it, the latest first."""
    lines = list(log_lines(_MANY, Logged.LOST))
    noted = {line.of_key: line for line in lines}
    return [Loss(line, noted.get(line.key)) for line in lines if not line.of_key]


def take_note(book: OpenBook, reason: str) -> None:
    """Write into the log that what was lost up to now is known, and why it may stay so. What is lost later is not."""
    for loss in losses():
        if loss.noted is None:
            sentence = f"知悉：{loss.line.time} 打开时发现的缺失，本子照现在的样子用下去。"
            book.log(Logged.LOST, sentence, reason=reason, about=LogEntry.get_by_id(loss.line.key))


def _met(head: Head, database: BookDatabase) -> bool:
    row = JournalEntry
    here = (row.replica == head.replica) & (row.number == head.number)
    rows: Iterable[tuple[object, ...]] = database.raw(row.select(row.chain).where(here))
    return [as_bytes(chain) for (chain,) in rows] == [head.chain]
