"""The encrypted database of a book, as peewee knows it, with one narrow way to write.

Every connection can only read until a deed opens it (``writing``), and what peewee itself would write (``save``,
``create``, ``insert().execute()``, a raw statement) is refused with a clear word: it would pass the journal by.
"""

from __future__ import annotations

import re
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, ClassVar

import apsw
import peewee as pw
from playhouse.apsw_ext import APSWDatabase  # type: ignore[import-untyped]  # has no types

from xunion_desktop.basics.errors import Trouble

from .faults import DATABASE_FAULTS, as_trouble, database_told
from .passage import Passage

CIPHER = "sqlcipher"
_CACHE_KIB = 20_000  # with SQLite's own 2 MB an encrypted GROUP BY takes ten times as long (stack.md §2)
_PATIENCE = 10.0  # seconds; the longest query of a large book takes less
_LOOKED_AT = 400  # rows of an index, where statistics are kept
_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    "cache_size": -_CACHE_KIB,
    "secure_delete": 1,  # what is deleted or erased is overwritten in its page
    "temp_store": "memory",  # sorting must not leave names in clear on the disk
}
_READS = re.compile(r"\s*(select|with|explain|pragma\s+\w+\s*(\(|;|$))", re.IGNORECASE)


def unlock(connection: apsw.Connection, key: bytes) -> None:
    """Give a fresh connection the key, before anything else is said to it; a wrong one is found here."""
    connection.pragma("cipher", CIPHER)
    connection.pragma("key", f"x'{key.hex()}'")
    connection.pragma("user_version")


class _Cursor(apsw.Cursor):
    """Gives rows to peewee, which passes on what the driver raises on the way: a page may be damaged in the middle."""

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        except apsw.Error as fault:
            trouble = as_trouble(fault)
            if trouble is None:
                raise
            raise trouble from fault

    def close(self, force: bool | None = None) -> None:
        """Nothing where peewee asks: it has read to its end, and one that is closed the driver keeps for good.

        A connection that is closed says ``force`` and means it: a query left half read would keep the file open.
        """
        if force is not None:
            super().close(force)


class BookDatabase(APSWDatabase):  # type: ignore[misc]  # of an untyped class
    """One connection per thread to the encrypted file. ``watchers`` are called with every query (for tests)."""

    watchers: ClassVar[list[Callable[[Any], None]]] = []

    def __init__(self, file: Path, key: bytes) -> None:
        self._key = key
        self.former: tuple[bytes, ...] = ()  # keys that it had before
        self._passage = Passage()
        self.kept_at: Path | None = None  # where the backups of this book lie on this PC
        self._connections: weakref.WeakSet[apsw.Connection] = weakref.WeakSet()
        self._building = threading.local()
        self._shut: Trouble | None = None
        super().__init__(str(file), pragmas=_PRAGMAS, lock_type="IMMEDIATE")

    @property
    def key(self) -> bytes:
        """The key that the file is encrypted with; it may be another one after a log-in was set up."""
        if self._shut is not None:
            raise self._shut
        return self._key

    @property
    def keys(self) -> tuple[bytes, ...]:
        """That key, and those that the file was encrypted with before, the latest first."""
        return self._key, *self.former

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Close the connections of all threads, and let none open another before the end; the file may be replaced.

        Trouble where somebody reads on and on. Whoever asks next gets a fresh connection, with the key of then.
        """
        try:
            with self._passage.shut(self._half_read, _PATIENCE):
                for connection in list(self._connections):
                    connection.close()
                self._state: Any = type(self._state)()
                yield
        except TimeoutError as fault:
            raise Trouble("本子正被读着，这一步没有做，本子没有改动。", "请等正在做的事做完后再试。") from fault

    def use(self, key: bytes, former: Iterable[bytes]) -> None:
        """Go on with another key: the file was replaced."""
        self._key, self.former = key, tuple(former)

    def shut(self, trouble: Trouble) -> None:
        """Tell this to who wants to read or write from now on. All connections are closed (``apart``)."""
        self._shut = trouble

    def _half_read(self) -> bool:
        """Whether a thread is in the middle of a query."""
        try:
            idle = apsw.SQLITE_TXN_NONE
            return any(connection.txn_state("main") != idle for connection in list(self._connections))
        except apsw.ThreadingViolationError:
            return True

    def _add_conn_hooks(self, conn: apsw.Connection) -> None:
        unlock(conn, self.key)
        super()._add_conn_hooks(conn)
        conn.pragma("query_only", True)
        conn.cursor_factory = _Cursor
        self._connections.add(conn)

    def execute(self, query: Any, **options: Any) -> Any:
        """Run a query of peewee's. Trouble where the world keeps it from being read: a damaged page, a pulled stick."""
        for watch in self.watchers:
            watch(query)
        with self._passage.open(), database_told():
            return super().execute(query, **options)

    def compiled(self, query: Any) -> tuple[str, list[Any]]:
        """Write a query down once, to be run many times with other values."""
        for watch in self.watchers:
            watch(query)
        sql, values = self.get_sql_context().sql(query).query()
        return sql, list(values)

    def _execute_cursor(self, sql: str, params: Any, **options: Any) -> Any:
        if not _READS.match(sql) and not getattr(self._building, "tables", False):
            raise RuntimeError(f"only a deed writes (book.deed, book.note); refused: {sql[:80]}")
        return super()._execute_cursor(sql, params, **options)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Open this thread's connection for one transaction, which is committed at the end or rolled back."""
        connection = self.connection()
        connection.pragma("query_only", False)
        try:
            with self.atomic():
                yield
        finally:
            connection.pragma("query_only", True)

    @contextmanager
    def building(self) -> Iterator[None]:
        """Like ``writing``, and peewee may make tables."""
        self._building.tables = True
        try:
            with self.writing():
                yield
        finally:
            self._building.tables = False

    def write(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a writing statement of the gateway once for each row, on the raw connection."""
        self.connection().executemany(sql, rows)

    def raw(self, query: pw.BaseQuery) -> Iterator[tuple[Any, ...]]:
        """Give the rows of a query as the driver has them: many times faster than peewee's rows."""
        return _told(self.execute(query))

    @property
    def schema(self) -> int:
        """The schema number that stands in the database itself."""
        return int(self.connection().pragma("user_version"))

    @schema.setter
    def schema(self, number: int) -> None:
        self.connection().pragma("user_version", number)

    def state(self) -> tuple[int, int, int, int]:
        """What differs as soon as anything was written, by this connection or by another one."""
        with self._passage.open(), database_told():
            connection = self.connection()
            return id(self), id(connection), int(connection.pragma("data_version")), connection.total_changes()

    def keep_statistics(self) -> None:
        """Let SQLite see how its indexes are filled: it then counts a long register in half the time.

        It looks at a few rows of what has changed much; where it cannot write, it plans as it did before.
        """
        with suppress(Trouble, *DATABASE_FAULTS):
            connection = self.connection()
            connection.pragma("analysis_limit", _LOOKED_AT)
            connection.pragma("query_only", False)
            try:
                connection.pragma("optimize")
            finally:
                connection.pragma("query_only", True)

    def empty_log(self) -> None:
        """Take what the write-ahead log holds into the file and cut it off; where it is read, at the next close."""
        with suppress(apsw.BusyError, apsw.LockedError):
            self.connection().wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)

    def close_all(self) -> None:
        """Close the connections of all threads."""
        if not self.is_closed():
            self.close()
        for connection in list(self._connections):
            connection.close()


def _told(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    with database_told():
        yield from rows
