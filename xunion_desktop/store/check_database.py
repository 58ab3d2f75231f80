"""Check of the database and the keyring: pages, indexes, links."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from xunion_desktop.basics.problems import Level

from .check_words import RESTORE
from .findings import Finding
from .record import meta_of

if TYPE_CHECKING:
    from .book import Book

_MOST = 20  # faults that are counted
log = logging.getLogger(__name__)


def database_findings(book: Book) -> Iterator[Finding]:
    """The pages and indexes are whole, every link leads somewhere, the keyring is as it was written."""
    if not book.keys.keyring.whole:
        remedy = "请从备份取回 keyring.json，或重新设一次密码，它就重新写好。"
        yield Finding(Level.ERROR, "钥匙文件有一处损坏，有人可能登录不了。", remedy)
    connection = book.database.connection()
    rows = connection.execute(f"PRAGMA integrity_check({_MOST})")
    lines = [line for (row,) in rows for line in str(row).splitlines()]
    said = [line for line in lines if line != "ok" and not line.startswith("***")]
    if said:
        log.warning("integrity: %s", "; ".join(said))  # pages, tables and indexes, no values
        count = f"{_MOST} 处以上" if len(said) >= _MOST else f"{len(said)} 处"
        yield Finding(Level.ERROR, f"数据库不完整，有 {count}损坏或对不上。", RESTORE)
    labels = {meta_of(record).table_name: record.label for record in book.records}
    for table, _, target, _ in connection.execute("PRAGMA foreign_key_check"):
        pair = f"{labels.get(table, table)}指向的{labels.get(target, target)}不在本子里"
        yield Finding(Level.ERROR, f"有一条{pair}。", RESTORE, kind=table)
