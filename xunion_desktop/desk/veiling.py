"""Veiling: the veils over the sensitive fields of one form: when they are shut, and when one is lifted."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from xunion_desktop.store.record import Record

from .desk import Desk
from .field_line import FieldLine


class Veiling(QObject):
    """Watches the sensitive fields of a form. What is typed into a new record is the clerk's own and stays in clear."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines: list[FieldLine] = []
        self._record: Record | None = None

    def watch(self, line: FieldLine) -> None:
        """Veil this field too, if it is sensitive."""
        if line.veil is not None:
            self._lines.append(line)
            line.veil.reveal_wanted.connect(partial(self._reveal, line))
            line.veil.replace_wanted.connect(partial(self._replace, line))

    def cover(self, record: Record | None, *, new: bool) -> None:
        """Mask every value of the record that nobody gave a reason for."""
        self._record = record
        for line in self._lines:
            assert line.veil is not None
            column, text = line.editor.column, line.editor.raw()
            if record is None or new or not text or self._desk.privacy.shows(record, column):
                line.veil.open()
            else:
                kind = record.kind_of()
                writable = not self._desk.refusal(kind)
                line.veil.show_masked(column.masked(text), self._desk.privacy.refusal(kind), writable=writable)

    def leave(self, following: Record | None = None) -> None:
        """The record is left for another one (or for none): nothing of it stays shown."""
        if self._record is not None and (following is None or following.id != self._record.id):
            self._desk.privacy.cover(self._record)

    def _reveal(self, line: FieldLine, reason: str) -> None:
        record, column = self._record, line.editor.column
        if record is None or line.veil is None:
            return
        if self._desk.messages.attempt(lambda: self._desk.privacy.reveal(record, column, reason)):
            line.veil.open()
            line.editor.field.setFocus()

    @staticmethod
    def _replace(line: FieldLine) -> None:
        """Write a new value without having seen the old one."""
        if line.veil is not None:
            line.editor.set_value(None)
            line.veil.open()
            line.editor.field.setFocus()
