"""Check of the journal: no row altered, removed, added or moved, no deed misstated, all heads in the chain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import peewee as pw

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import Level

from .chain import Breach, Row, breaches
from .changes import ERASE
from .clock import moment
from .entries import DeedEntry, JournalEntry
from .findings import Finding
from .heads import SignedHeads
from .journal import Head
from .keyring import Keyring
from .labels import chained_labels
from .log import LogEntry, Logged
from .record import Record, bound

if TYPE_CHECKING:
    from .book import Book

Kept = tuple[str, SignedHeads]  # where heads were kept, and which
_LAST_TEXT = Row._fields.index("act")  # what stands behind it is bytes, whatever somebody wrote there
_KEYRING = "本子的钥匙文件"
_REMEDY = "有人在程序之外动过本子。请留住现在的文件夹，和最近一份验证过的备份对照，查明后从备份恢复。"


def journal_findings(book: Book, backups: Iterable[Path]) -> Iterator[Finding]:
    """Find what was done to the journal outside the program."""
    kept = [(_KEYRING, book.keys.keyring.heads), *_of_backups(book, backups)]
    ends = Ends(kept)
    for breach in breaches(ends.seen(_rows()), chained_labels()):
        yield Finding(Level.ERROR, f"{_entry(book, breach)}：{breach.reason}。", _REMEDY, deed=_deed_of(breach))
    yield from _silent_erasures(book)
    yield from _misstated()
    yield from ends.findings(book)


def _rows() -> Iterator[Row]:
    for row in bound.raw(JournalEntry.select().order_by(JournalEntry.replica, JournalEntry.number)):
        yield Row._make(
            value.encode() if at > _LAST_TEXT and isinstance(value, str) else value for at, value in enumerate(row)
        )


class Ends:
    """The chains as they go by: where each one ends, and what they have at the numbers of the kept heads."""

    def __init__(self, kept: Iterable[Kept]) -> None:
        self._kept = tuple(kept)
        self._met: dict[tuple[str, int], bytes] = {}
        self._wanted = {(head.replica, head.number) for _, heads in self._kept for head in heads.heads}
        self._ends: dict[tuple[str, str], Head] = {}

    def seen(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Pass rows on, having looked at them."""
        for row in rows:
            if (row.replica, row.number) in self._wanted:
                self._met[row.replica, row.number] = row.chain
            self._ends[row.replica, row.room] = Head(row.replica, row.room, row.number, row.chain)
            yield row

    def findings(self, book: Book) -> Iterator[Finding]:
        """Hold the heads against the chain: those in the database are its ends, those kept elsewhere lie in it."""
        if {(head.replica, head.room): head for head in book.heads()} != self._ends:
            yield Finding(Level.ERROR, "变更记录的末尾和登记的不一样：后面少了或多了记录。", _REMEDY)
        restored = LogEntry.select().where(LogEntry.event == Logged.RESTORED).exists()
        for place, heads in self._kept:
            if not heads.genuine(book.keys.key):
                yield Finding(Level.ERROR, f"{place}里记下的变更记录末尾被改过。", _REMEDY)
            elif any(self._met.get((head.replica, head.number)) != head.chain for head in heads.heads):
                sentence = f"{place}里记下的变更记录末尾，本子里找不到：后面的记录被去掉或换过。"
                if restored and place != _KEYRING:
                    yield Finding(Level.HINT, sentence, "恢复过更早的备份时，后来的备份就会这样，不碍事。")
                else:
                    yield Finding(Level.ERROR, sentence, _REMEDY)


def _of_backups(book: Book, backups: Iterable[Path]) -> Iterator[Kept]:
    for folder in backups:
        try:
            keyring = Keyring.read(folder / "keyring.json")
        except Trouble:
            continue  # a backup that cannot be read is told by its own proof
        if keyring.check == book.keys.keyring.check:
            yield f"备份 {folder.name}", keyring.heads


def _silent_erasures(book: Book) -> Iterator[Finding]:
    """Values that are gone without an erasure having been written."""
    row, erased = JournalEntry, JournalEntry.alias()
    told = erased.select(erased.key).where((erased.act == ERASE) & (erased.kind == row.kind) & (erased.key == row.key))
    query = row.select(row.replica, row.number).where(
        row.salt.is_null() & row.act.in_(("insert", "update")) & ~pw.fn.EXISTS(told)
    )
    for replica, number in bound.raw(query):
        breach = Breach(replica, number, "内容被清掉了，却没有清除的记录")
        yield Finding(Level.ERROR, f"{_entry(book, breach)}：{breach.reason}。", _REMEDY, deed=_deed_of(breach))


def _misstated() -> Iterator[Finding]:
    """Deeds that say something else of themselves than their rows."""
    row, deed = JournalEntry, DeedEntry
    count, fn = pw.fn.COUNT(row.number), pw.fn
    true = row.select(
        row.deed, row.replica, fn.MIN(row.number), fn.MAX(row.number), fn.MIN(row.clock), fn.MAX(row.clock), count
    ).group_by(row.deed, row.replica)
    by_deed = {key: (replica, *numbers) for key, replica, *numbers in bound.raw(true)}
    said = deed.select(deed.id, deed.label, deed.replica, deed.first, deed.last, deed.clock, deed.clock, deed.count)
    for key, label, *facts in bound.raw(said):
        if by_deed.get(key) != tuple(facts):
            yield Finding(Level.ERROR, f"操作“{label}”（{_time(facts[3])}）和它的变更记录对不上。", _REMEDY, deed=key)


def _deed_of(breach: Breach) -> str:
    found = _row_of(breach)
    return str(found.deed) if found else ""


def _row_of(breach: Breach) -> JournalEntry | None:
    row = JournalEntry
    return row.get_or_none((row.replica == breach.replica) & (row.number == breach.number))


def _entry(book: Book, breach: Breach) -> str:
    """Name an entry of the journal: number, time, deed, record."""
    row = _row_of(breach)
    if row is None:
        return f"变更记录第 {breach.number} 条"
    deed = DeedEntry.get_or_none(DeedEntry.id == row.deed)
    record = next((each for each in book.records if each.kind_of() == row.kind), None)
    what = _called(record, row.key) if record else str(row.kind)
    done = f"{deed.user} {deed.label}".strip() if deed else "操作不明"
    return f"变更记录第 {breach.number} 条（{_time(row.clock)} {done}，{what}）"


def _called(record: type[Record], key: str) -> str:
    found = record.get_or_none(record.id == key)
    return f"{record.label}“{found.title()}”" if found else record.label


def _time(clock: int) -> str:
    try:
        return moment(clock).strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):  # an altered clock may say anything
        return "时间不明"
