"""EnterWalk: Enter goes to the next field, but never while an input method is composing.

In a text of several lines Ctrl+Enter or Shift+Enter begins a new line. A long one (the body of a letter, the rows of a
table) is only walked into: Enter begins a new line there, Tab goes on.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from .focusing import go_into
from .overrides import guarded

_NEW_LINE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class EnterWalk(QObject):
    """Walks through the fields given to it in their order; ``finished`` after the last one."""

    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields: list[QWidget] = []
        self._ends: list[QWidget] = []
        self._composing = False

    def watch(self, fields: Sequence[QWidget], ends: Sequence[QWidget] = ()) -> None:
        """Walk through these fields from now on; those that are ``ends`` keep their Enter."""
        for field in self._fields:
            field.removeEventFilter(self)
        self._fields, self._ends = list(fields), list(ends)
        for field in self._fields:
            if field not in self._ends:
                field.installEventFilter(self)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif event.type() == QEvent.Type.FocusOut:
            self._composing = False
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._enters(event):
            if isinstance(watched, QPlainTextEdit) and event.modifiers() & _NEW_LINE:
                watched.insertPlainText("\n")
            else:
                self._next(watched)
            return True
        return super().eventFilter(watched, event)

    def _enters(self, event: QKeyEvent) -> bool:
        return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._composing

    def _next(self, field: QObject) -> None:
        place = next((place for place, known in enumerate(self._fields) if known is field), -1)
        for following in self._fields[place + 1 :]:
            if following.isEnabled() and following.isVisible():
                go_into(following, Qt.FocusReason.TabFocusReason)
                return
        self.finished.emit()
