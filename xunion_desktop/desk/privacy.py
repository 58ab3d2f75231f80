"""Privacy: which sensitive values this window shows in clear, to whom, for which reason, and until when (SV-41).

Everything sensitive is masked. Somebody whose role may see a room in clear writes down a reason, and one field of one
record is shown until that record is left; or the reason goes with an export. Both are in the book's log.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from xunion_desktop.basics.disclosure import reason_of, watermark
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.rights import Rights
from xunion_desktop.basics.room import Room
from xunion_desktop.store.book import Book
from xunion_desktop.store.columns import Column
from xunion_desktop.store.log import Logged
from xunion_desktop.store.record import Record

_TO_MEND = "改好再导入"
_WAIT = ("正在写入另一项操作，这一步还没有做。", "请等它做完再看、再导出，要先记进日志。")
_ASK = "要看的话，请管理员在“用户与权限”里放开。"


class Privacy:
    """What is in clear at the moment; the one place that decides it."""

    def __init__(
        self, book: Book, rights: Rights, rooms: Iterable[Room], busy: Callable[[], bool] = lambda: False
    ) -> None:
        self._book, self._rights, self._busy = book, rights, busy
        self._room_of = {kind: room for room in rooms for kind in room.kinds}
        self._shown: set[tuple[str, str, str]] = set()
        self._revealed: dict[tuple[str, str, str], str] = {}  # all that was in clear since the last lock

    def refusal(self, kind: str) -> str:
        """Why nothing of this kind may be shown in clear by this user ("" = it may, for a reason)."""
        room = self._room_of.get(kind)
        if room is None or self._rights.sees_clear(room.id):
            return ""
        return f"您的角色是“{self._rights.role}”，“{room.title}”里打了星号的内容不能看原文。"

    def shows(self, record: Record, column: Column) -> bool:
        """Whether this value stands in clear now."""
        return self.shows_value(record.kind_of(), record.id, column)

    def shows_value(self, kind: str, key: str, column: Column) -> bool:
        """The same, of the record with that key."""
        return not column.sensitive or (kind, key, column.name) in self._shown

    def reveal(self, record: Record, column: Column, reason: str) -> None:
        """Show one field of one record from now on, and write down why; Trouble without a reason or the right."""
        self._demand(record.kind_of())
        said = reason_of(reason)
        self._book.log(Logged.SHOWN, f"查看了{record.label}的{column.label}。", reason=said, about=record)
        self._shown.add((record.kind_of(), record.id, column.name))
        self._revealed[record.kind_of(), record.id, column.name] = column.text(record)

    def holds_revealed(self, text: str) -> bool:
        """Whether a text (of the clipboard) holds a value that was shown in clear since the last lock."""
        return any(value and value in text for value in self._revealed.values())

    def cover(self, record: Record) -> None:
        """The record is left: its values are masked again."""
        self._shown = {shown for shown in self._shown if shown[:2] != (record.kind_of(), record.id)}

    def cover_all(self) -> None:
        """The window is locked: nothing is in clear any more."""
        self._shown.clear()
        self._revealed.clear()

    def take_out(self, kind: str, what: str, columns: Sequence[Column], count: int, reason: str) -> str:
        """Write down that sensitive columns leave the book in clear; returns the line they must carry."""
        self._demand(kind)
        said = reason_of(reason)
        labels = "、".join(column.label for column in columns)
        self._book.log(Logged.TAKEN_OUT, f"导出{what} {count:,} 条，{labels}没有打星号。", reason=said)
        return watermark(said, self._book.user, datetime.now().astimezone())

    def take_out_to_mend(self, what: str, columns: Sequence[Column], count: int) -> str:
        """Write down that rows of a workbook go back to whoever brought them, to be mended: in clear, or nobody could.

        No right is needed for what one had in hand. Returns the line they must carry ("" = nothing in it is sensitive).
        """
        labels = "、".join(column.label for column in columns if column.sensitive)
        if not labels:
            return ""
        if self._busy():
            raise Trouble(*_WAIT)
        self._book.log(Logged.TAKEN_OUT, f"存出{what}疑问表 {count:,} 行，{labels}没有打星号。", reason=_TO_MEND)
        return watermark(_TO_MEND, self._book.user, datetime.now().astimezone())

    def _demand(self, kind: str) -> None:
        refusal = self.refusal(kind)
        if refusal:
            raise Trouble(refusal, _ASK)
        if self._busy():
            raise Trouble(*_WAIT)
