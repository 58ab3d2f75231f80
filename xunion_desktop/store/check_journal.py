"""Check of the journal: no row altered, removed, added or moved, all heads in the chain, no value gone in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import peewee as pw

from xunion_desktop.basics.problems import Level

from .chain import Breach, Row, breaches
from .changes import ERASE
from .check_backups import Kept
from .check_words import OUTSIDE, called, time_of
from .entries import DeedEntry, JournalEntry
from .findings import Finding
from .heads import Head
from .journal import as_bytes
from .labels import chained_deeds
from .log import LogEntry, Logged, LogLine
from .lost import losses
from .machines import machines
from .record import bound
from .restored import Span, spans

if TYPE_CHECKING:
    from .book import Book

_KEYRING = "本子的钥匙文件"
_EVER = datetime.fromtimestamp(0, UTC)
_NAMED_TO = timedelta(seconds=1)  # backups are: one made just after a loss is not taken for one from before it
_LAST_TEXT = Row._fields.index("act")  # what stands behind it is bytes, whatever somebody wrote there


def chain_findings(book: Book, backups: Iterable[Kept]) -> Iterator[Finding]:
    """Hold the rows against their chain, and the kept heads against it too."""
    ends = Ends([Kept(_KEYRING, book.keys.keyring.heads), *backups])
    for breach in breaches(ends.seen(_rows()), chained_deeds(), machines()):
        yield _broken(book, breach)
    yield from ends.findings(book)
    for loss in losses():
        sentence = f"{loss.line.time} {loss.line.sentence}"
        level, remedy = (Level.HINT, _known(loss.noted)) if loss.noted else (Level.ERROR, OUTSIDE)
        yield Finding(level, sentence, remedy)


def erasure_findings(book: Book) -> Iterator[Finding]:
    """Find values that are gone without an erasure having been written later."""
    row, erased = JournalEntry, JournalEntry.alias()
    told = erased.select(erased.key).where(
        (erased.act == ERASE) & (erased.kind == row.kind) & (erased.key == row.key) & (erased.clock > row.clock)
    )
    query = row.select(row.replica, row.number).where(
        row.salt.is_null() & row.act.in_(("insert", "update")) & ~pw.fn.EXISTS(told)
    )
    for replica, number in bound.raw(query):
        yield _broken(book, Breach(replica, number, "内容被清掉了，却没有清除的记录"))


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
        self._wanted = {(head.replica, head.number) for one in self._kept for head in one.heads.heads}
        self._ends: dict[tuple[str, str], Head] = {}

    def seen(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Pass rows on, having looked at them."""
        for row in rows:
            if (row.replica, row.number) in self._wanted:
                self._met[row.replica, row.number] = row.chain
            self._ends[row.replica, row.room] = Head(row.replica, row.room, row.number, as_bytes(row.chain))
            yield row

    def findings(self, book: Book) -> Iterator[Finding]:
        """Hold the heads against the chain: those in the database are its ends, those kept elsewhere lie in it."""
        if {(head.replica, head.room): head for head in book.heads()} != self._ends:
            yield Finding(Level.ERROR, "变更记录的末尾和登记的不一样：后面少了或多了记录。", OUTSIDE)
        reasons = list(_reasons())
        for place, heads, time in self._kept:
            if not (heads.heads or heads.signature):
                yield Finding(Level.ERROR, f"{place}里没有变更记录的末尾：被人去掉了。", OUTSIDE)
            elif not any(heads.genuine(key) for key in book.database.keys):
                yield Finding(Level.ERROR, f"{place}里记下的变更记录末尾被改过。", OUTSIDE)
            elif any(self._met.get((head.replica, head.number)) != head.chain for head in heads.heads):
                sentence = f"{place}里记下的变更记录末尾，本子里找不到：后面的记录被去掉或换过。"
                reason = next((why for span, why in reasons if time is not None and span.holds(time)), "")
                yield Finding(Level.HINT if reason else Level.ERROR, sentence, reason or OUTSIDE)


def _reasons() -> Iterator[tuple[Span, str]]:
    """Of which time a backup may hold what the book has no more, and why: a restore, or a loss that is known."""
    entry = LogEntry
    said = bound.raw(entry.select(entry.sentence).where(entry.event == Logged.RESTORED))
    for span in spans(str(sentence) for (sentence,) in said):
        yield span, "后来恢复过比它更早的备份，所以会这样，不碍事。"
    for loss in losses():
        if loss.noted is not None:
            yield Span(_EVER, loss.found - _NAMED_TO), _known(loss.noted)


def _known(noted: LogLine) -> str:
    return f"{noted.time} {noted.user or '管理员'}已知悉：{noted.reason}"


def _broken(book: Book, breach: Breach) -> Finding:
    """Name an entry of the journal: number, time, deed, record, and what is wrong with it."""
    row = JournalEntry
    columns = (row.deed, row.kind, row.key, row.clock)
    here = (row.replica == breach.replica) & (row.number == breach.number)
    found: tuple[Any, ...] | None = next(iter(bound.raw(row.select(*columns).where(here))), None)
    if found is None:
        return Finding(Level.ERROR, f"变更记录第 {breach.number} 条：{breach.reason}。", OUTSIDE)
    deed, kind, key, clock = found
    told = next(iter(bound.raw(DeedEntry.select(DeedEntry.user, DeedEntry.label).where(DeedEntry.id == deed))), None)
    record = next((each for each in book.records if each.kind_of() == kind), None)
    done = f"{told[0]} {told[1]}".strip() if told else "操作不明"
    what = called(record, key) if record else str(kind)
    sentence = f"变更记录第 {breach.number} 条（{time_of(clock)} {done}，{what}）：{breach.reason}。"
    return Finding(Level.ERROR, sentence, OUTSIDE, deed=str(deed))
