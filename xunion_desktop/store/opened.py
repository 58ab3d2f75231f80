"""The open book: what may be done with a book once it is open. How it is made, opened and closed is ``book``'s."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from xunion_desktop.basics.errors import Trouble, in_code

from .database import BookDatabase
from .deeds import EVERYTHING, Deed, DeedLine, Note, Wanted, latest_deeds
from .drafts import Drafts
from .faults import database_told
from .files import SealedFiles
from .folder import BookFolder
from .gateway import Progress
from .heads import Head
from .history import Change, changes_by, changes_of
from .holders import Holders
from .journal import DeedHead, Journal
from .keys import new_key
from .log import LogEntry, Logged, LogLine, log_lines, logged_deed
from .record import Record
from .undo import Outcome, Undoing
from .writer import Writer

log = logging.getLogger(__name__)


class OpenBook:
    """What deeds are done in, and what tells what was done.

    ``changed`` are called after each commit with the kinds of the records written, in the thread that wrote them.
    ``user`` is who is logged in ("" = nobody had to): the user of every deed that names no other. ``keys`` is who can
    open the book.
    """

    place: BookFolder
    id: str
    records: tuple[type[Record], ...]
    user: str
    keys: Holders
    changed: list[Callable[[frozenset[str]], None]]
    database: BookDatabase
    files: SealedFiles
    journal: Journal
    _writer: Writer
    _hidden: frozenset[str] = frozenset()

    def deed(self, label: str, user: str = "", progress: Progress | None = None) -> AbstractContextManager[Deed]:
        """Open the book for one clerk's action. All of it is committed at the end, or nothing; deeds do not nest."""
        return self._writer.deed(DeedHead(new_key(), label, user or self.user), progress)

    @contextmanager
    def ground(self) -> Iterator[None]:
        """Within it no deed can ever be undone: what is done there makes the book what it is."""
        self._writer.lays_ground = True
        try:
            yield
        finally:
            self._writer.lays_ground = False

    def guard(self, demand: Callable[[frozenset[str]], None], hidden: frozenset[str] = frozenset()) -> None:
        """From now on ask ``demand`` before each deed is committed; its Trouble refuses the deed with these kinds.

        Records of ``hidden`` kinds are not called by name where they stand in the way of an undo.
        """
        self._writer.guard, self._hidden = demand, hidden

    def log(
        self, event: Logged, sentence: str, *, reason: str = "", about: Record | None = None, user: str | None = None
    ) -> None:
        """Write into the log what changed no record: a log-in, a value shown in clear and why. No values in it."""
        label, role = logged_deed(event)
        entry = LogEntry(event=event, sentence=sentence, reason=reason)
        if about is not None:
            entry.of_kind, entry.of_key = about.kind_of(), about.id
        with self._writer.deed(DeedHead(new_key(), label, self.user if user is None else user, role=role)) as deed:
            deed.save(entry)

    def log_lines(
        self, limit: int = 200, event: Logged | None = None, of_key: str = "", before: int = 0, user: str | None = None
    ) -> list[LogLine]:
        """List the last entries of the log (``before`` = those that follow an entry's clock), the latest first."""
        return list(log_lines(limit, event, of_key, before, user))

    def note(self) -> AbstractContextManager[Note]:
        """Open the book for records that are not journaled: drafts, views, learned mappings."""
        return self._writer.note()

    def _tell(self, kinds: frozenset[str]) -> None:
        if kinds:
            for hear in tuple(self.changed):
                hear(kinds)

    @property
    def drafts(self) -> Drafts:
        """What was typed and not saved yet."""
        return Drafts(self.note)

    # what was done

    def deeds(self, limit: int = 100, wanted: Wanted = EVERYTHING) -> list[DeedLine]:
        """List the last deeds, the latest first; those that are ``wanted``."""
        return list(latest_deeds(limit, wanted))

    def undo(self, deed_id: str | None = None, user: str = "") -> Outcome:
        """Take a deed back by a new one; without an id, the last that can be. Or say what stands in the way."""
        return self._undoing().undo(deed_id, user or self.user)

    def redo(self, user: str = "") -> Outcome:
        """Take the last undo back."""
        return self._undoing().redo(user or self.user)

    def undoable(self) -> DeedLine | None:
        """Return the deed that ``undo()`` would take back."""
        return self._undoing().undoable()

    def redoable(self) -> DeedLine | None:
        """Return the undo that ``redo()`` would take back."""
        return self._undoing().redoable()

    def _undoing(self) -> Undoing:
        return Undoing(self.records, self._writer.deed, self._writer.guard, self._hidden)

    def history(self, kind: str, key: str) -> list[Change]:
        """List what happened to one record, the latest first."""
        return list(changes_of(kind, key))

    def changes(self, deed_id: str, limit: int = 500) -> list[Change]:
        """List what one deed did, record by record."""
        return list(changes_by(deed_id, limit))

    def heads(self) -> list[Head]:
        """Return where each chain of the journal ends."""
        return self.journal.heads()

    def keep_heads(self) -> None:
        """Write where the chains end into the keyring.

        Where that fails, the heads of the last time stay, which are still true.
        """
        try:
            with database_told():
                self.keys.keep_heads(self.heads())
        except Trouble as fault:
            log.warning("heads not kept: %s", in_code(fault))
